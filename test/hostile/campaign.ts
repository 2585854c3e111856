import { dataFor } from './data.ts';
import { Dice } from './dice.ts';
import { type Target, takesText } from './target.ts';
import { textsFor } from './texts.ts';

/** An input that a target did not bear. */
export interface Crash {
  /** The how-manieth input of the campaign, counted from 0. */
  input: number;
  given: unknown;
  error: unknown;
}

export interface Campaign {
  inputs: number;
  /** Of texts: characters on average, and of the longest. */
  characters: { mean: number; most: number };
  /** One of each kind. */
  crashes: Crash[];
}

/** More kinds of crashes than these nobody looks at. */
const MOST_KINDS = 20;

/** Puts so many inputs to a target; the same seed makes the same inputs. `alive` hears of every input before it is given. */
export async function campaign(
  target: Target,
  inputs: number,
  seed: number,
  alive: (input: number) => void = () => {},
): Promise<Campaign> {
  // What is thrown and caught inside need not know where it was thrown.
  Error.stackTraceLimit = 4;
  const dice = new Dice(seed);
  const crashes = new Map<string, Crash>();
  const next = takesText(target) ? textsFor(target, dice) : dataFor(target.good, dice);
  const take = (takesText(target) ? target.take : target.takeData) as (given: unknown) => unknown;
  let [all, most] = [0, 0];
  for (let input = 0; input < inputs && crashes.size < MOST_KINDS; input++) {
    const given = next();
    alive(input);
    if (typeof given === 'string') {
      all += given.length;
      if (given.length > most) most = given.length;
    }
    try {
      const came = take(given);
      if (came instanceof Promise) await came;
    } catch (error) {
      const kind = kindOf(error);
      if (!crashes.has(kind)) crashes.set(kind, { input, given, error });
    }
  }
  return { inputs, characters: { mean: Math.round(all / inputs), most }, crashes: [...crashes.values()] };
}

/** Crashes with one message at one place are one. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /^ +at .*$/m.exec(error.stack ?? '')?.[0] ?? '';
  return `${error.name} ${place}`;
}
