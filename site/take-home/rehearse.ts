import { compiled, type Lab } from '../../simulator/index.ts';
import { Rehearsal } from './rehearsal.ts';
import type { HomeRun, Rehearsed, Step } from './run.ts';

/** Worlds that must come to the same: what differs between them is chance, or hangs on a millisecond. */
const variants = [
  { seed: 0, latency: 1 },
  { seed: 1, latency: 3 },
  { seed: 2, latency: 8 },
] as const;

/** Plays a run in the simulator, and tells it as the steps of a script with what came of each. */
export async function rehearsed(lab: Lab, run: HomeRun): Promise<Rehearsed> {
  const built = await compiled(lab);
  const played = async ({ seed, latency }: { seed: number; latency: number }) => {
    const play = new Rehearsal({ ...built, seed: lab.seed + seed }, latency);
    await play.play(run);
    return play;
  };
  const [usual, ...others] = variants;
  const { steps, listens, end } = await played(usual);
  for (const variant of others) agree(steps, (await played(variant)).steps);
  return { id: run.id, steps, listens, end };
}

/** Takes back what another playing did not come to as well. */
function agree(steps: readonly Step[], others: readonly Step[]): void {
  const { visits, answers } = sorted(steps);
  const twins = sorted(others);
  for (const [index, { expected }] of visits.entries()) {
    const twin = twins.visits[index]?.expected;
    if (twin?.status !== expected.status) expected.status = undefined;
    if (twin?.server !== expected.server) expected.server = undefined;
    if (twin?.page !== expected.page) expected.page = undefined;
  }
  for (const [index, step] of answers.entries())
    if (step.printed?.join('\n') !== twins.answers[index]?.printed?.join('\n')) step.printed = undefined;
}

const sorted = (steps: readonly Step[]) => ({
  visits: steps.filter((step) => step.kind === 'visit'),
  answers: steps.filter((step) => step.kind === 'redis-cli'),
});
