import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explore } from '../../../simulator/engine/explore.ts';
import { crashes, searchedWorld } from '../engine.ts';
import { compared, own, programs } from './measure.ts';
import type { Comparison } from './side-by-side.ts';

const TIMES = 3;
/** The simulator’s share of the search with three visitors, which is long: so many worlds, about a second. */
const LIMIT = 300_000;

/**
 * Steps per second of a search: the program that SPIN makes of `search.pml`, against the simulator on the same lab. Three
 * visitors keep SPIN busy for longer than its start takes; how many steps a complete search has is told for two.
 */
export async function search(): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'beside-'));
  try {
    const steps = { real: spinSteps(compiledSearch(folder, 2)), ours: explored(2, Number.POSITIVE_INFINITY) };
    const pan = compiledSearch(folder, 3);
    const searched = await compared('search', 'per second', TIMES, {
      real: async () => {
        const { result, ...took } = await programs(() => spinSteps(pan));
        return { ...took, amount: result };
      },
      ours: async () => {
        const { result, ...took } = await own(() => explored(3, LIMIT));
        return { ...took, amount: result };
      },
    });
    return { ...searched, steps };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** SPIN writes a program in C that searches one model; every order is searched, none left out. */
function compiledSearch(folder: string, visitors: number): string {
  const pan = join(folder, `pan${visitors}`);
  const model = join(import.meta.dirname, 'search.pml');
  execFileSync('spin', ['-a', `-DVISITORS=${visitors}`, model], { cwd: folder });
  execFileSync('gcc', ['-w', '-O2', '-DSAFETY', '-DNOREDUCE', '-o', pan, 'pan.c'], { cwd: folder });
  return pan;
}

/** How many steps it takes: into new states and into known ones. */
function spinSteps(pan: string): number {
  const said = execFileSync(pan, ['-E'], { encoding: 'utf8' });
  const [, steps] = /(\d+) transitions/.exec(said) ?? [];
  if (steps === undefined || !said.includes('errors: 0')) throw new Error(`SPIN has not searched it: ${said}`);
  return Number(steps);
}

function explored(visitors: 2 | 3, limit: number): number {
  const { transitions, complete } = explore(searchedWorld(visitors), [], { faults: crashes, atMost: 1, limit });
  if (!complete && transitions < limit) throw new Error('the search has stopped early');
  return transitions;
}
