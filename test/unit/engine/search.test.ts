import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exerciseOf, filesOf } from '../../../lessons/folders.ts';
import { forkWorld } from '../../../simulator/engine/behaviours.ts';
import { Engine } from '../../../simulator/engine/engine.ts';
import { explore, type Property } from '../../../simulator/engine/explore.ts';
import { explored } from '../../../simulator/grading/always.ts';
import { type Action, type AlwaysCheck, type Note, type World, withFiles } from '../../../simulator/index.ts';
import { compiled } from '../../../simulator/lab/javac.ts';
import { guideLab } from '../../support/labs.ts';
import { type PlainFinding, plainSearch } from '../../support/plain-search.ts';
import { kept, type Setup, searched, setups, visitorsIn } from '../../support/searches.ts';

const answered: Property = {
  name: 'all get their pages',
  kind: 'always',
  listens: true,
  holds: (_, notes) =>
    notes.every((note) => note.kind !== 'no-answer' && (note.kind !== 'answered' || note.status === 200)),
};
const served: Property = {
  name: 'somebody is known, though something has happened',
  kind: 'reaches',
  listens: true,
  holds: (_, notes, struck) => struck > 0 && notes.some(({ kind }) => kind === 'login-kept'),
};

/** Where a path leads: the last world, and what a visitor noted at the last step. */
function follow(start: World, path: readonly Action[]): { world: World; notes: Note[]; struck: number } {
  const notes: Note[] = [];
  const world = forkWorld(start);
  const engine = new Engine(world, (note) => notes.push(note));
  for (const action of path) {
    notes.length = 0;
    engine.step(action);
  }
  const struck = path.filter(({ kind }) => kind !== 'deliver' && kind !== 'fire').length;
  return { world, notes, struck };
}

/** Says how a plain search ended, after comparing the search with it. */
function compare({ lab, plans, ...options }: Setup, property: Property, limit = 300): PlainFinding {
  const start = searched(lab, plans);
  const plain = plainSearch(start, [property], { ...options, limit });
  if (!plain.complete) return plain;
  const { complete, found } = explore(start, [property], { ...options, limit: 1e6 });
  expect(complete).toBe(true);
  const path = found.get(property.name);
  const shortest = plain.shortest.get(property.name);
  if (property.kind === 'always') expect(path?.length).toBe(shortest);
  else expect(path === undefined).toBe(shortest === undefined);
  if (path) {
    const { world, notes, struck } = follow(start, path);
    expect(property.holds(world, notes, struck)).toBe(property.kind === 'reaches');
  }
  return plain;
}

describe('a search finds what a plain search finds', () => {
  test('in small setups of any kind', () => {
    const ends = { found: 0, never: 0, unfinished: 0 };
    fc.assert(
      fc.property(setups, (setup) => {
        for (const property of [kept, answered, served]) {
          const { complete, shortest } = compare(setup, property);
          ends[complete ? (shortest.has(property.name) ? 'found' : 'never') : 'unfinished']++;
        }
      }),
      { numRuns: 30 },
    );
    expect(Math.min(ends.found, ends.never)).toBeGreaterThan(5);
  });

  test('in a setup where two requests time out at once, and whose is dealt with first decides who is served', () => {
    const upstream = 'upstream backserver { server localhost:8080; server localhost:8081 backup max_conns=1; }';
    const lab = guideLab({ upstream });
    const plans = { A: ['/hello'], B: ['/hello'] };
    const faults: Action[] = [{ kind: 'power', host: 'tomcat1', event: 'hang' }];
    for (const name of ['A', 'B']) {
      const unserved: Property = {
        name: `${name} gets no page, though the other one does`,
        kind: 'reaches',
        listens: true,
        holds: (world) => visitorsIn(world).every((one) => one.answers.get(one.name === name ? 502 : 200) === 1),
      };
      const { shortest } = compare({ lab, plans, faults, atMost: 1, atOnce: 2 }, unserved, 5000);
      expect(shortest.has(unserved.name)).toBe(true);
    }
  });

  test.each([
    'start',
    'accept/shared-files',
    'wrong/bad-gateway',
    'wrong/login-lost.by-turns-in-memory',
    'wrong/login-lost.ip-hash-alone',
    'wrong/server-error',
    'wrong/webapp-failed',
  ])('in the capstone: %s', async (variant) => {
    const { lab, graded, checks } = await exerciseOf('capstone');
    const check = checks.find(({ kind }) => kind === 'always') as AlwaysCheck;
    const submitted = await compiled(withFiles({ ...lab, ...graded }, filesOf('capstone', variant)));
    const { searched: counted } = await explored(check, submitted);
    const { terminals: _, ...shop } = submitted;
    const plans = Object.entries(check.visits).map(([name, visits]) => [name, visits.map(({ path }) => path)]);
    const unbroken: Property = {
      name: 'unbroken',
      kind: 'always',
      holds: (world, notes) => !check.broken(notes, world),
    };
    const options = { faults: check.faults, atMost: check.atMost, atOnce: 1, limit: 20_000 };
    const plain = plainSearch(searched(shop, Object.fromEntries(plans)), [unbroken], options);
    expect(counted).toMatchObject({ complete: plain.complete });
    expect(counted?.steps).toBe(plain.shortest.get(unbroken.name));
  });
});
