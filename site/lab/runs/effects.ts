import { compiled, type Lab, totalsOf, withFiles } from '../../../simulator/index.ts';
import { filesOf } from '../page/files.ts';
import type { EditedFiles } from '../protocol.ts';
import { type ChangedFile, changedFiles } from './hunks.ts';
import type { Effects, Hunk, Sides, Variant } from './tasks.ts';
import { type Pace, partOf, played } from './work.ts';

/** More differences than these are not tried one by one: each costs two runs. */
export const MOST_HUNKS = 12;

/**
 * What each difference between two labs' files does: A is played with it alone, and B with all others. Whatever the
 * words of a file may say, this is what its program makes of them.
 */
export async function effectsOf({ a, b, scenario }: Sides, pace: Pace): Promise<Effects> {
  const hunks: Hunk[] = [];
  const files = changedFiles(filesOf(a), filesOf(b), hunks);
  const tried = hunks.slice(0, MOST_HUNKS);
  const parts = tried.length * 2 + 2;
  const known = new Map<string, Promise<Variant>>();
  let part = 0;
  /** B's side of the chosen hunks, A's of all others. */
  const variant = (chosen: (hunk: number) => boolean): Promise<Variant> => {
    const key = hunks.map((_, hunk) => (chosen(hunk) ? 'b' : 'a')).join('');
    const found =
      known.get(key) ?? playedVariant(withFiles(a, textsOf(files, chosen)), scenario, partOf(pace, part, parts));
    part++;
    known.set(key, found);
    return found;
  };
  const all = { a: await variant(() => false), b: await variant(() => true) };
  const effects: Effects['hunks'] = [];
  for (const [index, hunk] of tried.entries()) {
    const alone = await variant((one) => one === index);
    effects.push({ ...hunk, alone, without: await variant((one) => one !== index) });
  }
  return { hunks: effects, more: hunks.length - tried.length, ...all };
}

async function playedVariant(lab: Lab, scenario: Sides['scenario'], pace: Pace): Promise<Variant> {
  const { requests, failures } = await played(await compiled(lab), scenario, pace);
  return { totals: totalsOf(requests), failures };
}

function textsOf(files: readonly ChangedFile[], chosen: (hunk: number) => boolean): EditedFiles {
  const texts: EditedFiles = {};
  for (const { host, file, pieces } of files) {
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : chosen(piece.hunk) ? piece.b : piece.a));
    // An empty file does as well as one that is not there.
    texts[host] = { ...texts[host], [file]: text.join('') };
  }
  return texts;
}
