import type { Files, Language } from '../../simulator/core/language.ts';
import type { Problem } from '../../simulator/core/text.ts';

/** What was found in one state of the files: the first problems, and how many there are in all. */
export interface Diagnosis {
  problems: Problem[];
  total: number;
}

/** What the worker is sent, and what it answers. */
export interface Question {
  id: number;
  host: string;
  files: Files;
  name: string;
}
export interface Answer extends Diagnosis {
  id: number;
}

/** More squiggles than this tell nobody anything. */
const SHOWN = 200;

/** The problems of the lab's files as seen from the file `name`; those of `name` itself come first. */
export function diagnose(language: Language, files: Files, name: string): Diagnosis {
  const all = language.problems(files, name);
  const own = all.filter((problem) => problem.file === name);
  const others = all.filter((problem) => problem.file !== name);
  return { problems: [...own, ...others].slice(0, SHOWN), total: all.length };
}
