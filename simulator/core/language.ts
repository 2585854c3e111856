import type { Completion, Place, Problem, Range } from './text.ts';

/** The lab's files a text may refer to (`include mime.types`), by name. */
export type Files = Readonly<Record<string, string>>;

/**
 * Every text a learner edits (nginx.conf, server.xml, …) is asked through this one shape. Plain data in, plain data
 * out; no question ever throws, whatever the text.
 */
export interface Language {
  /** As the editor names it, e.g. `nginx`. */
  id: string;
  /** Every problem that shows in the file `name`, and what the files read with it have. */
  problems(files: Files, name: string): Problem[];
  /** Everything that the file says, in its order, well or badly: directives, elements. */
  statements(files: Files, name: string): Statement[];
  /** What may stand at an offset of the file `name`; the editor picks those that fit what is typed. */
  complete(files: Files, name: string, at: number): Completion[];
  /** What stands at an offset, and where. */
  hover(files: Files, name: string, at: number): (Completion & Range) | undefined;
  /** Ready repairs of one of its problems. */
  fixes(files: Files, problem: Problem): Fix[];
  /** The real program's own words for a problem, as it prints them. */
  words(problem: Problem): string;
}

/** One thing that a file says, where its name stands: `proxy_pass` of nginx.conf, `Manager` of context.xml. */
export interface Statement extends Place {
  name: string;
  /** Where all that belongs to it ends: its block, its end tag. */
  until: number;
}

/** A ready repair: what its button says is written per language of the site, under `code`. */
export interface Fix {
  code: string;
  values: Readonly<Record<string, string | number>>;
  edits: readonly (Range & { insert: string })[];
}
