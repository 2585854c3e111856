import { describe, expect, test } from 'vitest';
import { nextVisitDue } from '../../../simulator/client/client.ts';
import { forkWorld } from '../../../simulator/engine/behaviours.ts';
import { Engine } from '../../../simulator/engine/engine.ts';
import { explore } from '../../../simulator/engine/explore.ts';
import { push } from '../../../simulator/engine/queue.ts';
import { nameOf } from '../../../simulator/engine/stand.ts';
import { Steps } from '../../../simulator/engine/walk.ts';
import { type Action, boot, type Lab, type Message, type World } from '../../../simulator/index.ts';
import { guideLab, redisLab } from '../../support/labs.ts';

// The search leaves out orders that make no difference to visitors. Here nothing is left out, and no visitor sees more.

const visits = ['/login?user=zhang', '/whoami'];
const crashes: Action[] = ['tomcat1', 'tomcat2'].map((host) => ({ kind: 'power', host, event: 'crash' }));
const visitors = (world: World) => [...world.hosts.values()].filter((host) => host.kind === 'client');

/** What a visitor has seen so far, as text; which session id it was is nothing to him. */
const seen = (world: World) =>
  visitors(world).map(({ name, user, loginsLost, answers, last }) =>
    JSON.stringify([name, user, loginsLost, [...answers], last?.path, last?.status, last?.body.replace(/sid=\w+/, '')]),
  );

function worldOf(lab: Lab, names: readonly string[]): World {
  const world = boot(lab);
  for (const host of visitors(world)) {
    if (!names.includes(host.name)) continue;
    host.plan = { visits: visits.map((path) => ({ path })), next: 0, pause: 0 };
    const { name } = host;
    const message = { kind: 'message', serial: world.sent++, at: world.now, sentAt: world.now } as const;
    push(world.queue, { ...message, from: name, to: name, body: nextVisitDue(name) });
  }
  return { ...world, latency: 0 };
}

/** Everything any visitor can see: a plain search, one world at a time, of every order on every connection. */
function everythingSeen(start: World, atMost: number): Set<string> {
  const steps = new Steps(false, false);
  const known = new Set<string>();
  const found = new Set<string>();
  const open: [World, number][] = [[start, atMost]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [world, left] = next;
    const name = nameOf(steps.stand(world), left);
    if (known.has(name)) continue;
    known.add(name);
    for (const one of seen(world)) found.add(one);
    for (const action of [...possible(world), ...(left > 0 ? crashes : [])]) {
      const after = forkWorld(world);
      new Engine(after).step(action);
      open.push([after, action.kind === 'power' ? left - 1 : left]);
    }
  }
  return found;
}

function possible(world: World): Action[] {
  const busy = visitors(world).some(({ pending }) => pending.length > 0);
  const heads = new Map<string, Message>();
  for (const item of world.queue) {
    if (item.kind === 'timer') continue;
    if (busy && item.body.type === 'work' && item.body.what === 'next-visit') continue;
    const connection = 'connection' in item.body ? item.body.connection : 'chain' in item.body ? item.body.chain : '';
    const key = `${item.from}>${item.to}>${connection}`;
    const head = heads.get(key);
    if (!head || item.serial < head.serial) heads.set(key, item);
  }
  if (heads.size > 0) return [...heads.values()].map(({ serial }) => ({ kind: 'deliver', serial }));
  const [timer] = world.queue.filter(({ kind }) => kind === 'timer').toSorted((a, b) => a.at - b.at);
  return timer ? [{ kind: 'fire', serial: timer.serial }] : [];
}

function seenBySearch(start: World, atMost: number): Set<string> {
  const found = new Set<string>();
  const look = {
    name: 'look',
    kind: 'always',
    holds: (world: World) => {
      for (const one of seen(world)) found.add(one);
      return true;
    },
  } as const;
  expect(explore(start, [look], { faults: crashes, atMost, limit: 1e6, atOnce: 1 }).complete).toBe(true);
  return found;
}

describe('what a search leaves out, no visitor could have seen', () => {
  const byTurns = 'upstream backserver { server localhost:8080; server localhost:8081; }';
  test.each<[string, Lab, string[]]>([
    ['sessions in memory, ip_hash', guideLab(), ['A', 'B']],
    ['sessions in memory, by turns', guideLab({ upstream: byTurns }), ['A', 'B']],
    ['sessions in Redis, ip_hash', redisLab(), ['A']],
    ['sessions in Redis, by turns', redisLab({ nginx: guideLab({ upstream: byTurns }).nginx }), ['A']],
  ])('%s', (_, lab, names) => {
    const all = everythingSeen(worldOf(lab, names), 1);
    expect(all.size).toBeGreaterThan(names.length * visits.length);
    expect([...seenBySearch(worldOf(lab, names), 1)].toSorted()).toEqual([...all].toSorted());
  });
});
