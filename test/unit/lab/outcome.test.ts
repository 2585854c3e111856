import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BOOTED_AT,
  boot,
  bucketsOf,
  type Lab,
  type Note,
  Outcomes,
  type Planned,
  type RequestOutcome,
  run,
  totalsOf,
  visitsOf,
} from '../../../simulator/index.ts';
import { guideLab, redisLab } from '../../support/labs.ts';

const roundRobin = 'upstream backserver {\nserver localhost:8080;\nserver localhost:8081;\n}';
const visit = (at: number, host: string, path: string): Planned => ({
  at: BOOTED_AT + at,
  action: { kind: 'visit', host, visit: { path } },
});
const power = (at: number, host: string, event: 'crash' | 'hang'): Planned => ({
  at: BOOTED_AT + at,
  action: { kind: 'power', host, event },
});

function outcomes(lab: Lab, plan: readonly Planned[], until = 5000): RequestOutcome[] {
  const heard = new Outcomes();
  run(boot(lab), plan, BOOTED_AT + until, heard.hear);
  return heard.requests;
}

describe('what came of a request', () => {
  test('round robin hands a visitor to a Tomcat that does not know him: login lost, session replaced', () => {
    const [login, next] = outcomes(guideLab({ upstream: roundRobin }), [
      visit(0, 'A', '/login?user=zhang'),
      visit(100, 'A', '/whoami'),
    ]);
    expect(login).toMatchObject({
      chain: 'A1',
      status: 200,
      server: 'tomcat1',
      session: 'created',
      login: 'logged-in',
    });
    expect(next).toMatchObject({ chain: 'A2', server: 'tomcat2', by: 'round_robin', attempts: 1, login: 'login-lost' });
    expect(next?.took).toBeGreaterThan(0);
  });

  test('a refused server costs an attempt; the answer is the second one’s', () => {
    const [first] = outcomes(guideLab({ upstream: roundRobin }), [
      power(0, 'tomcat1', 'crash'),
      visit(100, 'A', '/whoami'),
    ]);
    expect(first).toMatchObject({ attempts: 2, server: 'tomcat2', status: 200 });
  });

  test('a page of nginx has no server; what was not answered by the end is waiting', () => {
    const crashed = ['tomcat1', 'tomcat2'].map((host) => power(0, host, 'crash'));
    expect(outcomes(guideLab(), [...crashed, visit(100, 'A', '/whoami')])[0]).toMatchObject({
      status: 502,
      server: undefined,
    });
    const hung = ['tomcat1', 'tomcat2'].map((host) => power(0, host, 'hang'));
    const [waiting] = outcomes(guideLab(), [...hung, visit(100, 'A', '/whoami')]);
    expect(waiting).toMatchObject({ status: undefined, took: undefined });
    expect(totalsOf(waiting ? [waiting] : [])).toMatchObject({ requests: 1, waiting: 1, errors: 0 });
  });
});

test('outcomes and the stories that checks look at say the same', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('visit' as const),
        host: fc.constantFrom('A', 'B'),
        path: fc.constantFrom('/login?user=zhang', '/whoami', '/put?k=v', '/'),
      }),
      fc.record({
        kind: fc.constant('power' as const),
        host: fc.constantFrom('tomcat1', 'tomcat2', 'nginx'),
        event: fc.constantFrom('crash' as const, 'start' as const, 'hang' as const, 'resume' as const),
      }),
    ),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(steps, fc.boolean(), (steps, redis) => {
      const plan = steps.map(
        (step, i): Planned => ({
          at: BOOTED_AT + i * 300,
          action: step.kind === 'visit' ? { kind: 'visit', host: step.host, visit: { path: step.path } } : step,
        }),
      );
      const notes: Note[] = [];
      const heard = new Outcomes();
      run(boot(redis ? redisLab() : guideLab({ upstream: roundRobin })), plan, BOOTED_AT + 60_000, (note) => {
        notes.push(note);
        heard.hear(note);
      });
      const said = ({
        chain,
        visitor,
        path,
        at,
        status,
        login,
      }: Pick<RequestOutcome, 'chain' | 'visitor' | 'path' | 'at' | 'status' | 'login'>) => ({
        chain,
        visitor,
        path,
        at,
        status: status ?? 0,
        login,
      });
      const stories = visitsOf(notes);
      expect(heard.requests.map(said)).toEqual(stories.map(said));
      for (const [i, { status, server }] of stories.entries())
        if (status > 0) expect(heard.requests[i]?.server).toBe(server);
    }),
    { numRuns: 60 },
  );
});

describe('totals', () => {
  const one = (changes: Partial<RequestOutcome>): RequestOutcome => ({
    chain: 'A1',
    visitor: 'A',
    method: 'GET',
    path: '/',
    at: 0,
    took: 10,
    status: 200,
    server: 'tomcat1',
    attempts: 1,
    by: 'ip_hash',
    login: undefined,
    session: undefined,
    ...changes,
  });

  test('percentiles are by nearest rank, over answers only', () => {
    const waits = Array.from({ length: 100 }, (_, i) => one({ took: i + 1 }));
    expect(totalsOf([...waits, one({ status: 0, took: 60_000 })]).latency).toEqual({
      median: 50,
      p95: 95,
      p99: 99,
      max: 100,
    });
    expect(totalsOf([]).latency).toEqual({ median: 0, p95: 0, p99: 0, max: 0 });
  });

  test('errors are what brought no good page', () => {
    const totals = totalsOf([
      one({}),
      one({ status: 502, server: undefined, attempts: 2 }),
      one({ status: 0 }),
      one({ status: 404 }),
    ]);
    expect(totals).toMatchObject({ requests: 4, errors: 3, retries: 1, byStatus: { 200: 1, 502: 1, 0: 1, 404: 1 } });
  });

  test('buckets of a run hold every request once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), fc.integer({ min: 1, max: 20 }), (times, count) => {
        const buckets = bucketsOf(
          times.map((at) => one({ at })),
          { from: 0, until: 1000, count },
        );
        expect(buckets.length).toBe(count);
        expect(buckets.reduce((sum, { requests }) => sum + requests, 0)).toBe(times.length);
        for (const [i, { from }] of buckets.entries()) expect(from).toBeCloseTo((i * 1000) / count);
      }),
    );
  });
});
