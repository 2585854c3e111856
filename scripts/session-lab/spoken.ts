import type { Language } from '../../lessons/texts.ts';
import { en } from '../../site/lab/texts/en.ts';
import type { ShareWords } from '../../site/lab/texts/share/words.ts';
import { loadSentences, type Texts } from '../../site/lab/texts/texts.ts';
import { zhCn } from '../../site/lab/texts/zh-cn.ts';

/** The lab's words in a language, its sentences for what happens among them. */
export async function spoken(language: Language): Promise<Texts> {
  const texts = language === 'en' ? en : zhCn;
  await loadSentences(texts);
  return texts;
}

/** What can be wrong with a link, in a language. */
export const shareProblems = async (language: Language): Promise<ShareWords['problems']> =>
  (
    await (language === 'en'
      ? import('../../site/lab/texts/share/en.ts')
      : import('../../site/lab/texts/share/zh-cn.ts'))
  ).words.problems;
