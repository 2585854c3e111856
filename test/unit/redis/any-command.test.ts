import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeReply } from '../../../simulator/core/resp.ts';
import { commandsOf } from '../../../simulator/redis/commands/table.ts';
import { openConsole } from '../../../simulator/redis/console/console.ts';
import { forkRedis, type Redis } from '../../../simulator/redis/host.ts';
import { type RedisVersion, redis, taskIn } from '../../../simulator/redis/redis.ts';
import { atTime } from '../../support/at-time.ts';
import { RedisLab } from '../../support/redis-lab.ts';

const work = openConsole(atTime);

/** Words that commands have a use for, and some that none has. */
const word = fc.oneof(
  fc.constantFrom('a', 'b', 'k', '0', '1', '-1', '1.5', '100', 'EX', 'NX', 'WITHSCORES', 'get', '*', 'help', 'on', ''),
  fc.constantFrom('9223372036854775807', '99999999999999999999', 'ENCODING', 'list', 'requirepass', 'SETUSER', '>pw'),
  fc.string({ maxLength: 4 }),
);
/** These end the server or make it wait. */
const endings = new Set(['shutdown', 'debug', 'blpop', 'brpop', 'brpoplpush', 'client', 'wait', 'quit', 'monitor']);
const commandIn = (version: RedisVersion) =>
  fc.tuple(
    fc.constantFrom(...[...commandsOf(version).keys()].filter((name) => !endings.has(name)), 'nosuch'),
    fc.array(word, { maxLength: 5 }),
  );

/** A fork of the server as it is, or the server itself while the fork goes on in its place; and what it must stay. */
function aside(lab: RedisLab, index: number): { host: Redis; before: Redis } {
  const host = lab.redis;
  const fork = forkRedis(host);
  if (index % 2 === 1) lab.world.hosts.set('redis', fork);
  return { host: index % 2 === 1 ? host : fork, before: structuredClone(host) };
}

test.each<RedisVersion>(['3.2.1', '7.0.15'])(
  'Redis %s answers any command, and never throws, and no fork notices',
  async (version) => {
    await fc.assert(
      fc.asyncProperty(fc.array(commandIn(version), { maxLength: 12 }), async (commands) => {
        const lab = new RedisLab(version).power('start');
        lab.send('setup', [
          ['SET', 'a', '1'],
          ['SETEX', 'k', '100', 'text'],
        ]);
        for (const [index, [name, args]] of commands.entries()) {
          const other = aside(lab, index);
          lab.write('a/1', [[name, ...args]]);
          for (let task = taskIn(lab.world); task; task = taskIn(lab.world))
            lab.step({ kind: 'computed', host: task.host, computed: await work(task) });
          if (lab.ended('a/1')) return;
          expect(lab.take('a/1'), `${name} ${args.join(' ')}`).toMatch(/^[+\-:$*]/);
          expect(other.host, `${name} ${args.join(' ')}`).toEqual(other.before);
        }
        expect(redis.key(forkRedis(lab.redis), lab.world.now)).toBe(redis.key(lab.redis, lab.world.now));
      }),
      { numRuns: 150 },
    );
  },
);

test('an error reply never breaks the protocol', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const lab = new RedisLab('7.0.15').power('start');
      const reply = lab.send('a/1', [[name.replace(/^$/, 'x')]]);
      expect(reply.split('\r\n').length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 50 },
  );
  expect(encodeReply({ type: 'error', text: 'ERR x' })).toBe('-ERR x\r\n');
});

test.each([
  ['EXPIRE k soon z', '-ERR Unsupported option z\r\n'],
  ['EXPIRE k soon NX', '-ERR value is not an integer or out of range\r\n'],
  ['ZRANGEBYSCORE nosuch a 1', '-ERR min or max is not a float\r\n'],
  ['ZCOUNT k 1 (x', '-ERR min or max is not a float\r\n'],
  ['ZCOUNT k (1 +inf', '-WRONGTYPE Operation against a key holding the wrong kind of value\r\n'],
])('%s: of two faults 7.0.15 tells the one that it reads first', (line, told) => {
  const lab = new RedisLab('7.0.15').power('start');
  lab.send('a/1', [['SET', 'k', 'v']]);
  expect(lab.send('a/1', [line.split(' ')])).toBe(told);
});
