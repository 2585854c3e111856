import { expect, test } from 'vitest';
import type { Action } from '../../../simulator/engine/world.ts';
import { openConsole } from '../../../simulator/redis/console/console.ts';
import { redis, taskIn } from '../../../simulator/redis/redis.ts';
import { atTime } from '../../support/at-time.ts';
import { RedisLab } from '../../support/redis-lab.ts';

const work = openConsole(atTime);

/** Works out all that a lab waits for; the actions that did it. */
async function workOut(lab: RedisLab): Promise<Action[]> {
  const actions: Action[] = [];
  for (let task = taskIn(lab.world); task; task = taskIn(lab.world)) {
    const action: Action = { kind: 'computed', host: task.host, computed: await work(task) };
    actions.push(action);
    lab.step(action);
  }
  return actions;
}

async function ask(lab: RedisLab, ...commands: string[]): Promise<string> {
  lab.write(
    'a/1',
    commands.map((line) => line.split(' ')),
  );
  await workOut(lab);
  return lab.take('a/1');
}

const started = () => new RedisLab('3.2.1').power('start');

test('hashes, lists, sets and sorted sets keep what they are given', async () => {
  const lab = started();
  expect(await ask(lab, 'HSET h f v', 'HGETALL h')).toBe(':1\r\n*2\r\n$1\r\nf\r\n$1\r\nv\r\n');
  expect(await ask(lab, 'RPUSH l a b', 'LRANGE l 0 -1')).toBe(':2\r\n*2\r\n$1\r\na\r\n$1\r\nb\r\n');
  expect(await ask(lab, 'SADD s 3 1 2', 'SMEMBERS s')).toBe(':3\r\n*3\r\n$1\r\n1\r\n$1\r\n2\r\n$1\r\n3\r\n');
  expect(await ask(lab, 'ZADD z 2 b 1 a', 'ZRANGE z 0 -1')).toBe(':2\r\n*2\r\n$1\r\na\r\n$1\r\nb\r\n');
  expect(await ask(lab, 'TYPE h', 'TYPE l', 'TYPE s', 'TYPE z')).toBe('+hash\r\n+list\r\n+set\r\n+zset\r\n');
});

test('bytes come back as they went in', async () => {
  const lab = started();
  const bytes = String.fromCharCode(...Array(256).keys());
  lab.write('a/1', [
    ['HSET', '__proto__', 'f', bytes],
    ['HGET', '__proto__', 'f'],
  ]);
  await workOut(lab);
  expect(lab.take('a/1')).toBe(`:1\r\n$256\r\n${bytes}\r\n`);
});

test('the wrong type is refused before anybody is asked', () => {
  const lab = started();
  expect(
    lab.send('a/1', [
      ['SET', 'k', 'v'],
      ['LPUSH', 'k', 'x'],
    ]),
  ).toBe('+OK\r\n-WRONGTYPE Operation against a key holding the wrong kind of value\r\n');
});

test('while a command is worked out everybody else waits, and is served afterwards in order', async () => {
  const lab = started();
  lab.write('a/1', [
    ['HSET', 'l', 'f', 'x'],
    ['HLEN', 'l'],
  ]);
  lab.write('b/1', [['EXISTS', 'l']]);
  expect([lab.take('a/1'), lab.take('b/1')]).toEqual(['', '']);
  await workOut(lab);
  expect([lab.take('a/1'), lab.take('b/1')]).toEqual([':1\r\n:1\r\n', ':1\r\n']);
});

test('a transaction goes on where it stopped', async () => {
  const lab = started();
  expect(await ask(lab, 'MULTI', 'SET k 1', 'HSET h f v', 'INCR k', 'SADD s a', 'EXEC')).toBe(
    '+OK\r\n+QUEUED\r\n+QUEUED\r\n+QUEUED\r\n+QUEUED\r\n*4\r\n+OK\r\n:1\r\n:2\r\n:1\r\n',
  );
});

test('a replay needs nobody to work it out again', async () => {
  const first = started();
  first.write('a/1', [['HSET', 'h', 'f', 'v']]);
  const actions = await workOut(first);
  const second = started();
  second.write('a/1', [['HSET', 'h', 'f', 'v']]);
  for (const action of actions) second.step(action);
  expect(redis.key(second.redis, second.world.now)).toBe(redis.key(first.redis, first.world.now));
  expect(second.take('a/1')).toBe(':1\r\n');
});

test('a key that expires takes its fields with it, and a waiting client gets what is pushed', async () => {
  const lab = started();
  expect(await ask(lab, 'HSET h f v', 'EXPIRE h 10')).toBe(':1\r\n:1\r\n');
  lab.wait(10_001);
  expect(await ask(lab, 'HGET h f')).toBe('$-1\r\n');
  lab.write('b/1', [['BLPOP', 'l', '0'], ['PING']]);
  expect(await ask(lab, 'RPUSH l x y')).toBe(':2\r\n');
  expect(lab.take('b/1')).toBe('*2\r\n$1\r\nl\r\n$1\r\nx\r\n+PONG\r\n');
});

test('a server that is killed meanwhile forgets the command', async () => {
  const lab = started();
  lab.write('a/1', [['HSET', 'l', 'f', 'x']]);
  const task = taskIn(lab.world);
  if (!task) throw new Error('it waits');
  lab.power('crash').power('start');
  lab.step({ kind: 'computed', host: task.host, computed: await work(task) });
  expect(lab.send('b/1', [['DBSIZE']])).toBe(':0\r\n');
});
