/** A stretch of a learner's text, in UTF-16 offsets, as editors and `slice` count them. */
export interface Range {
  from: number;
  to: number;
}

/** A place in one of the lab's files: what a decision, a message or a diagnostic points at. */
export interface Place extends Range {
  /** The file's name as the program prints it, e.g. `nginx.conf` or `conf/server.xml`. */
  file: string;
  /** The line the real program names, counted from 1. */
  line: number;
}

/**
 * Something to tell the learner about a stretch of text. Data only: the real program's words are
 * rendered from `code` and `values` by its folder, the explanation beside them by the site.
 */
export interface Problem extends Place {
  /** Stable name of the kind of problem, e.g. `nginx.unknown-directive`. */
  code: string;
  severity: 'error' | 'warning' | 'hint';
  values: Readonly<Record<string, string | number>>;
}

/** One entry of a completion list. */
export interface Completion {
  label: string;
  /** The text to insert; `${1}`-style stops mark where the cursor may go. */
  insert: string;
  kind: 'directive' | 'block' | 'parameter' | 'value' | 'variable' | 'element' | 'attribute';
  /** Id of the page that explains it; the words live with the site. */
  doc: string;
}

/** Line (from 1) and column (from 1) of an offset, as editors show them. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
