// npm run hostile -- [TARGET ...] --inputs 1000000    puts hostile inputs to what reads what others wrote (default: to all)
//   --seed N       begins elsewhere (default: 1); the same seed makes the same inputs
//   --out FILE     adds a line for every target to a file
//   --growth       instead compares what long texts take with what four times longer ones do; wants a quiet machine
//   --list         only tells which targets there are
// Tells every kind of crash once, and the input that takes longer than a minute. Exit code 1 when there was one, 2 on
// wrong usage. What came of the campaigns so far is in `campaigns.json` beside this.
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { growthOf, LINEAR } from './growth.ts';
import { type Target, takesText } from './target.ts';
import { targets } from './targets.ts';
import type { Came } from './worker.ts';

/** An input hangs on which nothing has come for so long (ms): of the processor's time, which others may have in the meantime. */
const HANGS = 60_000;
/** What waits and does nothing hangs after so many ms of anybody's time. */
const WAITS = 1_800_000;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      inputs: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      growth: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
  const stranger = positionals.find((name) => !targets.some((target) => target.name === name));
  if (stranger !== undefined) return usage(`no target ${stranger}`);
  if (!(inputs >= 1) || !Number.isInteger(seed)) return usage('--inputs and --seed want whole numbers');
  let failed = false;
  for (const target of targets) {
    if (positionals.length > 0 && !positionals.includes(target.name)) continue;
    if (values.list) console.log(`${target.name.padEnd(18)} ${target.what}`);
    else if (values.growth) failed = !(await grows(target)) || failed;
    else failed = !(await run(target, inputs, seed, values.out)) || failed;
  }
  return failed ? 1 : 0;
}

/** Whether a target's time grows no faster than its input. */
async function grows(target: Target): Promise<boolean> {
  if (!takesText(target)) return true;
  const { length, ratio, worst } = await growthOf(target);
  console.log(`${target.name}: ${ratio.toFixed(1)} times as long for 4 times ${length / 4} characters`, worst ?? '');
  return ratio < LINEAR;
}

async function run({ name }: Target, inputs: number, seed: number, out: string | undefined): Promise<boolean> {
  const begun = performance.now();
  const came = await watched(name, inputs, seed);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const crashes = 'hangs' in came ? [] : came.crashes;
  if ('hangs' in came) console.log(`${name}: input ${came.hangs} of seed ${seed} does not come to an end`);
  for (const { input, given, error } of crashes)
    console.log(`${name}: input ${input} of seed ${seed}: ${given}\n${error}`);
  console.log(`${name}: ${inputs} inputs, ${crashes.length} kinds of crashes, ${seconds} s`);
  if (out !== undefined) appendFileSync(out, `${JSON.stringify({ target: name, seed, inputs, seconds, ...came })}\n`);
  return !('hangs' in came) && crashes.length === 0;
}

/** Runs a campaign in a thread of its own, which can be given up when it hangs. */
async function watched(target: string, inputs: number, seed: number): Promise<Came | { hangs: number }> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { target, inputs, seed, at } });
  const { promise, resolve, reject } = Promise.withResolvers<Came | { hangs: number }>();
  worker.once('message', resolve);
  worker.once('error', reject);
  let [seen, spent, since] = [-1, 0, 0];
  const watch = setInterval(() => {
    const now = Atomics.load(at, 0);
    const { user, system } = process.cpuUsage();
    const used = (user + system) / 1000;
    if (now !== seen) [seen, spent, since] = [now, used, performance.now()];
    else if (used - spent > HANGS || performance.now() - since > WAITS) resolve({ hangs: now });
  }, 1000);
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}

function usage(problem: string): number {
  console.error(`${problem}\nusage: hostile [TARGET ...] [--inputs N] [--seed N] [--out FILE] [--growth] [--list]`);
  return 2;
}

process.exitCode = await main();
