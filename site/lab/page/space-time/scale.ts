/** A silent stretch of time that is drawn shorter than it was. */
export interface Gap {
  y: number;
  height: number;
  ms: number;
}

/** Where moments lie, downwards in px. */
export interface Scale {
  height: number;
  gaps: Gap[];
  yOf(at: number): number;
}

/** A packet is on the line for 400 ms in a lab on a page: 40 px. */
const PX_PER_MS = 0.1;
/** Two moments are never nearer: the words of what happened at them need the room of a line. */
const CLOSEST = 17;
/** Where nothing happens for longer, time is cut out. */
const LONGEST_SILENCE = 1000;
const GAP = 40;
const MARGIN = 22;

/** Sets out moments (ms) downwards: in proportion where it is readable, with a marked gap where nothing happened for long. */
export function scaleOf(moments: Iterable<number>): Scale {
  const sorted = [...new Set(moments)].sort((a, b) => a - b);
  const ys = new Map<number, number>();
  const gaps: Gap[] = [];
  let y = MARGIN;
  sorted.forEach((at, i) => {
    const before = sorted[i - 1];
    if (before !== undefined) {
      const ms = at - before;
      if (ms > LONGEST_SILENCE) gaps.push({ y, height: GAP, ms });
      y += ms > LONGEST_SILENCE ? GAP : Math.max(CLOSEST, ms * PX_PER_MS);
    }
    ys.set(at, y);
  });
  return { height: y + MARGIN, gaps, yOf: (at) => ys.get(at) ?? between(sorted, ys, at) };
}

/** A moment at which nothing happened: in proportion between its neighbours. */
function between(sorted: readonly number[], ys: ReadonlyMap<number, number>, at: number): number {
  const after = sorted.findIndex((one) => one > at);
  const [low, high] = [sorted[after - 1], sorted[after]];
  const known = (one: number | undefined) => ys.get(one ?? NaN) ?? MARGIN;
  if (after === -1) return known(sorted.at(-1));
  if (low === undefined || high === undefined) return MARGIN;
  return known(low) + ((known(high) - known(low)) * (at - low)) / (high - low);
}
