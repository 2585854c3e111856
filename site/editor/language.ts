import type { Files } from '../../simulator/core/language.ts';
import type { Completion, Problem, Range } from '../../simulator/core/text.ts';

/** What the editor asks of a language. Plain data in, plain data out; never throws. */
export interface EditorLanguage {
  id: 'nginx' | 'xml';
  /** Every problem of the lab's files, read from `name`'s main file on. */
  problems(files: Files, name: string): Problem[];
  complete(files: Files, name: string, at: number): Completion[];
  hover(files: Files, name: string, at: number): (Completion & Range) | undefined;
  fixes(files: Files, problem: Problem): Fix[];
  /** The real program's own words for a problem, in English, as it prints them. */
  words(problem: Problem): string;
}

/** A ready repair: what its button says is written per language, under `code`. */
export interface Fix {
  code: string;
  values: Readonly<Record<string, string | number>>;
  edits: readonly (Range & { insert: string })[];
}

/** The language a file is written in, by its name. */
export function languageOf(name: string): EditorLanguage['id'] {
  return name.endsWith('.xml') ? 'xml' : 'nginx';
}
