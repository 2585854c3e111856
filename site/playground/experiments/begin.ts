import type { Bench } from '../bench.svelte.ts';
import { comingUp } from '../coming-up.ts';
import { type ExperimentId, experiments } from './experiments.ts';

/** Puts an experiment on the bench and lets it run. */
export function beginExperiment(bench: Bench, id: ExperimentId): void {
  const { lab, plan, speed } = experiments[id]();
  bench.begin({ lab, first: comingUp(lab), experiment: id }, (live) => {
    live.send({ type: 'speed', factor: speed });
    live.send({ type: 'plan', plan });
    live.send({ type: 'play' });
  });
}
