import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptedVisit } from '../../../simulator/client/script.ts';
import {
  BOOTED_AT,
  boot,
  type Crowd,
  crowdOf,
  type Lab,
  membersOf,
  type Note,
  type Origin,
  Recording,
  run,
  type Script,
  type Traffic,
  trafficAction,
  trafficPlan,
  visitsOf,
} from '../../../simulator/index.ts';
import { trafficIn } from '../../../simulator/lab/link/traffic-json.ts';
import { requestsPerSecond, rhythmOf, rhythms } from '../../../site/lab/views/traffic/settings.ts';
import { guideLab } from '../../support/labs.ts';

const script = (changes: Partial<Script> = {}): Script => ({
  every: 10_000,
  spread: 5000,
  jitter: 0,
  pages: ['/whoami'],
  think: 2000,
  login: 'each-round',
  ...changes,
});
const crowd = (from: Origin, changes: Partial<Crowd> = {}): Crowd => ({
  name: 's',
  size: 120,
  from,
  cookies: true,
  ...changes,
});
const traffic = (crowds: Crowd[], how: Script = script()): Traffic => ({ seed: 7, crowds, script: how });
const oneRouter: Origin = { kind: 'nat', address: '203.0.113.7' };

/** The notes of a lab under a traffic, until `ms` after its servers came up. */
function notesOf(how: Traffic, ms: number, lab: Lab = guideLab({ visitors: [] })): Note[] {
  const notes: Note[] = [];
  run(boot(lab), trafficPlan(how, BOOTED_AT), BOOTED_AT + ms, (note) => notes.push(note));
  return notes;
}

/** How many of the answered requests each Tomcat answered. */
function shares(notes: readonly Note[]): Record<string, number> {
  const by: Record<string, number> = {};
  for (const { server } of visitsOf(notes)) if (server !== undefined) by[server] = (by[server] ?? 0) + 1;
  return by;
}

describe('what ip_hash sees of a crowd', () => {
  test.each([
    ['a router with NAT', oneRouter],
    ['one /24', { kind: 'subnet', net: '203.0.113' }],
    ['a proxy', { kind: 'proxy', address: '203.0.113.7' }],
  ] as const)('%s in front: one server gets everything', (_, from) => {
    const served = shares(notesOf(traffic([crowd(from)]), 10_000));
    expect(Object.values(served)).toEqual([240]);
  });

  test('from networks all over, the servers share', () => {
    const served = shares(notesOf(traffic([crowd({ kind: 'spread' })]), 10_000));
    expect((served['tomcat1'] ?? 0) + (served['tomcat2'] ?? 0)).toBe(240);
    expect(Math.min(served['tomcat1'] ?? 0, served['tomcat2'] ?? 0)).toBeGreaterThan(240 * 0.4);
  });

  test('with the real address read from X-Forwarded-For a proxy no longer hides the others', () => {
    const lab = guideLab({ visitors: [] });
    const conf = lab.nginx.files['nginx.conf'] ?? '';
    const real = 'set_real_ip_from 203.0.113.7; real_ip_header X-Forwarded-For;';
    lab.nginx.files['nginx.conf'] = conf.replace('listen 80;', `listen 80; ${real}`);
    const notes = notesOf(traffic([crowd({ kind: 'proxy', address: '203.0.113.7' })]), 10_000, lab);
    expect(Object.keys(shares(notes)).sort()).toEqual(['tomcat1', 'tomcat2']);
  });
});

describe('a crowd', () => {
  test('of five hundred visits, each under a name and with requests of its own', () => {
    const visits = visitsOf(notesOf(traffic([crowd(oneRouter, { size: 500 })]), 10_000));
    expect(visits).toHaveLength(1000);
    expect(new Set(visits.map(({ visitor }) => visitor)).size).toBe(500);
    expect(visits.every(({ status, login }) => status === 200 && login !== 'login-lost')).toBe(true);
  });

  test('that refuses cookies is known to no page after the login', () => {
    const visits = visitsOf(notesOf(traffic([crowd(oneRouter, { cookies: false })]), 10_000));
    expect(visits.filter(({ login }) => login === 'login-lost')).toHaveLength(120);
  });

  test('grows, shrinks, moves and goes, and what its visitors meant to do goes with them', () => {
    const recording = new Recording(boot(guideLab()));
    const set = (crowds: Crowd[], how?: Script) =>
      recording.act(trafficAction(how ? traffic(crowds, how) : { seed: 7, crowds }));
    const names = () => [...recording.world.hosts.keys()].filter((name) => crowdOf(name) === 's');
    const ips = () => names().map((name) => (recording.world.hosts.get(name) as { ip?: string }).ip);
    const visitTimers = () =>
      recording.world.queue.flatMap((item) =>
        item.kind === 'timer' && item.name.startsWith('visit') ? item.host : [],
      );

    set([crowd(oneRouter, { size: 3 })], script());
    expect(visitTimers().sort()).toEqual(['A', 'B', 's1', 's2', 's3']);
    set([crowd(oneRouter, { size: 5 })], script());
    expect(names()).toEqual(['s1', 's2', 's3', 's4', 's5']);
    set([crowd({ kind: 'subnet', net: '192.0.2' }, { size: 2 })], script());
    expect(ips()).toEqual(['192.0.2.1', '192.0.2.2']);
    expect(visitTimers().sort()).toEqual(['A', 'B', 's1', 's2']);
    set([crowd({ kind: 'subnet', net: '192.0.2' }, { size: 2 })]);
    expect(visitTimers()).toEqual([]);
    set([]);
    expect(names()).toEqual([]);
  });

  test('may be looked at again at any moment, visits and all', () => {
    const recording = new Recording(boot(guideLab()));
    recording.act(trafficAction(traffic([crowd({ kind: 'spread' }, { size: 30 })])));
    recording.advanceTo(BOOTED_AT + 12_000);
    const then = structuredClone(recording.world);
    recording.act(trafficAction({ seed: 7, crowds: [] }));
    recording.advanceTo(BOOTED_AT + 30_000);
    expect(recording.worldAt(BOOTED_AT + 12_000 - 0.5).hosts.size).toBe(then.hosts.size);
    const again = new Recording(boot(guideLab()));
    again.act(trafficAction(traffic([crowd({ kind: 'spread' }, { size: 30 })])));
    again.advanceTo(BOOTED_AT + 12_000);
    expect(again.world).toEqual(then);
  });
});

const anyOrigin: fc.Arbitrary<Origin> = fc.oneof(
  fc.record({ kind: fc.constant('nat' as const), address: fc.ipV4() }),
  fc.record({ kind: fc.constant('subnet' as const), net: fc.ipV4().map((ip) => ip.replace(/\.\d+$/, '')) }),
  fc.constant({ kind: 'spread' as const }),
  fc.record({ kind: fc.constant('proxy' as const), address: fc.ipV4() }),
);
const anyScript: fc.Arbitrary<Script> = fc.record({
  every: fc.integer({ min: 0, max: 60_000 }),
  spread: fc.integer({ min: 0, max: 60_000 }),
  jitter: fc.integer({ min: 0, max: 5000 }),
  pages: fc.array(fc.constantFrom('/whoami', '/count', '/index'), { maxLength: 4 }),
  think: fc.integer({ min: 0, max: 10_000 }),
  login: fc.constantFrom('never' as const, 'once' as const, 'each-round' as const),
});

describe('any crowd and any script', () => {
  test('gives every visitor a name of his own and an address that exists', () => {
    fc.assert(
      fc.property(anyOrigin, fc.integer({ min: 0, max: 600 }), (from, size) => {
        const members = membersOf(crowd(from, { size }));
        expect(members).toHaveLength(Math.min(500, size));
        expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
        for (const { ip } of members) expect(ip.split('.').every((part) => Number(part) <= 255)).toBe(true);
        const apart = from.kind !== 'nat';
        expect(new Set(members.map(({ ip }) => ip)).size).toBe(apart ? members.length : Math.min(1, members.length));
        const nets = new Set(members.map(({ ip }) => ip.replace(/\.\d+$/, '')));
        if (from.kind === 'spread') expect(nets.size).toBe(members.length);
      }),
    );
  });

  test('keeps to its rounds: a visit is neither early nor later than spread, pauses and jitter allow', () => {
    fc.assert(
      fc.property(anyScript, fc.integer(), fc.constantFrom('A', 's1', 's500'), fc.nat(200), (how, seed, name, n) => {
        const visit = scriptedVisit({ script: how, seed }, name, n);
        const perRound = how.pages.length + (how.login === 'each-round' ? 1 : 0);
        if (!visit) {
          expect(how.pages.length + (n === 0 && how.login !== 'never' ? 1 : 0)).toBe(0);
          return;
        }
        const round = perRound === 0 ? 0 : Math.floor((n - (how.login === 'once' ? Math.min(1, n) : 0)) / perRound);
        const earliest = round * Math.max(50, how.every);
        expect(visit.after).toBeGreaterThanOrEqual(earliest);
        expect(visit.after).toBeLessThanOrEqual(earliest + how.spread + how.jitter + (perRound + 1) * how.think + 1);
        expect(visit.path.startsWith('/login')).toBe(
          how.login === 'each-round' ? n % perRound === 0 : how.login === 'once' && n === 0,
        );
        expect(scriptedVisit({ script: how, seed }, name, n)).toEqual(visit);
      }),
    );
  });

  test('comes back from a link as it was, and what is none is refused', () => {
    const anyTraffic = fc.record(
      {
        seed: fc.integer(),
        crowds: fc.array(
          anyOrigin.map((from) => crowd(from)),
          { maxLength: 1 },
        ),
        script: anyScript,
      },
      { requiredKeys: ['seed', 'crowds'] },
    );
    fc.assert(
      fc.property(anyTraffic, (one) => {
        expect(trafficIn(JSON.stringify(one))).toEqual(one);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(trafficIn(json)).toBeUndefined();
      }),
    );
    const wrong = [
      { ...crowd(oneRouter), size: 501 },
      { ...crowd(oneRouter), name: 's1' },
      { ...crowd({ kind: 'nat', address: '300.1.1.1' }) },
    ];
    for (const one of wrong) expect(trafficIn(JSON.stringify(traffic([one])))).toBeUndefined();
    const same = [crowd(oneRouter), crowd(oneRouter)];
    expect(trafficIn(JSON.stringify(traffic(same)))).toBeUndefined();
  });

  test('ends at any time with a world that can be played again to the bit', () => {
    const origins = fc.array(anyOrigin, { maxLength: 2 });
    fc.assert(
      fc.property(origins, anyScript, fc.integer({ min: 1, max: 3000 }), (from, how, ms) => {
        const both = from.map((one, index) => crowd(one, { name: index === 0 ? 's' : 't', size: 4 }));
        const worlds = [0, 1].map(() => {
          const world = boot(guideLab());
          run(world, trafficPlan(traffic(both, how), BOOTED_AT), BOOTED_AT + ms);
          return world;
        });
        expect(worlds[0]).toEqual(worlds[1]);
      }),
      { numRuns: 25 },
    );
  });
});

test.each(Object.entries(rhythms))(
  'the rhythm %s is known again, and makes as many requests as is said beforehand',
  (id, how) => {
    expect(rhythmOf(how)).toBe(id);
    const seconds = 60;
    const sent = visitsOf(notesOf(traffic([crowd({ kind: 'spread' }, { size: 20 })], how), seconds * 1000)).length;
    const promised = requestsPerSecond(how, 20) * seconds;
    expect(Math.abs(sent - promised)).toBeLessThan(promised * 0.2);
  },
);

test.each(Object.entries(rhythms))(
  'the rhythm %s loses no login by itself, on lines as slow as those of a page',
  (_, how) => {
    const world = boot(guideLab({ visitors: [] }));
    world.latency = 400;
    const notes: Note[] = [];
    const plan = trafficPlan(traffic([crowd(oneRouter, { size: 30 })], how), BOOTED_AT);
    run(world, plan, BOOTED_AT + 40_000, (note) => notes.push(note));
    expect(visitsOf(notes).filter(({ login }) => login === 'login-lost')).toEqual([]);
  },
);
