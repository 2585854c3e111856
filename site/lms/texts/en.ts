import type { LmsWords } from './words.ts';

const standing = (best: number, passed: boolean) =>
  `${passed ? 'passed' : 'not passed yet'}, best score ${best}\u00a0%`;

export const words: LmsWords = {
  frame: (title) => `Exercise: ${title}`,
  waiting: 'Waiting for the learning platform …',
  begun: (best, passed) =>
    best === undefined
      ? 'Connected to the learning platform: every check is reported to it.'
      : `Connected to the learning platform. So far: ${standing(best, passed)}.`,
  begunAlone: 'Results are reported to nobody. Your work is kept in this browser.',
  viewing: 'Opened to look at only: you can try everything, and nothing is recorded.',
  unheard: (why) => `Nothing is recorded. ${why} The exercise itself works.`,
  recorded: (best, passed) => `Reported to the learning platform: ${standing(best, passed)}.`,
  recordedAlone: (best, passed) => `${passed ? 'Passed' : 'Not passed yet'}, best score ${best}\u00a0%.`,
  unrecorded: (why) => `The last result is not recorded yet. ${why} It is kept, and can be sent again.`,
  troubles: {
    missing: 'No learning platform answers: open the exercise from your course.',
    'not-opened': 'The learning platform did not begin a session.',
    'used-up': 'This session is over, or was opened once before: open the exercise from your course again.',
    refused: 'The learning platform did not accept it.',
    threw: 'The learning platform’s own program failed.',
    unreachable: 'The learning platform cannot be reached.',
    over: 'The session with the learning platform is over: open the exercise from your course again.',
  },
  said: (words) => `It said: ${words}.`,
  keptHere:
    'Your files are too large for the learning platform. This browser keeps them: go on with the same one next time.',
  notKept: 'Your files could not be kept: save them elsewhere before you leave.',
  lost: {
    elsewhere: 'Your earlier files are in the browser that you used last time; here you start afresh.',
    edition: 'The exercise has been replaced by another edition since last time: you start afresh.',
  },
  again: 'Send again',
  end: 'Finish and leave',
  unpacked:
    'This page belongs into a package for a learning platform. `npm run package` makes one; the page about embedding tells how.',
  ended: 'The session has ended. You can close this window.',
  noscript: 'The exercise needs JavaScript.',
};
