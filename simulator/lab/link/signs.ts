import type { PowerEvent } from '../../engine/world.ts';

/** The letter of each action in a link. The grammar of what follows it is in `read-action.ts`. */
export const signs = {
  visit: 'V',
  type: 'T',
  interrupt: 'C',
  edit: 'E',
  delete: 'D',
  cut: 'L',
  mend: 'M',
  netem: 'N',
  slow: 'W',
  redisCli: 'A',
  join: 'J',
  move: 'I',
  leave: 'G',
  open: 'O',
  cookies: 'Y',
  traffic: 'F',
  computed: 'Z',
} as const;

/** Of these, the letters of what is done to a process; `K` is kill -9. */
export const powerSigns: Record<PowerEvent, string> = {
  start: 'S',
  stop: 'X',
  crash: 'K',
  hang: 'H',
  resume: 'U',
  reload: 'R',
  quit: 'Q',
};

/** The event of a letter, if it is one. */
export const powerEventOf = (sign: string): PowerEvent | undefined =>
  (Object.keys(powerSigns) as PowerEvent[]).find((event) => powerSigns[event] === sign);
