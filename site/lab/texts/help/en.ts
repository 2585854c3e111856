import type { HelpWords } from './words.ts';

export const words: HelpWords = {
  title: 'Keys',
  intro: 'They work while the focus is inside the lab and you are not typing. Clickers for slides work, too.',
  keys: [
    [['Space', '.'], 'play or pause'],
    [['→', 'PgDn'], 'one step: until the next packet arrives'],
    [['←', 'PgUp'], 'one step back'],
    [['Shift →', 'Shift ←'], 'on and back to where a visitor has an answer'],
    [['S', 'Shift S'], 'on and back to where a session is created, saved, lost or expires'],
    [['D', 'Shift D'], 'on and back to a fault'],
    [['B'], 'back to now, after looking at the past'],
    [['F'], 'fork: begin a branch at this moment'],
    [['Ctrl Z', 'Ctrl Shift Z'], 'undo and redo what was done to the servers and visitors'],
    [['N'], 'the next visitor opens a page'],
    [['R'], 'nginx -s reload'],
    [['X'], 'X-ray of the session of the visitor in focus'],
    [['1', '2'], 'kill server 1, 2 … or start it again'],
    [['[', ']'], 'slower, faster'],
    [['?'], 'this help'],
    [['Esc'], 'leave the editor or this help'],
  ],
  enabled: 'Use these keys',
  signs: 'Signs',
  legend: [
    'Each visitor has a shape, a colour and a letter. His requests carry the same sign.',
    '…9F3A under a request is the end of the session id in its cookie; a filled tag +…9F3A is a new cookie that the server sets.',
    'A torn tag: the server does not know this session, the login is lost. ✕ is a refused or broken connection.',
    'A packet is on the line for 0.4 s here, so that you can watch it; real ones take less than a thousandth of that.',
  ],
  close: 'Close',
};
