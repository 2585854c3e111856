import { describe, expect, test } from 'vitest';
import { type AlwaysCheck, type Exercise, grade, type Lab, type Verdict } from '../../../simulator/index.ts';
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
