import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { behaviourOf, forkWorld } from '../../../simulator/engine/behaviours.ts';
import { Engine } from '../../../simulator/engine/engine.ts';
import { possible } from '../../../simulator/engine/possible.ts';
import { Steps, Walk } from '../../../simulator/engine/walk.ts';
import type { Action, Note, World } from '../../../simulator/index.ts';
import { type Setup, searched, setups } from '../../support/searches.ts';

/** All of a world that matters, process ids left out: they are shown in logs only. */
const told = ({ hosts, queue, random, sockets, disks, lost, former, now, sent }: World) => ({
  hosts: [...hosts.values()].map((host) => [host.name, behaviourOf(host).key(host, now)]),
  queue: queue.toSorted((a, b) => a.serial - b.serial),
  rest: { random, sockets, disks, lost, former, now, sent },
});

const isVisitor = ({ hosts }: World, name: string) => hosts.get(name)?.kind === 'client';

/** Goes many ways from one world, each as the numbers say, with an engine and with walks that remember what steps did. */
function walkBothWays({ lab, plans, faults }: Setup, ways: number[][]): void {
  const start = searched(lab, plans);
  const steps = new Steps(true);
  for (const way of ways) {
    const world = forkWorld(start);
    const notes: Note[] = [];
    const engine = new Engine(world, (note) => notes.push(note));
    let stand = steps.stand(start);
    for (const choice of way) {
      const next: Action[] = possible(world, Number.POSITIVE_INFINITY);
      if (choice % 7 === 0) next.push(...faults);
      const action = next[choice % next.length];
      if (!action) break;
      notes.length = 0;
      engine.step(action);
      const walk = new Walk(stand, steps);
      const heard = walk.step(action);
      expect(told(walk.world)).toEqual(told(world));
      expect(heard).toEqual(notes.filter(({ host, kind }) => isVisitor(world, host) && kind !== 'nobody-listens'));
      expect(walk.hosts).toEqual(steps.names.hosts(walk.world));
      expect(walk.place).toBe(steps.place(walk.world));
      stand = walk;
    }
  }
}

describe('a walk', () => {
  test('goes where an engine goes, though it takes each step of a host only once', () => {
    const ways = fc.array(fc.array(fc.nat(1000), { maxLength: 40 }), { minLength: 1, maxLength: 10 });
    fc.assert(fc.property(setups, ways, walkBothWays), { numRuns: 100 });
  });
});
