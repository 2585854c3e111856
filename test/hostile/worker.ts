import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { type Campaign, campaign } from './campaign.ts';
import { targets } from './targets.ts';

/** What came of a campaign, with the inputs and errors of crashes as texts. */
export type Came = Omit<Campaign, 'crashes'> & { crashes: { input: number; given: string; error: string }[] };

const { target: name, inputs, seed, at } = workerData;
const target = targets.find((one) => one.name === name);
if (!target) throw new Error(`no target ${name}`);
const { crashes, ...came } = await campaign(target, inputs, seed, (input) => Atomics.store(at, 0, input));
// What was given may be nothing that can be posted.
const told: Came = {
  ...came,
  crashes: crashes.map(({ input, given, error }) => ({ input, given: written(given), error: inspect(error) })),
};
parentPort?.postMessage(told);

function written(given: unknown): string {
  return typeof given === 'string' ? JSON.stringify(given) : inspect(given, { depth: 8 });
}
