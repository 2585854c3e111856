import type { ProgressWords } from './words.ts';

const some = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export const words: ProgressWords = {
  about:
    'What you have passed and written is kept in this browser and nowhere else. Save it as a file to take it to another one: there it is added to what you did, and nothing is written over.',
  save: 'Save as a file',
  open: 'Add from a file',
  reset: 'Reset progress',
  undo: 'Undo',
  trouble: {
    forbidden:
      'This browser keeps nothing for this site (a private window, a strict setting, or a page inside another). What you pass counts until you leave the page.',
    full: 'The browser has no room left for this site. What you pass from now on counts until you leave the page: save it as a file, on the course page.',
    newer:
      'A newer version of this site has kept your progress here, in a form this page does not know. It is left alone; what you pass on this page is not added to it. Reload the page to get the newer version.',
    damaged: 'Part of what this browser had kept could not be read. The rest is here; the text as it was is set aside.',
  },
  saveUnreadable: 'Save that text as a file',
  saved: 'Saved. Drafts are in it, too.',
  takenIn: (passed, drafts, unkept) =>
    [
      passed + drafts + unkept === 0
        ? 'Everything in the file was here already.'
        : `Added: ${some(passed, 'exercise')} passed, ${some(drafts, 'newer draft')}.`,
      drafts > 0 ? 'Your own drafts are kept beside them.' : '',
      unkept > 0 ? `The browser had no room for ${some(unkept, 'draft')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  refused: {
    large: 'Nothing was changed: this file is far too large to hold progress. Is it the right one?',
    'no-json': 'Nothing was changed: this file is not JSON. Was it cut off, or edited by hand?',
    foreign: 'Nothing was changed: this is not a file that “Save as a file” has written.',
    'a-lab': 'Nothing was changed: this file holds a lab, not progress. Open it under “Share”, in a lab.',
    newer: 'Nothing was changed: a newer version of this site has written this file. Reload the page and try again.',
    damaged: (at) => `Nothing was changed: the file is damaged at ${at}.`,
  },
  unreadFile: 'Nothing was changed: the file could not be read.',
  begunAnew: 'Everything passed and written is forgotten. Until you leave this page you can have it back.',
  undone: 'It is as it was.',
  olderDraft: 'There are two drafts of your files: one is shown here, the other one is kept.',
  otherDraft: 'Show the other one',
};
