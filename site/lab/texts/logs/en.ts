import type { LogWords } from './words.ts';

export const words: LogWords = {
  label: 'Log files',
  follow: 'Follow the end',
  copy: 'Copy',
  copied: 'Copied',
  empty: 'Still empty.',
};
