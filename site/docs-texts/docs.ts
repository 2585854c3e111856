import type { Completion, Problem } from '../../simulator/core/text.ts';
import type { Fix } from '../editor/language.ts';
import type { Locale } from '../locale.ts';

/** All that the editor explains in one language of the site. */
export interface Docs {
  /** What is wrong, where it comes from and what to do. */
  problem(problem: Problem): string;
  /** What a word means: our sentence where we wrote one, and what the table says. */
  entry(entry: Completion): Explanation | undefined;
  /** What the button of a ready repair says. */
  fix(fix: Fix): string;
}

/** The explanation of one word. */
export interface Explanation {
  title: string;
  text: string | undefined;
  /** Contexts, arguments, default, and whether it has an effect here; one line each. */
  facts: string[];
}

const loaded = new Map<Locale, Promise<Docs>>();

/** The explanations of one language, loaded on the first problem or the first word asked about. */
export function loadDocs(locale: Locale): Promise<Docs> {
  let docs = loaded.get(locale);
  if (!docs) {
    docs = (locale === 'en' ? import('./en/docs.ts') : import('./zh-cn/docs.ts')).then((module) => module.docs);
    loaded.set(locale, docs);
  }
  return docs;
}
