import { nextVisitDue } from '../client/client.ts';
import { Engine } from '../engine/engine.ts';
import { Search } from '../engine/explore.ts';
import { push } from '../engine/queue.ts';
import type { Action, Note, World } from '../engine/world.ts';
import { boot } from '../lab/build.ts';
import type { Lab } from '../lab/lab.ts';
import { counterexample, type Shown } from './counterexample.ts';
import type { AlwaysCheck, Finding } from './exercise.ts';
import { decisiveAt, LATENCY, ofVisitors, playing } from './playing.ts';
import { valuesOf, visitsOf } from './visits.ts';

/** Visitors ask one after the other: what of two requests overlaps is another lesson, and there would be no end of orders. */
const AT_ONCE = 1;

/** Steps of a search between two looks up: some hundredths of a second. */
const STRETCH = 500;

/** How far a search is: worlds looked at, of so many at most. */
export interface Progress {
  check: string;
  states: number;
  limit: number;
}

/** Hears how far a search is, whenever it has gone some way; it goes on once this is settled. `false` gives it up. */
export type Watch = (progress: Progress) => boolean | undefined | Promise<boolean | undefined>;

/** Looks for a way to break what must always hold. `lab`: with its Java compiled. */
export async function explored(check: AlwaysCheck, lab: Lab, watch?: Watch): Promise<Finding> {
  const search = searchOf(check, lab);
  while (search.go(STRETCH)) {
    const { states } = search.result;
    const goOn = await watch?.({ check: check.id, states, limit: check.limit });
    if (goOn === false) return { state: 'untried', searched: { states, complete: false } };
  }
  const { states, complete, found } = search.result;
  const path = found.get('broken');
  const finding = path ? broken(check, lab, path) : found.has('reached') ? passed : neverReached(check, lab);
  return { ...finding, searched: { states, complete, ...(path ? { steps: path.length } : {}) } };
}

const passed: Finding = { state: 'passed', evidence: [] };

const searchOf = (check: AlwaysCheck, lab: Lab) =>
  new Search(
    worldOf(check, lab),
    [
      { name: 'broken', kind: 'always', listens: true, holds: (world, notes) => !check.broken(notes, world) },
      {
        name: 'reached',
        kind: 'reaches',
        listens: true,
        holds: (world, notes, struck) => check.reaches(notes, world, struck),
      },
    ],
    { faults: check.faults, atMost: check.atMost, limit: check.limit, atOnce: AT_ONCE },
  );

/** A path to what must not be: as a run where there is one, else what happened on the path. */
function broken(check: AlwaysCheck, lab: Lab, path: readonly Action[]): Finding {
  const searched = () => ({ ...worldOf(check, lab), latency: 0 });
  const walked = walk(check, searched(), path);
  const shown = counterexample(check, lab, { path, searched, mistake: walked.feedback.id });
  const { feedback, notes, step } = shown ?? walked;
  const chain = step.find((note) => note.chain !== undefined)?.chain;
  const visit = visitsOf(notes).find((one) => one.chain === chain);
  return {
    state: 'failed',
    feedback: visit ? { id: feedback.id, values: { ...valuesOf(visit), ...feedback.values } } : feedback,
    evidence: visit?.notes ?? step,
    run: shown?.run,
  };
}

/** Goes a path to its end, where the check is broken. */
function walk(check: AlwaysCheck, world: World, path: readonly Action[]): Omit<Shown, 'run'> {
  const notes: Note[] = [];
  let before = 0;
  const engine = new Engine(world, (note) => notes.push(note));
  for (const action of path) {
    before = notes.length;
    engine.step(action);
  }
  const step = ofVisitors(notes.slice(before), world);
  const feedback = check.broken(step, world);
  if (!feedback) throw new Error(`played again, a path of ${path.length} actions no longer breaks "${check.id}"`);
  return { feedback, notes, step };
}

/** Nothing was broken, but nothing could be: how the visits end when nothing strikes. */
function neverReached(check: AlwaysCheck, lab: Lab): Finding {
  const plan = Object.entries(check.visits).flatMap(([host, visits], visitor) =>
    visits.map((visit, nth) => ({ at: 1000 * nth + 500 * visitor, action: { kind: 'visit', host, visit } as const })),
  );
  const until = 1000 * plan.length;
  const world = boot(lab);
  const evidence = [...playing(world, plan, until)].flat();
  const feedback = { id: 'never-reached', values: {} };
  const decisive = decisiveAt(evidence, world);
  return { state: 'failed', feedback, evidence, run: { plan, until, latency: LATENCY, decisive } };
}

/**
 * The world that is searched: the lab as it comes up, with visitors who make their visits by themselves. Its windows are
 * left out, for nobody types there, and a log that somebody may read makes two worlds of what is one.
 */
function worldOf({ visits }: AlwaysCheck, { terminals: _, ...lab }: Lab): World {
  const world = boot(lab);
  for (const [name, own] of Object.entries(visits)) {
    const host = world.hosts.get(name);
    if (host?.kind !== 'client') throw new Error(`the lab has no visitor "${name}"`);
    host.plan = { visits: own, next: 0, pause: 0 };
    const { now } = world;
    const message = { kind: 'message', serial: world.sent++, at: now, sentAt: now } as const;
    push(world.queue, { ...message, from: name, to: name, body: nextVisitDue(name) });
  }
  return world;
}
