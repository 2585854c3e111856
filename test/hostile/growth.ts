import type { TextTarget } from './target.ts';

/** How the time that a target takes grows where texts of one repeated piece become four times as long. */
export interface Growth {
  /** How long the longer texts were, in characters. */
  length: number;
  /** How many times as long four times as much takes: 4 is linear, 16 squared. */
  ratio: number;
  /** Where that is too much: the piece that took longest, and what stood before it. */
  worst: string[] | undefined;
}

/** More than this is no longer linear; between, there is room for what a busy machine does to clocks. */
export const LINEAR = 9;

/** What takes less of the processor's time for all pieces together (ms) is not compared: its clock is coarse, and nobody waits. */
const MEASURABLE = 150;
const SHORTEST = 2000;
const LONGEST = 128_000;
const FACTOR = 4;
/** Of a target's own words, so many are tried. */
const MOST_WORDS = 25;
/** What looks steep is measured again. */
const ROUNDS = 4;

/** Openings, whole small things, and whatever makes a reader look far ahead or back. */
const UNITS = [
  ...'{}[]()<>"\'`\\/;:,|&#$%=+-*?!@^ \t\n0aé',
  '\r\n',
  'a ',
  'a\n',
  'a;',
  '"a',
  "'a ",
  '<a ',
  '<a>',
  '<a/>',
  '</a>',
  '<!--',
  '-->',
  '/*',
  '${',
  '$(',
  '%41',
  '\\"',
  'a=1&',
  '{"a":',
  '[[',
];

/** Gives a target long texts, each of one piece over and over, behind nothing or behind how a good text begins. */
export async function growthOf({ good, words, take, refuses = LONGEST }: TextTarget): Promise<Growth> {
  const most = Math.min(refuses, LONGEST);
  const begins = ['', (good[0] ?? '').slice(0, 40)];
  const pieces = [...UNITS, ...words.slice(0, MOST_WORDS)].flatMap((piece) => begins.map((begin) => [begin, piece]));
  const timeOf = async (length: number) => {
    const begun = spent();
    for (const [begin = '', piece = ''] of pieces) await take(repeated(begin, piece, length));
    return spent() - begun;
  };
  let length = SHORTEST * FACTOR;
  let long = await timeOf(length);
  while (long < MEASURABLE && length * FACTOR <= most) {
    length *= FACTOR;
    long = await timeOf(length);
  }
  if (long < MEASURABLE) return { length, ratio: 1, worst: undefined };
  let ratio = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && ratio >= LINEAR; round++) {
    ratio = Math.min(ratio, long / Math.max(1, await timeOf(length / FACTOR)));
    if (ratio >= LINEAR) long = await timeOf(length);
  }
  return { length, ratio, worst: ratio < LINEAR ? undefined : await slowest(take, pieces, length) };
}

async function slowest(take: TextTarget['take'], pieces: string[][], length: number): Promise<string[] | undefined> {
  let [worst, most]: [string[] | undefined, number] = [undefined, -1];
  for (const [begin = '', piece = ''] of pieces) {
    const begun = spent();
    await take(repeated(begin, piece, length));
    const took = spent() - begun;
    if (took > most) [worst, most] = [[begin, piece, `${Math.round(took)} ms`], took];
  }
  return worst;
}

const repeated = (begin: string, piece: string, length: number): string =>
  (begin + piece.repeat(Math.ceil(length / piece.length))).slice(0, length);

/** What this thread has had of the processor's time (ms): while others have it, none passes. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
