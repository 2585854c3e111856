import { Engine } from '../engine/engine.ts';
import type { HostName, Note, Planned, World } from '../engine/world.ts';
import { BOOTED_AT } from '../lab/build.ts';

/** How long a packet takes in a lab that a check plays in, in ms. */
export const LATENCY = 1;

/**
 * Plays a plan in a world that has just come up, in place, and tells after each event what was noted of it. Times of the
 * plan and `until` are in ms; the servers are up at 0.
 */
export function* playing(world: World, plan: readonly Planned[], until: number): Generator<readonly Note[]> {
  let notes: Note[] = [];
  const engine = new Engine(world, (note) => notes.push(note));
  const taken = () => {
    const told = notes;
    notes = [];
    return told;
  };
  for (const { at, action } of [...plan].sort((a, b) => a.at - b.at)) {
    if (at > until) break;
    while (engine.advance(at + BOOTED_AT)) yield taken();
    world.now = Math.max(world.now, at + BOOTED_AT);
    engine.step(action);
    yield taken();
  }
  while (engine.advance(until + BOOTED_AT)) yield taken();
}

/** Of notes, those of visitors. */
export const ofVisitors = (notes: readonly Note[], { hosts }: World): readonly Note[] =>
  notes.filter(({ host }) => isVisitor(hosts, host));

/** When a judgement shows (ms; the servers are up at 0): when a visitor saw the last of its evidence, or what else comes last. */
export function decisiveAt(evidence: readonly Note[], { hosts }: World): number {
  const seen = evidence.findLast(({ host }) => isVisitor(hosts, host)) ?? evidence.at(-1);
  return Math.max(0, (seen?.at ?? BOOTED_AT) - BOOTED_AT);
}

const isVisitor = (hosts: World['hosts'], host: HostName) => hosts.get(host)?.kind === 'client';
