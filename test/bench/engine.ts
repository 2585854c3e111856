import { nextVisitDue } from '../../simulator/client/client.ts';
import { explore } from '../../simulator/engine/explore.ts';
import { pop, push } from '../../simulator/engine/queue.ts';
import type { Scheduled } from '../../simulator/engine/world.ts';
import {
  type Action,
  boot,
  compare,
  type Lab,
  type LabVisitor,
  type Note,
  type Planned,
  Play,
  run,
  type World,
  withFiles,
} from '../../simulator/index.ts';
import { diagnose } from '../../simulator/nginx/conf/diagnose.ts';
import { guideLab, redisLab } from '../support/labs.ts';

/** Short runs, many of them: on a shared machine one of them is left alone. */
const REPEATS = 15;

/** The best of several runs: what the machine can do when it is left alone. */
const best = (measure: () => number, better: (...values: number[]) => number = Math.max) =>
  better(...Array.from({ length: REPEATS }, measure));

/** Seconds of this thread's own processor time, where Node (since 22.19, 23.9) tells them: neighbours take none of those. */
export function seconds(work: () => void): number {
  const start = clock();
  work();
  return clock() - start;
}

function clock(): number {
  if (!('threadCpuUsage' in process)) return performance.now() / 1000;
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

/** Fixed work of the engine's kind (a heap, small objects, a map): rounds per second. */
export function yardstick(): number {
  const rounds = 200_000;
  return best(
    () =>
      rounds /
      seconds(() => {
        const heap: Scheduled[] = [];
        const map = new Map<string, number>();
        for (let i = 0; i < rounds; i++) {
          push(heap, { kind: 'timer', serial: i, at: (i * 7919) % 1000, host: 'h', name: 't' });
          if (i % 2) pop(heap);
          map.set(`k${i % 512}`, i);
        }
      }),
  );
}

/** Requests per second from browser to nginx (ip_hash) to Tomcat (sessions in memory) and back. */
export function requestRate({ notes }: { notes: boolean }): number {
  let noted = 0;
  return rateOf(crowdInMemory, notes ? (_: Note) => void noted++ : undefined);
}

/** The same with the sessions in Redis (the guide's manager on Tomcat 7): each request asks for its session and renews its time. */
export function redisRequestRate(): number {
  return rateOf(crowdInRedis, undefined);
}

const VISITORS = 500;
const VISITS = 40;

/** A crowd about to visit: each logs in and then looks in. */
export const crowdInMemory = (): World => crowd(VISITORS, VISITS, guideLab);

/** As many at once as a pool of eight connections can serve: longer pauses than above. */
export const crowdInRedis = (): World => crowd(VISITORS, VISITS, redisLab, 500);

function rateOf(crowded: () => World, listener: ((note: Note) => void) | undefined): number {
  return best(() => {
    const world = crowded();
    const took = seconds(() => run(world, [], Number.POSITIVE_INFINITY, listener));
    return requestsAnswered(world) / took;
  });
}

/** How many requests a crowd has had answered: all, or something is wrong. */
export function requestsAnswered(world: World): number {
  let answered = 0;
  for (const host of world.hosts.values()) if (host.kind === 'client') answered += host.answers.get(200) ?? 0;
  if (answered !== VISITORS * VISITS) throw new Error(`${answered} of ${VISITORS * VISITS} requests were answered`);
  return answered;
}

/** Milliseconds for two runs of 10,000 requests in labs that differ in one line, with a crash, and their comparison. */
export function comparisonTime(): number {
  const visitors = Array.from({ length: 500 }, (_, i) => ({ name: `V${i}.`, address: `10.${i >> 8}.${i & 255}.9` }));
  const visitOf = (i: number): Planned => ({
    at: i * 5,
    action: {
      kind: 'visit',
      host: `V${i % visitors.length}.`,
      visit: { path: i < visitors.length ? '/login?user=zhang' : '/whoami' },
    },
  });
  const crash: Planned = { at: 20_000, action: { kind: 'power', host: 'tomcat1', event: 'crash' } };
  const plan = [...Array.from({ length: 10_000 }, (_, i) => visitOf(i)), crash];
  const scenario = { plan, until: 60_000, latency: 1 };
  const hashed = guideLab({ visitors: visitors.map((visitor) => ({ ...visitor, cookies: true })) });
  const inTurn = withFiles(hashed, {
    nginx: { 'nginx.conf': (hashed.nginx.files['nginx.conf'] as string).replace('ip_hash;', '') },
  });
  return best(
    () =>
      seconds(() => {
        const [a, b] = [hashed, inTurn].map((lab) => new Play(lab, scenario)) as [Play, Play];
        for (const play of [a, b]) play.go(Infinity);
        const { changed, b: totals } = compare(a.outcome().requests, b.outcome().requests);
        if (changed.length === 0 || totals.requests !== 10_000) throw new Error('the two runs were not compared');
      }) * 1000,
    Math.min,
  );
}

/** The guide's first setup with two or three visitors who log in and look in twice. */
export function searchedWorld(visitors: 2 | 3 = 2): World {
  const lab = guideLab();
  const third: LabVisitor = { name: 'C', address: '192.0.2.42', cookies: true };
  const world = boot(visitors === 2 ? lab : { ...lab, visitors: [...lab.visitors, third] });
  return withPlans(world, () => ['/login?user=zhang', '/whoami', '/whoami']);
}

/** Faults of which one may strike, at any moment. */
export const crashes: readonly Action[] = ['tomcat1', 'tomcat2'].map(
  (host) => ({ kind: 'power', host, event: 'crash' }) as const,
);

/** Transitions per second of an exhaustive search with one fault. */
export function exploreRate(): number {
  const world = searchedWorld();
  return best(() => {
    let transitions = 0;
    const took = seconds(() => {
      transitions = explore(world, [], { faults: crashes, atMost: 1, limit: 5_000 }).transitions;
    });
    return transitions / took;
  });
}

/** Milliseconds to parse and diagnose the guide's nginx.conf, warm. */
export function languageTime(): number {
  const { files } = guideLab().nginx;
  const rounds = 200;
  return best(
    () =>
      (seconds(() => {
        for (let i = 0; i < rounds; i++) diagnose(files, 'nginx.conf');
      }) *
        1000) /
      rounds,
    Math.min,
  );
}

function crowd(visitors: number, visits: number, labOf: (changes: Partial<Lab>) => Lab, pause = 50): World {
  const people: LabVisitor[] = Array.from({ length: visitors }, (_, i) => ({
    name: `V${i}`,
    address: `10.${i >> 8}.${i & 255}.9`,
    cookies: true,
  }));
  const lab = labOf({ visitors: people });
  const paths = ['/login?user=zhang', ...new Array<string>(visits - 1).fill('/whoami')];
  return withPlans(boot(lab), () => paths, pause);
}

/** Gives every visitor a plan and lets them begin, a few at each millisecond. */
function withPlans(world: World, pathsOf: (name: string) => string[], pause = 50): World {
  world.queue = [];
  let number = 0;
  for (const host of world.hosts.values()) {
    if (host.kind !== 'client') continue;
    host.plan = { visits: pathsOf(host.name).map((path) => ({ path })), next: 0, pause };
    const at = world.now + (number++ % pause);
    push(world.queue, {
      kind: 'message',
      serial: world.sent++,
      at,
      sentAt: world.now,
      from: host.name,
      to: host.name,
      body: nextVisitDue(host.name),
    });
  }
  return world;
}
