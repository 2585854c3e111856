import type { FrameWords } from './words.ts';

export const words: FrameWords = {
  open: 'Open in the full course',
  task: 'The task',
  section: 'make-it-work',
  lab: 'The lab',
  wrongLink: 'The link to this page holds something that could not be used:',
  wrongOptions: 'The address of this page asks for something that there is not:',
  more: (count) => `and ${count} more`,
  errors: {
    'unknown-version': 'This frame speaks version 1 of the protocol only.',
    'bad-message': 'Something in this message is missing, or is not as it has to be.',
    'no-init': 'The first message to a frame has to be init.',
    'wrong-origin': 'This message comes from another origin than it says, or than init came from.',
    'too-many-messages': 'Too many messages came at once; some were not read.',
    'bad-link': 'The link could not be used, or not all of it.',
    'no-attempts-left': 'No attempts are left.',
    'not-checked': 'The check was given up, or another one is running.',
    'lab-failed': 'The lab has stopped by a mistake of ours.',
    'not-loaded': 'The lab could not be loaded.',
  },
};
