import type { TranscriptWords } from './words.ts';

/** The transcript in English. */
export const words: TranscriptWords = {
  title: 'Transcript',
  about: 'The whole run in words, request by request: what the pictures show, nothing less.',
  who: 'Of',
  everybody: 'everybody',
  visitor: (name) => `visitor ${name}`,
  events: 'Only faults, sessions and logins',
  empty: 'Nothing has happened yet.',
  none: 'Nothing of that kind has happened.',
  range: (first, last, total) => `${first}–${last} of ${total}`,
  part: 'This is a long run: listed here is the part around the moment shown. Go elsewhere in time to read the rest.',
  earlier: 'Earlier',
  later: 'Later',
  follow: 'Follow the run',
  now: 'shown now',
  copy: 'Copy all',
  copied: 'Copied',
  download: 'Download',
  file: 'transcript.txt',
  why: (chain) => `Explain request ${chain}`,
};
