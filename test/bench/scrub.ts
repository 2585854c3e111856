import { boot, type LabVisitor, Recording, run, type World } from '../../simulator/index.ts';
import { redisLab } from '../support/labs.ts';
import type { Figure } from './bench.ts';
import { seconds } from './engine.ts';

const VISITORS = 100;
const REQUESTS = 10_000;
const JUMPS = 200;

/**
 * A run of 10,000 requests of 100 visitors who refuse cookies, so that each leaves a session in Redis: the most that has to be
 * copied. How long a jump to any moment takes, and what recording costs beside simulating.
 */
export function scrubbing(): Figure[] {
  const { recording, took } = recorded();
  // With a listener, as a recording is one.
  const alone = seconds(() => run(crowded(), visits(), recording.now, () => {}));
  const start = crowded().now;
  const times: number[] = [];
  let seed = 1;
  for (let i = 0; i < JUMPS; i++) {
    seed = (seed * 16807) % 2147483647;
    const moment = recording.momentAt(start + (seed / 2147483647) * (recording.now - start));
    times.push(1000 * seconds(() => recording.lookAt(moment)));
  }
  times.sort((a, b) => a - b);
  const figure = (name: string, value: number, unit: string, budget?: Figure['budget']): Figure => ({
    name,
    value,
    unit,
    budget,
  });
  return [
    figure('scrub in a run of 10,000 requests, median', times[JUMPS / 2] ?? 0, 'ms', { atMost: 16 }),
    figure('scrub in a run of 10,000 requests, worst but one in a hundred', times[JUMPS - 3] ?? 0, 'ms'),
    figure('recording that run, beside simulating it', took / alone, 'times'),
    figure('copies of the world kept', recording.checkpoints, 'copies', { atMost: 200 }),
  ];
}

function recorded(): { recording: Recording; took: number } {
  const recording = new Recording(crowded());
  const took = seconds(() => {
    for (const { at, action } of visits()) {
      recording.advanceTo(at);
      recording.act(action);
    }
    recording.advanceTo(recording.now + 1000);
  });
  return { recording, took };
}

function crowded(): World {
  const visitors = Array.from(
    { length: VISITORS },
    (_, i): LabVisitor => ({ name: `V${i}`, address: `10.0.${i}.9`, cookies: false }),
  );
  return boot(redisLab({ visitors }));
}

const visits = () =>
  Array.from({ length: REQUESTS }, (_, i) => ({
    at: 10_000 + i * 10,
    action: { kind: 'visit', host: `V${i % VISITORS}`, visit: { path: '/count' } } as const,
  }));
