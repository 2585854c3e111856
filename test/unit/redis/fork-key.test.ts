import { expect, test } from 'vitest';
import { forkRedis, type Redis } from '../../../simulator/redis/host.ts';
import { redis } from '../../../simulator/redis/redis.ts';
import { disturbances } from '../../support/disturb.ts';
import { RedisLab } from '../../support/redis-lab.ts';

/** A Redis with something in every field. */
function busy(): RedisLab {
  const lab = new RedisLab('7.0.15', { 'redis.conf': 'port 6379\n' }).power('start');
  lab.send('a/1', [['SET', 'old', '1']]);
  lab.redis.disk.set('dump.rdb', { kind: 'rdb', savedAt: 0, databases: [{ db: 0, entries: [] }] });
  lab.power('crash').power('start');
  lab.send('a/2', [
    ['SET', 's', 'text'],
    ['EXPIRE', 's', '100'],
    ['SELECT', '3'],
    ['SETEX', 'x', '9', '1'],
    ['APPEND', 'x', '2'],
    ['ACL', 'SETUSER', 'tom', 'on', '>pw'],
    ['WATCH', 'x'],
    ['BGSAVE'],
    ['BGREWRITEAOF'],
    ['MULTI'],
    ['GET', 'x'],
  ]);
  lab.send('a/4', [['SUBSCRIBE', 'news']]);
  lab.send('a/5', [['MONITOR']]);
  lab.send('a/6', [['BLPOP', 'l', '5'], ['PING']]);
  lab.wait(5);
  const { server } = lab.redis;
  if (!server) throw new Error('it runs');
  server.triedAt = -1;
  server.saveFailed = true;
  server.sleeping = true;
  server.pausedUntil = lab.world.now + 10;
  server.master = { host: 'm', port: 1 };
  server.lists = ['l'];
  server.computing = {
    connection: 'a/2',
    chain: 'A1',
    db: 0,
    argv: ['HGETALL', 'h'],
    transaction: { replies: [{ type: 'status', text: 'OK' }], rest: [['PING']] },
  };
  lab.power('hang');
  lab.write('a/3', [['GET', 's']]);
  return lab;
}

/** Immutable by contract, so shared between forks. */
const shared =
  /^(files|kernel|disk\/[^/]+|server\/(values|settings|child|master|lists|users\/[^/]+|computing\/(argv|transaction\/(rest|replies\/\d+)))|server\/clients\/a\/\d\/(queue|watched|channels|patterns|blocked|waiting)|inbox\/\d+)(\/|$)/;

test('a fork shares nothing that a step changes', () => {
  const host = busy().redis;
  const before = structuredClone(host);
  const changes = [...disturbances(host)].filter(({ path }) => !shared.test(path.join('/')));
  expect(changes.length).toBeGreaterThan(50);
  for (const change of ['s/value', 's/expireAt', 's/-', '+'])
    expect(changes.map(({ path }) => path.join('/'))).toContain(`server/databases/0/entries/${change}`);
  for (const { disturb } of changes) disturb(forkRedis(host));
  expect(host).toEqual(before);
  for (const { disturb, path } of changes) {
    const origin = structuredClone(host);
    const fork = forkRedis(origin);
    disturb(origin);
    expect(fork, path.join('/')).toEqual(before);
    expect(origin, path.join('/')).not.toEqual(before);
  }
});

/** What nothing in the future depends on: names of things, and what is only shown. */
const indifferent = [
  /^(kind|name|machine)$/,
  // Neither a file nor a database nor a message: whole ones are added below.
  /^(disk|inbox|server\/(databases|clients|users))\/\+$/,
  /^server\/(nextClientId|stats)(\/|$)/,
  // When a client was last heard matters only with `timeout`.
  /^server\/clients\/a\/\d\/(id|port|openedAt|lastAt|lastCommand)$/,
  /^(pid|exitCode)$/,
  // How often others have to be looked at follows from the clients.
  /^server\/(watching|monitors)$/,
  // Both follow from the values.
  /^server\/settings\//,
  // Left over from reading.
  /^server\/values\/(commands|userNames)\//,
  // It explains only.
  /^server\/values\/places/,
  /^server\/child\/(startedAt|pid)$/,
  // Matters only where keys may be evicted.
  /\/usedAt$/,
  /^server\/startedAt$/,
  /^inbox\/\d+\/(kind|serial|at|sentAt)$/,
];

test('a key knows every field that can matter', () => {
  const { redis: host, world } = busy();
  const key = redis.key(host, world.now);
  const missed = [...disturbances(host)]
    .filter(({ path }) => !indifferent.some((pattern) => pattern.test(path.join('/'))))
    .filter(({ disturb }) => {
      const copy = structuredClone(host) as Redis;
      disturb(copy);
      return redis.key(copy, world.now) === key;
    });
  expect(missed.map(({ path }) => path.join('/'))).toEqual([]);
  const copy = structuredClone(host);
  copy.disk.set('other.rdb', { kind: 'aof', databases: [], appending: false });
  expect(redis.key(copy, world.now)).not.toBe(key);
});

test('a key knows no clock: the same moment later has the same key', () => {
  const keyAfter = (ms: number) => {
    const lab = new RedisLab('3.2.1');
    lab.wait(ms);
    lab.power('start');
    lab.send('a/1', [['SETEX', 's', '10', 'text']]);
    return redis.key(lab.redis, lab.world.now);
  };
  expect(keyAfter(600_000)).toBe(keyAfter(0));
});

test('who came first matters where two wait, and a key can leave it out', () => {
  const labOf = (connections: readonly string[], commands: string[][]) => {
    const lab = new RedisLab('3.2.1').power('start');
    for (const connection of connections) lab.send(connection, commands);
    return lab;
  };
  const keyOf = ({ redis: host, world }: RedisLab, anyOrder: boolean) => redis.key(host, world.now, anyOrder);
  const minds = ({ redis: host, world }: RedisLab) => redis.mindsOrder?.(host, world.now);
  const [there, back] = [
    ['a/1', 'a/2'],
    ['a/2', 'a/1'],
  ].map((order) => labOf(order, [['PING']])) as [RedisLab, RedisLab];
  expect(keyOf(there, false)).not.toBe(keyOf(back, false));
  expect(keyOf(there, true)).toBe(keyOf(back, true));
  expect([minds(there), minds(back)]).toEqual([false, false]);
  expect(minds(labOf(['a/1'], [['BLPOP', 'l', '0']]))).toBe(false);
  expect(minds(labOf(['a/1', 'a/2'], [['BLPOP', 'l', '0']]))).toBe(true);
});
