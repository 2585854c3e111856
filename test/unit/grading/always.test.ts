import { describe, expect, test } from 'vitest';
import {
  type AlwaysCheck,
  BOOTED_AT,
  type Exercise,
  grade,
  type Lab,
  type Note,
  Play,
  type Verdict,
} from '../../../simulator/index.ts';
import { guideLab, redisLab } from '../../support/labs.ts';

const kept: AlwaysCheck = {
  kind: 'always',
  id: 'kept',
  points: 1,
  visits: {
    A: [{ path: '/login?user=zhang' }, { path: '/whoami' }],
    B: [{ path: '/login?user=li' }, { path: '/whoami' }],
  },
  faults: ['tomcat1', 'tomcat2'].map((host) => ({ kind: 'power', host, event: 'crash' })),
  atMost: 1,
  limit: 50_000,
  broken: (notes) =>
    notes.some(({ kind }) => kind === 'login-lost') ? { id: 'login-lost', values: { own: 'value' } } : undefined,
  reaches: (notes, _, struck) => struck > 0 && notes.some(({ kind }) => kind === 'login-kept'),
};

const byTurns = 'upstream backserver { server localhost:8080; server localhost:8081; }';

const visitsOf = (host: string, count: number) =>
  (kept.visits[host] ?? []).slice(0, count).map((visit) => ({ kind: 'visit', host, visit }));

const exercise = (lab: Lab, changes: Partial<AlwaysCheck> = {}): Exercise => ({
  id: 'made-up',
  lab,
  edits: [],
  checks: [{ ...kept, ...changes }],
  predictions: [],
});

async function verdictOf(lab: Lab, changes: Partial<AlwaysCheck> = {}, ...watch: Parameters<typeof grade>[2][]) {
  const [verdict] = await grade(exercise(lab, changes), {}, ...watch);
  return verdict as Verdict;
}

describe('an `always` check', () => {
  test('fails by what breaks it, told as the visit that shows it', async () => {
    const verdict = await verdictOf(guideLab());
    expect(verdict).toMatchObject({
      kind: 'always',
      state: 'failed',
      feedback: { id: 'login-lost', values: { path: '/whoami', status: 200, own: 'value' } },
      searched: { complete: true },
    });
    if (verdict.state !== 'failed') throw new Error(verdict.state);
    expect(verdict.evidence.some(({ kind }) => kind === 'login-lost')).toBe(true);
  });

  test.each([
    ['by turns', guideLab({ upstream: byTurns }), [...visitsOf('A', 2)], 0],
    ['ip_hash', guideLab(), visitsOf('A', 2), 1],
  ])('shows its mistake as an ordinary run: %s', async (_, lab, expected, faults) => {
    const verdict = await verdictOf(lab);
    if (verdict.state !== 'failed' || !verdict.run) throw new Error('no run');
    const { plan, until, latency, decisive } = verdict.run;
    expect(plan.filter(({ action }) => action.kind === 'visit').map(({ action }) => action)).toEqual(expected);
    expect(plan.filter(({ action }) => action.kind === 'power')).toHaveLength(faults);
    const notes: Note[] = [];
    new Play(lab, { plan, until, latency }, (note) => notes.push(note)).go(Number.POSITIVE_INFINITY);
    const lost = notes.filter(({ kind }) => kind === 'login-lost');
    expect(lost.map(({ at, host, chain }) => [at - BOOTED_AT, host, chain])).toEqual([
      [decisive, verdict.feedback.values['visitor'], verdict.feedback.values['request']],
    ]);
    expect(verdict.feedback.values).toMatchObject({ host: 'nginx', file: 'nginx.conf', line: expect.any(Number) });
  });

  test('passes where no order and no fault breaks it, and says how much was looked at', async () => {
    const verdict = await verdictOf(redisLab());
    expect(verdict).toMatchObject({ state: 'passed', searched: { complete: true } });
    if (verdict.state !== 'passed') throw new Error(verdict.state);
    expect(verdict.searched?.states).toBeGreaterThan(1000);
  });

  test('passed, but not proved: a limit cut the search', async () => {
    const verdict = await verdictOf(redisLab(), { limit: 10_000 });
    expect(verdict).toMatchObject({ state: 'passed', searched: { complete: false, states: 10_000 } });
  });

  test('does not pass because nothing could happen', async () => {
    const verdict = await verdictOf(guideLab({ upstream: 'upstream backserver { server localhost:9; }' }));
    expect(verdict).toMatchObject({ state: 'failed', feedback: { id: 'never-reached' } });
    if (verdict.state !== 'failed') throw new Error(verdict.state);
    expect(verdict.run?.plan).toHaveLength(4);
    expect(verdict.evidence.some((note) => note.kind === 'answered' && note.status === 502)).toBe(true);
  });

  test('tells how far it is, waits for whoever hears it, and can be given up', async () => {
    const heard: number[] = [];
    const verdict = await verdictOf(redisLab(), {}, async ({ check, states, limit }) => {
      await Promise.resolve();
      expect([check, limit]).toEqual(['kept', kept.limit]);
      heard.push(states);
      return heard.length < 3;
    });
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(heard).toHaveLength(3);
    expect(verdict).toMatchObject({ state: 'untried', searched: { complete: false, states: heard[2] } });
  });
});
