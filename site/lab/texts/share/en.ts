import type { ShareWords } from './words.ts';

const thousands = (count: number) => count.toLocaleString('en');

/** Sharing in English. */
export const words: ShareWords = {
  about:
    'A link that brings whoever follows it to exactly what you see. It holds everything itself; nothing is sent anywhere.',
  what: 'What the link tells',
  withRun: 'Files and run',
  withRunHint: (time, actions) =>
    `The lab at ${time}, with all that was done until then (${actions === 1 ? '1 action' : `${thousands(actions)} actions`}).`,
  filesOnly: 'Files only',
  filesOnlyHint: 'What you have written, in a lab that has just been started.',
  link: 'Link',
  length: (characters) => `${thousands(characters)} characters`,
  tooLong: (characters) =>
    `${thousands(characters)} characters: many chat and mail programs cut links of that length. A file is safer.`,
  copy: 'Copy link',
  copied: 'The link is copied.',
  copyYourself: 'This browser does not let pages copy. The link is selected: copy it with your keyboard.',
  save: 'Save as a file',
  open: 'Open a file',
  openHint: 'A file that was saved here.',
  banner: {
    label: 'Shared lab',
    reading: 'The link is being read …',
    asks: 'The link brings a shared lab. Here you have work of your own, which stays as it is.',
    shown: (time) =>
      `You are looking at a shared lab${time === undefined ? '' : ` at ${time}`}. Your own is as you left it.`,
    mine: 'This is your own lab. The shared one is kept until you leave the page.',
    kept: 'The shared lab is yours now, instead of what you had here.',
    nothing: 'Nothing could be taken from this link.',
    show: 'Show the shared one',
    keepMine: 'Keep mine',
    back: 'Back to mine',
    keep: 'Go on with this one',
    undo: 'Undo',
    close: 'Close',
    differs:
      'Played again, the run ends otherwise than when the link was made: the simulator has changed since, or the link has.',
    problems: (count) =>
      count === 1
        ? 'One part of the link could not be taken; all others were:'
        : `${thousands(count)} parts of the link could not be taken; all others were:`,
    more: (count) => `and ${thousands(count)} more`,
  },
  home: {
    title: 'Take it home',
    about:
      'A zip for real programs: a Docker Compose file, your files as they are now, the shop’s Java sources, and a script that does to real servers what was done here (or, where nothing was, what the exercise checks) and compares what comes of it.',
    make: 'Make the zip',
    making: 'The run is rehearsed …',
    made: (name, files) => `${name}: ${thousands(files)} files. Begin with the README in it.`,
    failed: 'The zip could not be made. The page may need its network back; try again.',
  },
  problems: {
    'newer-version': 'made by a newer version of this site',
    'no-version': 'the version is missing',
    'unknown-lab': 'this page has no such lab',
    'no-lab': 'it names no lab',
    'unknown-field': 'a part of an unknown kind',
    'repeated-field': 'this was said before',
    'bad-number': 'not a number that can stand here',
    'bad-escape': 'broken % signs, as when a link was cut',
    'bad-form': 'not of the right form',
    'unknown-action': 'an unknown action',
    'unknown-host': 'nobody of that name is there',
    'wrong-host': 'that cannot be done to this one',
    'host-exists': 'somebody of that name is there already',
    'unknown-file': 'there is no such file',
    'bad-address': 'not an IP address',
    'out-of-order': 'earlier than the action before it',
    'too-many-actions': 'too many actions; from here on they were left out',
    'too-long': 'too long',
    'bad-packing': 'the compressed part is damaged',
    'no-share-file': 'this is not a file that was saved here',
  },
};
