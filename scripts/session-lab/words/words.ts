import type { Language } from '../../../lessons/texts.ts';
import type { Misuse } from '../options.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

/** All that the command line says in one language. */
export interface Words {
  language: Language;
  /** The page of help of a command; `program`: of all of it. */
  help: Record<'program' | 'grade' | 'list', string>;
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
  grading(done: number, all: number): string;
  status: Record<'pass' | 'fail' | 'not-gradable' | 'error', string>;
  score(raw: number, max: number): string;
  untried: string;
  evidence: string;
  noFiles(files: readonly string[]): string;
  stranger(file: string): string;
  tooLarge(file: string): string;
  unreadable(file: string): string;
  total(counts: Record<'pass' | 'fail' | 'not-gradable' | 'error', number>): string;
  points(count: number): string;
  tooMuch(word: string): string;
}

export const words: Record<Language, Words> = { en, 'zh-cn': zhCn };

/** The language that a name such as `zh-CN`, `zh_CN.UTF-8` or `en` means; `undefined`: none that is spoken here. */
export function languageNamed(name: string): Language | undefined {
  const [, first] = /^(en|zh)(?:[-_.@].*)?$/i.exec(name) ?? [];
  return first === undefined ? undefined : first.toLowerCase() === 'zh' ? 'zh-cn' : 'en';
}
