import type { Act } from '../../simulator/index.ts';
import type { Entry, Part } from './messages.ts';

/** What the entries of a log come to: all that a window needs to work out the rest by itself. */
export interface Told {
  lesson: string | undefined;
  /** What was done to the lab, in the run that counts now. */
  acts: Act[];
  /** How often that run went on from an earlier moment: then it cannot just be gone on with. */
  turns: number;
  /** The beat that began last. */
  beat: string | undefined;
  /** When its part of the run began (virtual ms); `undefined`: it stands before that. */
  ranAt: number | undefined;
  /** What the stage shows besides the lab. A new beat begins with the lab alone. */
  shown: ReadonlySet<Part>;
  /** Hands by beat, of the first vote and of the second. */
  votes: Readonly<Record<string, { 1?: readonly number[]; 2?: readonly number[] }>>;
}

export const nothingTold = (): Told => ({
  lesson: undefined,
  acts: [],
  turns: 0,
  beat: undefined,
  ranAt: undefined,
  shown: new Set(),
  votes: {},
});

/** Takes in the next entry. Of what came before only the list of acts is changed, for it may be long. */
export function withEntry(told: Told, entry: Entry): Told {
  switch (entry.kind) {
    case 'begin':
      return { ...told, lesson: entry.lesson };
    case 'act':
      told.acts.push({ at: entry.at, act: entry.act });
      return told;
    case 'seek':
      return { ...told, acts: told.acts.slice(0, entry.keep), turns: told.turns + 1 };
    case 'beat':
      return { ...told, beat: entry.beat, ranAt: undefined, shown: new Set() };
    case 'run':
      return { ...told, ranAt: entry.at };
    case 'reveal': {
      const shown = new Set(told.shown);
      if (entry.shown) shown.add(entry.part);
      else shown.delete(entry.part);
      return { ...told, shown };
    }
    case 'votes': {
      const { beat, round, counts } = entry;
      return { ...told, votes: { ...told.votes, [beat]: { ...votesOf(told, beat), [round]: counts } } };
    }
    case 'recount':
      return { ...told, votes: { ...told.votes, [entry.beat]: {} } };
  }
}

export const votesOf = ({ votes }: Pick<Told, 'votes'>, beat: string): Told['votes'][string] =>
  (Object.hasOwn(votes, beat) ? votes[beat] : undefined) ?? {};

/** What the first so many entries come to. */
export const toldBy = (entries: readonly Entry[]): Told => entries.reduce(withEntry, nothingTold());
