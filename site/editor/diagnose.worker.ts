import { type Answer, diagnose, type Question } from './diagnosis.ts';
import { languageOf } from './language.ts';
import { nginx } from './nginx.ts';
import { xml } from './xml.ts';

/** Reads large files off the page's thread, one question at a time. */
self.onmessage = ({ data }: MessageEvent<Question>) => {
  const language = languageOf(data.name) === 'xml' ? xml : nginx;
  const answer: Answer = { id: data.id, ...diagnose(language, data.files, data.name) };
  self.postMessage(answer);
};
