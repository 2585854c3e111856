import type { Exercise } from '../../../simulator/index.ts';
import { filesOf } from '../../../site/lab/page/files.ts';
import { isLink, openLink } from '../run/opened.ts';
import type { Words } from '../words/words.ts';
import { type Submission, submissionIn } from './submission.ts';

/** Reads what was handed in: a folder, or a link as the page makes them. */
export async function submissionOf(what: string, exercise: Exercise, words: Words): Promise<Submission> {
  return isLink(what) ? submissionBy(what, exercise, words) : submissionIn(what, exercise, words);
}

/** The exercise's files as a link has them. */
async function submissionBy(link: string, { id, edits }: Exercise, words: Words): Promise<Submission> {
  const opened = await openLink(link);
  if (!opened || opened.base !== id) {
    const text = words.otherLab(id);
    return { folder: link, files: undefined, diagnostics: [{ level: 'error', code: 'no-files', subject: '', text }] };
  }
  const start = filesOf(opened.lab);
  const files: Record<string, Record<string, string>> = {};
  for (const { host, file } of edits) {
    const text = opened.files[host]?.[file] ?? start[host]?.[file];
    if (text !== undefined) files[host] = { ...files[host], [file]: text };
  }
  // What could not be read may be the very line that matters.
  const diagnostics = opened.problems.map(({ token }) => ({
    level: 'error' as const,
    code: 'unreadable' as const,
    subject: '',
    text: words.brokenLink(token.slice(0, 80)),
  }));
  return { folder: link, files: diagnostics.length > 0 ? undefined : files, diagnostics };
}
