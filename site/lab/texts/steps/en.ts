import type { StepWords } from './words.ts';

/** The step table in English. */
export const words: StepWords = {
  title: 'Step by step, the newest first',
  about: 'Instead of the moving picture: what moved, from where to where, with which cookie, and what it changed.',
  when: 'Sent → there',
  request: 'Request',
  way: 'From → to',
  what: 'What',
  cookie: 'Session cookie',
  changed: 'What happened there',
  why: (chain) => `What was decided for ${chain}, and why`,
  none: 'Nothing has moved yet. Let a visitor open a page, then step.',
  sets: 'new cookie:',
  ends: { 'under way': 'on its way', lost: 'lost on the way', untaken: 'nobody was there' },
};
