import fc from 'fast-check';
import { nextVisitDue } from '../../simulator/client/client.ts';
import type { Property } from '../../simulator/engine/explore.ts';
import { push } from '../../simulator/engine/queue.ts';
import { type Action, boot, type Lab, type World } from '../../simulator/index.ts';
import { guideLab, redisLab } from './labs.ts';

/** The world of a lab that is about to be searched: whoever has a plan makes his visits by himself, one after the other. */
export function searched(lab: Lab, plans: Readonly<Record<string, readonly string[]>>): World {
  const world = boot(lab);
  for (const [name, paths] of Object.entries(plans)) {
    const host = world.hosts.get(name);
    if (host?.kind !== 'client') throw new Error(`no visitor ${name}`);
    host.plan = { visits: paths.map((path) => ({ path })), next: 0, pause: 0 };
    const { now } = world;
    const message = { kind: 'message', serial: world.sent++, at: now, sentAt: now } as const;
    push(world.queue, { ...message, from: name, to: name, body: nextVisitDue(name) });
  }
  return { ...world, latency: 0 };
}

export const visitorsIn = (world: World) => [...world.hosts.values()].filter((host) => host.kind === 'client');

/** What shared sessions are for. */
export const kept: Property = {
  name: 'no login is lost',
  kind: 'always',
  holds: (world) => visitorsIn(world).every((one) => one.loginsLost === 0),
};

/** A small setup to search: little enough that a plain search gets to the end of most. */
export interface Setup {
  lab: Lab;
  plans: Record<string, string[]>;
  faults: Action[];
  atMost: number;
  atOnce: number;
}

const servers = (first = '', second = '') => `server localhost:8080 ${first};\nserver localhost:8081 ${second};`;

const upstreams = fc.oneof(
  fc.constantFrom(`ip_hash;\n${servers()}`, servers(), `least_conn;\n${servers()}`, servers('', 'backup')),
  fc
    .tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('1s', '10s'), fc.integer({ min: 1, max: 2 }))
    .map(([fails, time, weight]) => servers(`max_fails=${fails} fail_timeout=${time}`, `weight=${weight}`)),
  fc.constantFrom(`${servers()}\nkeepalive 2;`, `random;\n${servers()}`),
);

/** Mostly a login and then looks whether one is still known; seldom a page that takes a while. */
const plan = fc
  .tuple(
    fc.constantFrom('/login?user=zhang', '/login?user=zhang', '/hello'),
    fc.array(fc.constantFrom('/whoami', '/whoami', '/slow?ms=2000'), { minLength: 1, maxLength: 2 }),
  )
  .map(([first, rest]) => [first, ...rest]);

const crashes = fc.constantFrom('tomcat1', 'tomcat2').map((host) => ({ kind: 'power', host, event: 'crash' }) as const);

const faults: fc.Arbitrary<Action> = fc.oneof(
  crashes,
  fc.record({
    kind: fc.constant('power' as const),
    host: fc.constantFrom('tomcat1', 'tomcat2'),
    event: fc.constantFrom('crash' as const, 'hang' as const, 'stop' as const),
  }),
  fc.constantFrom('crash' as const, 'start' as const, 'stop' as const, 'hang' as const).map((event) => ({
    kind: 'power' as const,
    host: 'redis',
    event,
  })),
  fc.constantFrom<Action>(
    { kind: 'power', host: 'nginx', event: 'reload' },
    { kind: 'power', host: 'nginx', event: 'crash' },
    { kind: 'cookies', host: 'A', accepts: false },
    { kind: 'move', host: 'A', ip: '192.0.2.1' },
    { kind: 'link', from: 'nginx', to: 'tomcat1', event: 'cut' },
    { kind: 'edit', host: 'nginx', file: 'nginx.conf', text: 'events {}' },
    { kind: 'wait', ms: 11_000 },
  ),
);

const upstreamOf = (inside: string) => `upstream backserver {\n${inside}\n}`;

/** Visitors with little to ask for, in front of servers that something may happen to. */
export const setups: fc.Arbitrary<Setup> = fc
  .record({
    inRedis: fc.boolean(),
    upstream: upstreams,
    plans: fc.oneof(fc.record({ A: plan }), fc.record({ A: plan }), fc.record({ A: plan, B: plan })),
    faults: fc.array(faults, { minLength: 1, maxLength: 2 }),
    atMost: fc.integer({ min: 0, max: 2 }),
    atOnce: fc.constantFrom(1, Number.POSITIVE_INFINITY),
  })
  .map(({ inRedis, upstream, faults, ...rest }) => {
    const lab = guideLab({ upstream: upstreamOf(upstream) });
    if (inRedis) return { lab: redisLab({ nginx: lab.nginx }), faults, ...rest };
    return { lab, faults: faults.filter((fault) => !('host' in fault) || fault.host !== 'redis'), ...rest };
  });
