import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { behaviourOf, forkWorld } from '../../../simulator/engine/behaviours.ts';
import { Engine } from '../../../simulator/engine/engine.ts';
import { Names } from '../../../simulator/engine/names.ts';
import { possible } from '../../../simulator/engine/possible.ts';
import { actionOf, type Move, nameOf } from '../../../simulator/engine/stand.ts';
import { Steps, Walk } from '../../../simulator/engine/walk.ts';
import type { Action, Note, Scheduled, World } from '../../../simulator/index.ts';
import { type Setup, searched, setups } from '../../support/searches.ts';

const names = new Names(false);

/** What is on its way on each connection, in order, and the timers in the order in which they fire. */
function toldQueue(queue: readonly Scheduled[]) {
  const wires: Record<number, unknown[]> = {};
  const timers: unknown[] = [];
  for (const item of queue.toSorted((a, b) => a.serial - b.serial))
    if (item.kind === 'message') (wires[names.wire(item).connection] ??= []).push([item.from, item.to, item.body]);
  for (const item of queue.toSorted((a, b) => a.at - b.at || a.serial - b.serial))
    if (item.kind === 'timer') timers.push([item.at, item.host, item.name]);
  return { wires, timers };
}

/** All of a world that matters: process ids are shown in logs only, and serial numbers nowhere. */
const told = ({ hosts, queue, random, sockets, disks, lost, former, now }: World, anyOrder: boolean) => ({
  hosts: [...hosts.values()].map((host) => [host.name, behaviourOf(host).key(host, now, anyOrder)]),
  queue: toldQueue(queue),
  rest: { random, sockets, disks, former, now },
  lost: lost.map(({ pair, message: { to, body, sentAt } }) => [pair, to, body, sentAt]),
});

const isVisitor = ({ hosts }: World, name: string) => hosts.get(name)?.kind === 'client';
const serialOf = (action: Action) => ('serial' in action ? action.serial : -1);

/** What may happen next; of several messages of which the first one looked at is taken, since it does not matter when they come, that one. */
function possibleIn(world: World, atOnce: number, looked: Action | undefined): Action[] {
  const isLookedAt = ({ serial }: Scheduled) => looked !== undefined && serial === serialOf(looked);
  const queue = world.queue.toSorted((a, b) => Number(isLookedAt(b)) - Number(isLookedAt(a)));
  return possible({ ...world, queue }, atOnce);
}

/**
 * Goes many ways from one world, each as the numbers say, with an engine and with walks that remember what steps did. Ends
 * with `true` where a host minds an order that is left out.
 */
function walkBothWays({ lab, plans, faults, atOnce }: Setup, ways: number[][], anyOrder: boolean): boolean {
  const start = searched(lab, plans);
  const steps = new Steps(true, anyOrder);
  for (const way of ways) {
    const world = forkWorld(start);
    const notes: Note[] = [];
    const engine = new Engine(world, (note) => notes.push(note));
    let before = new Walk(steps.stand(start), steps);
    for (const choice of way) {
      const moves = new Map<Action, Move>();
      for (const move of before.possible(atOnce)) moves.set(actionOf(move, world, steps.names), move);
      const next = [...moves.keys()].toSorted((a, b) => serialOf(a) - serialOf(b));
      expect(next).toEqual(possibleIn(world, atOnce, next[0]).toSorted((a, b) => serialOf(a) - serialOf(b)));
      if (choice % 7 === 0) next.push(...faults);
      const action = next[choice % next.length];
      if (!action) break;
      notes.length = 0;
      engine.step(action);
      const walk = new Walk(before, steps);
      const heard = walk.step(moves.get(action) ?? (action as Move));
      if (steps.mindedOrder) return true;
      expect(told(steps.world(walk), anyOrder)).toEqual(told(world, anyOrder));
      expect(heard).toEqual(notes.filter(({ host, kind }) => isVisitor(world, host) && kind !== 'nobody-listens'));
      const stand = steps.stand(forkWorld(world));
      expect(nameOf(walk, 0)).toBe(nameOf(stand, 0));
      expect(walk.place).toBe(stand.place);
      before = walk;
    }
  }
  return false;
}

const ways = fc.array(fc.array(fc.nat(1000), { maxLength: 40 }), { minLength: 1, maxLength: 10 });

describe('a walk', () => {
  test('goes where an engine goes, though it takes each step of a host only once', () => {
    fc.assert(
      fc.property(setups, ways, (setup, some) => void walkBothWays(setup, some, false)),
      { numRuns: 100 },
    );
  });

  test('does so too where orders are left out, until a host minds one', () => {
    let never = 0;
    const isToTheEnd = (setup: Setup, some: number[][]) => !walkBothWays(setup, some, true);
    fc.assert(
      fc.property(setups, ways, (setup, some) => void (never += Number(isToTheEnd(setup, some)))),
      { numRuns: 100 },
    );
    expect(never).toBeGreaterThan(50);
  });
});
