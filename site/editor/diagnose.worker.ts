import { type Answer, diagnose, type Question } from './diagnosis.ts';
import { languageOf, loadLanguage } from './language.ts';

/** Reads large files off the page's thread, one question at a time. */
self.onmessage = async ({ data }: MessageEvent<Question>) => {
  const language = await loadLanguage(languageOf(data.name));
  const answer: Answer = { id: data.id, ...diagnose(language, data.files, data.name) };
  self.postMessage(answer);
};
