import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ChangedRequest,
  compare,
  type Lab,
  type Planned,
  Play,
  type PlayOutcome,
  type Scenario,
  withFiles,
} from '../../../simulator/index.ts';
import { guideLab, redisLab } from '../../support/labs.ts';

const roundRobin = guideLab({ upstream: 'upstream backserver {\nserver localhost:8080;\nserver localhost:8081;\n}' });
const weighted = guideLab({
  upstream: 'upstream backserver {\nserver localhost:8080 weight=3;\nserver localhost:8081;\n}',
});
const labs = { hashed: guideLab(), roundRobin, weighted, redis: redisLab() };

const scenario = (plan: readonly Planned[]): Scenario => ({ plan, until: 30_000, latency: 1 });
const visit = (at: number, host: string, path: string): Planned => ({
  at,
  action: { kind: 'visit', host, visit: { path } },
});

function outcome(lab: Lab, plan: readonly Planned[], slice = Infinity): PlayOutcome {
  const play = new Play(lab, scenario(plan));
  while (play.go(slice) !== 'done');
  return play.outcome();
}

const anyLab = fc.constantFrom(...Object.values(labs));
const anyPlan = fc.array(
  fc.oneof(
    fc
      .tuple(fc.nat(9000), fc.constantFrom('A', 'B'), fc.constantFrom('/login?user=zhang', '/whoami', '/put?k=v'))
      .map((drawn) => visit(...drawn)),
    fc
      .tuple(
        fc.nat(9000),
        fc.constantFrom('tomcat1', 'tomcat2', 'nginx'),
        fc.constantFrom('crash' as const, 'start' as const, 'hang' as const, 'resume' as const),
      )
      .map(([at, host, event]): Planned => ({ at, action: { kind: 'power', host, event } })),
  ),
  { maxLength: 20 },
);

describe('a comparison', () => {
  test('finds nothing between a lab and itself', () => {
    fc.assert(
      fc.property(anyLab, anyPlan, (lab, plan) => {
        const [a, b] = [outcome(lab, plan), outcome(lab, plan)];
        const { changed, same, ...totals } = compare(a.requests, b.requests);
        expect(changed).toEqual([]);
        expect(same).toBe(a.requests.length);
        expect(totals.a).toEqual(totals.b);
      }),
      { numRuns: 40 },
    );
  });

  test('says the same from the other side', () => {
    const mirrored = ({ chain, a, b, differences }: ChangedRequest) => ({ chain, a: b, b: a, differences });
    fc.assert(
      fc.property(anyLab, anyLab, anyPlan, (one, other, plan) => {
        const [a, b] = [outcome(one, plan).requests, outcome(other, plan).requests];
        const there = compare(a, b);
        const back = compare(b, a);
        expect(back.changed.map(mirrored)).toEqual(there.changed);
        expect(back).toMatchObject({ a: there.b, b: there.a, same: there.same });
        expect(there.same + there.changed.length).toBe(a.length);
      }),
      { numRuns: 60 },
    );
  });

  test('one line decides whether logins are lost, and each request that changed says in what', () => {
    const plan = [visit(0, 'A', '/login?user=zhang'), ...[1, 2, 3].map((i) => visit(i * 500, 'A', '/whoami'))];
    const { a, b, changed } = compare(outcome(roundRobin, plan).requests, outcome(labs.hashed, plan).requests);
    expect([a.loginsLost, b.loginsLost]).toEqual([2, 0]);
    expect(changed[0]).toMatchObject({ chain: 'A2', differences: ['login', 'server', 'session'] });
    expect([changed[0]?.a?.login, changed[0]?.b?.login]).toEqual(['login-lost', 'login-kept']);
  });

  test('a request that one side never sent is a change, too', () => {
    const { requests } = outcome(roundRobin, [visit(0, 'A', '/'), visit(100, 'B', '/')]);
    expect(compare(requests, requests.slice(1))).toMatchObject({
      same: 1,
      changed: [{ chain: 'A1', b: undefined, differences: [] }],
    });
  });
});

describe('a scenario that nobody watches', () => {
  test('comes to the same in slices of any size', () => {
    fc.assert(
      fc.property(anyLab, anyPlan, fc.integer({ min: 1, max: 50 }), (lab, plan, slice) => {
        expect(outcome(lab, plan, slice)).toEqual(outcome(lab, plan));
      }),
      { numRuns: 30 },
    );
  });

  test('says which programs did not come up, in their own words', () => {
    const broken = withFiles(labs.redis, {
      nginx: { 'nginx.conf': 'events {}\nhttp { upstrem b { } }\n' },
      redis: { 'redis.conf': 'port 70000\n' },
      tomcat1: { 'conf/server.xml': '<Server port="8005"><Service></Server>' },
      tomcat2: { 'conf/context.xml': '<Context><Manager className="com.example.Missing"/></Context>' },
    });
    const { failures, requests } = outcome(broken, [visit(0, 'A', '/')]);
    expect(failures.map(({ host }) => host).sort()).toEqual(['nginx', 'redis', 'tomcat1', 'tomcat2']);
    expect(failures.find(({ host }) => host === 'nginx')?.message).toContain('unknown directive "upstrem"');
    expect(failures.find(({ host }) => host === 'redis')?.message).toBe('Invalid port');
    expect(failures.find(({ host }) => host === 'tomcat2')?.message).toContain('ClassNotFoundException');
    expect(requests).toMatchObject([{ status: 0, server: undefined }]);
    expect(outcome(labs.redis, []).failures).toEqual([]);
  });

  test('ends with its time, whatever is still to come', () => {
    const hung: Planned[] = ['tomcat1', 'tomcat2'].map((host) => ({
      at: 0,
      action: { kind: 'power', host, event: 'hang' },
    }));
    const play = new Play(guideLab(), scenario([...hung, visit(10, 'A', '/'), visit(40_000, 'A', '/')]));
    expect(play.go(Infinity)).toBe('done');
    expect(play.progress).toBe(1);
    expect(play.outcome().requests).toMatchObject([{ chain: 'A1', status: undefined }]);
  });
});
