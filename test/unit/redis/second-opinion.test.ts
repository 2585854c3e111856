import * as fc from 'fast-check';
import RedisMock from 'ioredis-mock';
import { expect, test } from 'vitest';
import { RedisLab } from '../../support/redis-lab.ts';

const key = (name: string) => fc.constantFrom(name, `${name}2`);
const member = fc.constantFrom('a', 'b', 'c', 'd');
const place = fc.integer({ min: -4, max: 4 }).map(String);
/** Further in front of a list than its first element, the mock counts otherwise than Redis. */
const inside = fc.integer({ min: -1, max: 4 }).map(String);
const score = fc.integer({ min: -3, max: 3 }).map(String);

const command = (name: string, ...words: fc.Arbitrary<string>[]) => fc.tuple(fc.constant(name), ...words);

const onLists = fc.oneof(
  ...['lpush', 'rpush'].map((name) => command(name, key('list'), member, member)),
  ...['lpop', 'rpop', 'llen'].map((name) => command(name, key('list'))),
  command('lindex', key('list'), place),
  ...['lrange', 'ltrim'].map((name) => command(name, key('list'), inside, inside)),
  command('lrem', key('list'), place, member),
  command('rpoplpush', key('list'), key('list')),
);

const onSortedSets = fc.oneof(
  command('zadd', key('z'), score, member),
  command('zincrby', key('z'), score, member),
  ...['zrem', 'zscore', 'zrank', 'zrevrank'].map((name) => command(name, key('z'), member)),
  command('zcard', key('z')),
  ...['zrange', 'zrevrange', 'zremrangebyrank'].map((name) => command(name, key('z'), place, place)),
  ...['zrangebyscore', 'zrevrangebyscore', 'zcount', 'zremrangebyscore'].map((name) =>
    command(name, key('z'), score, score),
  ),
);

// Not asked, for there the mock is wrong: EXISTS, LPUSHX, RPUSHX (it keeps what has become empty), LINSERT where there is no list.

/** A reply's bytes as ioredis would give them to its caller. */
function valueOf(reply: string): unknown {
  const [line = '', ...rest] = reply.split('\r\n');
  const text = line.slice(1);
  if (line.startsWith('$')) return text === '-1' ? null : rest[0];
  if (line.startsWith('*')) return rest.filter((_, i) => i % 2 === 1);
  return line.startsWith(':') ? Number(text) : text;
}

const mock = new RedisMock({ lazyConnect: true }) as unknown as Record<
  string,
  (...words: string[]) => Promise<unknown>
>;

async function bothAnswer(commands: readonly string[][]): Promise<void> {
  await mock['flushall']?.();
  const lab = new RedisLab('7.0.15').power('start');
  for (const [name = '', ...words] of commands) {
    const answer = valueOf(lab.send('a/1', [[name, ...words]]));
    expect(answer, [name, ...words].join(' ')).toEqual(await mock[name]?.(...words));
  }
}

test.each([
  ['lists', onLists],
  ['sorted sets', onSortedSets],
] as const)('ioredis-mock, asked for a second opinion on %s, says the same', async (_, commands) => {
  await fc.assert(fc.asyncProperty(fc.array(commands, { maxLength: 20 }), bothAnswer), { numRuns: 300 });
});
