import type { Language } from '../../../lessons/texts.ts';
import type { Program } from '../check/programs.ts';
import type { Misuse } from '../options.ts';
import type { Trouble } from '../read-text.ts';
import type { ScriptProblem } from '../run/script.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

/** All that the command line says in one language. */
export interface Words {
  language: Language;
  /** The page of help of a command; `program`: of all of it. */
  help: Record<'program' | 'grade' | 'check' | 'run' | 'export' | 'list', string>;
  noCommand(name: string): string;
  misuse(misuse: Misuse, command: string): string;
  badLanguage(value: string): string;
  noExercise(id: string, known: readonly string[]): string;
  missingExercise: string;
  missingFolders: string;
  noFolder(path: string): string;
  badFormat(value: string, known: readonly string[]): string;
  badJobs(value: string): string;
  oneFolder(format: string): string;
  noOutput(format: string): string;
  grading(done: number, all: number): string;
  status: Record<'pass' | 'fail' | 'not-gradable' | 'error', string>;
  score(raw: number, max: number): string;
  untried: string;
  evidence: string;
  /** `place`: a line of a file. */
  decides(place: string): string;
  unproved: string;
  noFiles(files: readonly string[]): string;
  /** A link that leads elsewhere. */
  otherLab(exercise: string): string;
  brokenLink(part: string): string;
  stranger(file: string): string;
  trouble: Record<Trouble, (file: string) => string>;
  total(counts: Record<'pass' | 'fail' | 'not-gradable' | 'error', number>): string;
  check: CheckWords;
  run: RunWords;
  export: {
    written(path: string, files: number): string;
    /** `said`: the system's own words. */
    notWritten(path: string, said: string): string;
  };
  points(count: number): string;
  tooMuch(word: string): string;
}

/** What `session-lab check` says beside the programs' own words. */
interface CheckWords {
  missingFiles: string;
  badProgram(value: string, known: readonly string[]): string;
  badVersion(option: string, value: string, known: readonly string[]): string;
  /** The name does not tell whose file it is. */
  unnamed(path: string, known: readonly string[]): string;
  notOfTomcat(path: string): string;
  accepted: string;
  refused: string;
  /** The program starts and prints nothing. */
  silent: Record<Program, string>;
}

/** What `session-lab run` says beside the run. */
interface RunWords {
  missing: string;
  badUntil(value: string): string;
  unknown(what: string, known: readonly string[]): string;
  notALab(path: string): string;
  /** Heads what a terminal shows in the end. */
  screen(name: string): string;
  noSuchLab: string;
  onlyExercise: string;
  /** `said`: what is wrong with the part, in the words of the page. */
  linkProblem(said: string, token: string): string;
  differs: string;
  problem(script: string, problem: ScriptProblem, hosts: readonly string[]): string;
}

export const words: Record<Language, Words> = { en, 'zh-cn': zhCn };

/** The language that a name such as `zh-CN`, `zh_CN.UTF-8` or `en` means; `undefined`: none that is spoken here. */
export function languageNamed(name: string): Language | undefined {
  const [, first] = /^(en|zh)(?:[-_.@].*)?$/i.exec(name) ?? [];
  return first === undefined ? undefined : first.toLowerCase() === 'zh' ? 'zh-cn' : 'en';
}
