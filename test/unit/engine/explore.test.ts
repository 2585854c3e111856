import { describe, expect, test } from 'vitest';
import { forkWorld } from '../../../simulator/engine/behaviours.ts';
import { Engine } from '../../../simulator/engine/engine.ts';
import { explore, type Property } from '../../../simulator/engine/explore.ts';
import { possible } from '../../../simulator/engine/possible.ts';
import type { Action } from '../../../simulator/index.ts';
import { guideLab } from '../../support/labs.ts';
import { kept, searched, visitorsIn } from '../../support/searches.ts';

const served: Property = {
  name: 'a visitor came back and was known',
  kind: 'reaches',
  holds: (world) => visitorsIn(world).some((one) => one.user !== undefined && (one.answers.get(200) ?? 0) > 1),
};
const crash = (host: string): Action => ({ kind: 'power', host, event: 'crash' });

describe('exploring the guide’s first setup', () => {
  test('without faults, ip_hash keeps every login, in every order', () => {
    const world = searched(guideLab(), { A: ['/login?user=zhang', '/whoami'], B: ['/login?user=li', '/whoami'] });
    const { found, complete, states } = explore(world, [kept, served], { faults: [], atMost: 0, limit: 100_000 });
    expect(complete).toBe(true);
    expect(states).toBeGreaterThan(50);
    expect(found.has(kept.name)).toBe(false);
    expect(found.has(served.name)).toBe(true);
  });

  test('round robin loses a login without any fault', () => {
    const lab = guideLab({ upstream: 'upstream backserver { server localhost:8080; server localhost:8081; }' });
    const { found } = explore(searched(lab, { A: ['/login?user=zhang', '/whoami'] }), [kept], {
      faults: [],
      atMost: 0,
      limit: 100_000,
    });
    expect(found.has(kept.name)).toBe(true);
  });

  test('one crash loses a login, and the path shows how: played again, it loses it again', () => {
    const start = searched(guideLab(), { A: ['/login?user=zhang', '/whoami'] });
    const { found } = explore(start, [kept], {
      faults: [crash('tomcat1'), crash('tomcat2')],
      atMost: 1,
      limit: 100_000,
    });
    const path = found.get(kept.name) ?? [];
    expect(path.filter((action) => action.kind === 'power')).toHaveLength(1);
    const world = { ...forkWorld(start), latency: 0 };
    const engine = new Engine(world);
    for (const action of path.slice(0, -1)) engine.step(action);
    expect(kept.holds(world, [], 1)).toBe(true);
    engine.step(path.at(-1) as Action);
    expect(kept.holds(world, [], 1)).toBe(false);
  });

  test('a search that is cut short says so', () => {
    const world = searched(guideLab(), { A: ['/login?user=zhang', '/whoami'], B: ['/hello'] });
    expect(explore(world, [kept], { faults: [], atMost: 0, limit: 10 }).complete).toBe(false);
  });

  test('leaves the world it starts from as it was', () => {
    const world = searched(guideLab(), { A: ['/login?user=zhang'] });
    const before = structuredClone(world);
    explore(world, [kept], { faults: [crash('tomcat1')], atMost: 1, limit: 10_000 });
    expect(world).toEqual(before);
  });

  test('messages are faster than timers: no timeout strikes while an answer is on its way', () => {
    const world = searched(guideLab(), { A: ['/hello'] });
    const engine = new Engine(world);
    for (let steps = 0; world.queue.some(({ kind }) => kind === 'message'); steps++) {
      const next = possible(world, Number.POSITIVE_INFINITY);
      expect(next.every(({ kind }) => kind === 'deliver')).toBe(true);
      engine.step(next[0] as Action);
      expect(steps).toBeLessThan(100);
    }
  });
});
