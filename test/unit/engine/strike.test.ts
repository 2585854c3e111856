import { describe, expect, test } from 'vitest';
import { boot, expiriesIn, forkWorld, type Lab, Recording, type Strike, type World } from '../../../simulator/index.ts';
import { guideLab, redisLab } from '../../support/labs.ts';

const chainOf = (recording: Recording, kind: string) =>
  recording.notes.slice().find((note) => note.kind === kind)?.chain ?? 'none';

/** A login whose server is killed in the middle; which Tomcat it is, a first visit tells. */
function struck(lab: Lab, moment: Strike['moment']) {
  const recording = new Recording(boot(lab));
  recording.act({ kind: 'visit', host: 'A', visit: { path: '/hello' } });
  recording.advanceTo(recording.now + 100);
  const host = recording.notes.slice().find(({ kind }) => kind === 'served')?.host ?? '';
  const before = recording.notes.length;
  recording.strike = { host, moment, action: { kind: 'power', host, event: 'crash' } };
  recording.act({ kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } });
  recording.advanceTo(recording.now + 1000);
  const notes = recording.notes.slice(before);
  const death = notes.findIndex((note) => note.kind === 'power');
  return { recording, host, before: notes.slice(0, death), after: notes.slice(death) };
}

const keysIn = (world: World) => {
  const redis = world.hosts.get('redis');
  return redis?.kind === 'redis' ? redis.server?.databases.reduce((sum, { entries }) => sum + entries.size, 0) : 0;
};

describe('killed in the middle of a request', () => {
  test('that has arrived: the servlet has made a session, which dies with the process; the next server answers', () => {
    const { before, after, host } = struck(guideLab(), 'arrived');
    expect(before.some(({ kind }) => kind === 'session-created')).toBe(true);
    expect(after.some((note) => note.kind === 'served' && note.host === host)).toBe(false);
    expect(after.some(({ kind }) => kind === 'retried')).toBe(true);
    expect(after.some((note) => note.kind === 'answered' && note.status === 200)).toBe(true);
  });

  test('that has arrived, with Redis: what was written to the socket still gets there, the session does not', () => {
    const { before, after, host } = struck(redisLab(), 'arrived');
    expect(before.some(({ kind }) => kind === 'redis-command')).toBe(false);
    const written = after.flatMap((note) =>
      note.kind === 'redis-command' && note.connection.startsWith(`${host}/`) ? [note.argv[0]] : [],
    );
    expect(written).toEqual(['SETNX']);
  });

  test('whose session Redis has: it stays there, though its visitor never hears of it', () => {
    const { recording } = struck(redisLab(), 'saved');
    expect(keysIn(recording.world)).toBe(2);
  });

  test('whose answer is ready: all is done, and all but what Redis has is lost', () => {
    for (const lab of [guideLab(), redisLab()]) {
      const { before, after, host } = struck(lab, 'answering');
      expect(before.some(({ kind }) => kind === 'served')).toBe(false);
      expect(after.some((note) => note.kind === 'served' && note.host === host)).toBe(false);
      expect(after.some(({ kind }) => kind === 'retried')).toBe(true);
    }
  });

  test('strikes once, and is a plain action of the run: it plays again without a condition', () => {
    for (const moment of ['arrived', 'saved', 'answering'] as const) {
      const { recording, host } = struck(redisLab(), moment);
      expect(recording.strike).toBeUndefined();
      expect(recording.actions.map(({ action }) => action.kind)).toEqual(['visit', 'visit', 'power']);
      const [, , { at = 0 } = {}] = recording.actions;
      expect(recording.worldAt(at).hosts.get(host)).toMatchObject({ state: 'crashed' });
      expect(recording.worldAt(at - 0.01).hosts.get(host)).toMatchObject({ state: 'running' });
      expect(recording.worldAt(recording.now - 1).hosts).toEqual(forkWorld(recording.world).hosts);
      expect(chainOf(recording, 'answered')).toBe('A1');
    }
  });
});

describe('what ends by itself', () => {
  test('sessions by their idle time, keys by their TTL, servers that nginx leaves out', () => {
    const recording = new Recording(boot(redisLab()));
    recording.act({ kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } });
    recording.advanceTo(recording.now + 100);
    expect(expiriesIn(recording.world)).toEqual([expect.objectContaining({ kind: 'key', host: 'redis', db: 0 })]);
    const [{ at = 0 } = {}] = expiriesIn(recording.world);
    expect(keysIn(recording.worldAt(recording.now))).toBe(1);
    recording.advanceTo(at - 1);
    expect(keysIn(recording.world)).toBe(1);
    recording.advanceTo(at + 1000);
    expect(keysIn(recording.world)).toBe(0);
    expect(expiriesIn(recording.world)).toEqual([]);
  });

  test('a session in a Tomcat is gone for whoever comes just after, and there for whoever comes just before', () => {
    const seenAt = (beside: number) => {
      const recording = new Recording(boot(guideLab()));
      recording.act({ kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } });
      recording.advanceTo(recording.now + 100);
      const [next] = expiriesIn(recording.world);
      expect(next).toMatchObject({ kind: 'session' });
      recording.advanceTo((next?.at ?? 0) + beside);
      recording.act({ kind: 'visit', host: 'A', visit: { path: '/whoami' } });
      recording.advanceTo(recording.now + 100);
      return recording.notes.slice().some(({ kind }) => kind === 'login-lost');
    };
    expect(seenAt(-1000)).toBe(false);
    expect(seenAt(1)).toBe(true);
  });

  test('a server that failed is asked again', () => {
    const lab = guideLab({ upstream: 'upstream backserver { server localhost:8080; server localhost:8081; }' });
    const recording = new Recording(boot(lab));
    recording.act({ kind: 'power', host: 'tomcat1', event: 'crash' });
    recording.act({ kind: 'visit', host: 'A', visit: { path: '/hello' } });
    recording.advanceTo(recording.now + 100);
    const [next] = expiriesIn(recording.world);
    expect(next).toMatchObject({ kind: 'peer', upstream: 'backserver', peer: '127.0.0.1:8080' });
    const asked = (at: number) => {
      const fork = recording.fork(recording.end);
      fork.advanceTo(at);
      for (const host of ['A', 'B', 'A', 'B']) fork.act({ kind: 'visit', host, visit: { path: '/hello' } });
      fork.advanceTo(at + 100);
      return fork.notes.slice().some((note) => note.at >= at && note.kind === 'nobody-listens');
    };
    expect(asked((next?.at ?? 0) - 1000)).toBe(false);
    expect(asked(next?.at ?? 0)).toBe(true);
  });
});

test('eviction by redis-cli takes the older half of the sessions, and lets the others be', async () => {
  const { evictingAt } = await import('../../../simulator/index.ts');
  const recording = new Recording(boot(redisLab()));
  for (const host of ['A', 'B', 'A', 'B']) {
    recording.act({ kind: 'visit', host, visit: { path: `/put?user=${host}` } });
    recording.act({ kind: 'visit', host, visit: { path: `/login?user=${host}` } });
    recording.advanceTo(recording.now + 100);
  }
  const before = keysIn(recording.world) ?? 0;
  const redis = recording.world.hosts.get('redis');
  const bytes = redis?.kind === 'redis' && redis.server ? evictingAt(redis.server) : 0;
  for (const [name, value] of [
    ['maxmemory-policy', 'allkeys-lru'],
    ['maxmemory', String(bytes)],
  ] as const)
    recording.act({ kind: 'redis-cli', host: 'redis', argv: ['config', 'set', name, value] });
  const left = keysIn(recording.world) ?? 0;
  expect(before).toBeGreaterThan(1);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(before);
});
