import { readdirSync, readFileSync } from 'node:fs';
import type { Comparing, Comparison, Measured, Pair } from './side-by-side.ts';

/** Seconds that something took, by both clocks. */
export interface Took {
  wall: number;
  processor: number;
}

/** One side of a comparison: how much was done, and in what time. */
export interface Done extends Took {
  amount: number;
}

/** Measures both sides so many times, in turns; a first time, while everything is still cold, does not count. */
export async function compared(
  of: Comparing,
  unit: 'per second' | 'ms',
  times: number,
  { real, ours }: { real: () => Promise<Done> | Done; ours: () => Promise<Done> | Done },
): Promise<Comparison> {
  await ours();
  const [reals, own]: [Done[], Done[]] = [[], []];
  for (let i = 0; i < times; i++) {
    reals.push(await real());
    own.push(await ours());
  }
  const pairBy = (clock: keyof Took): Pair => {
    const figures = (all: Done[]) =>
      measuredFrom(all.map((done) => (unit === 'ms' ? (done[clock] * 1000) / done.amount : done.amount / done[clock])));
    const pair = { real: figures(reals), ours: figures(own) };
    const [more, less] = unit === 'ms' ? [pair.real, pair.ours] : [pair.ours, pair.real];
    return { ...pair, ratio: rounded(more.median / less.median) };
  };
  return { of, unit, wall: pairBy('wall'), processor: pairBy('processor') };
}

function measuredFrom(values: readonly number[]): Measured {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [below = 0, above = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return { median: rounded((below + above) / 2), runs: values.map(rounded) };
}

/** Four digits say enough. */
const rounded = (value: number) => Number(value.toPrecision(4));

/** What work of this very process takes. */
export async function own<T>(work: () => T | Promise<T>): Promise<Took & { result: T }> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, wall: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
}

/**
 * What programs take that `work` starts and waits for, and `others`, which run already, with what these started and waited for.
 * Linux counts in hundredths of a second.
 */
export async function programs<T>(
  work: () => T | Promise<T>,
  others: readonly number[] = [],
): Promise<Took & { result: T }> {
  const [begun, used, usedByOthers] = [performance.now(), ticks('self').children, ticksOf(others)];
  const result = await work();
  const wall = (performance.now() - begun) / 1000;
  return { result, wall, processor: (ticks('self').children - used + ticksOf(others) - usedByOthers) / 100 };
}

const ticksOf = (pids: readonly number[]) =>
  pids.reduce((sum, pid) => {
    const { self, children } = ticks(pid);
    return sum + self + children;
  }, 0);

/** What a process has used, and those of its children that have ended (`proc(5)`: utime, stime, cutime, cstime). */
function ticks(pid: number | 'self'): { self: number; children: number } {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
  return { self: utime + stime, children: cutime + cstime };
}

/** A process and all that descend from it. */
export function family(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(family)];
}
