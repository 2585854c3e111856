import { hashText, nextRandom } from '../core/random.ts';
import { accountOf } from './account.ts';

/** What visitors do by themselves: a round of pages, and the next one after a while. Times in virtual ms. */
export interface Script {
  /** From the beginning of one round to the beginning of the next; shorter than `SHORTEST_ROUND` is taken for that. */
  every: number;
  /** Visitors begin a round within so long a time of each other, each at his own moment; 0: all at once. */
  spread: number;
  /** Nobody is a clock: each visit comes up to so much later. */
  jitter: number;
  /** What a visitor asks for in a round, one after the other. */
  pages: string[];
  /** From one page of a round to the next. */
  think: number;
  /** When a visitor logs in, under a name of his own, before the pages. */
  login: 'never' | 'once' | 'each-round';
  /** After so long without an answer a visitor gives up. */
  patience?: number;
}

/** Where a visitor is in his script. */
export interface Habit {
  script: Script;
  /** What his own moments are drawn from. */
  seed: number;
  /** When he took it up. */
  since: number;
  /** The number of his next visit. */
  next: number;
}

const SHORTEST_ROUND = 50;

/**
 * The nth visit of a script (from 0) and how long after its beginning it is due; `undefined`: a script without
 * visits. It follows from the visitor's name and the seed alone, so who else is there changes nothing.
 */
export function scriptedVisit(
  { script, seed }: Pick<Habit, 'script' | 'seed'>,
  name: string,
  n: number,
): { after: number; path: string } | undefined {
  const place = placeOf(script, n);
  if (!place) return undefined;
  const { round, step, path } = place;
  const own = drawn(`${name} spread`, seed) * script.spread;
  const late = drawn(`${name} ${n}`, seed) * script.jitter;
  const after = round * Math.max(SHORTEST_ROUND, script.every) + own + step * script.think + late;
  return { after: Math.round(after), path: path ?? `/login?user=${accountOf(name)}` };
}

/** The round of a visit, its step in it, and its page; without a page it is the login. */
function placeOf({ pages, login }: Script, n: number): { round: number; step: number; path?: string } | undefined {
  const logins = login === 'each-round' ? 1 : 0;
  const once = login === 'once' ? 1 : 0;
  const perRound = pages.length + logins;
  if (n < once + logins) return { round: 0, step: 0 };
  if (perRound === 0) return undefined;
  const round = Math.floor((n - once) / perRound);
  const step = (n - once) % perRound;
  const path = pages[step - logins];
  return path === undefined ? { round, step } : { round, step: round === 0 ? step + once : step, path };
}

/** A number in [0, 1) for a text. */
const drawn = (text: string, seed: number) => nextRandom(hashText(text, seed)).value;
