import { describe, expect, test } from 'vitest';
import type { RedisVersion } from '../../../simulator/redis/redis.ts';
import { RedisLab } from '../../support/redis-lab.ts';

const versions: RedisVersion[] = ['3.2.1', '7.0.15'];

/** How a server may end, and whether a key that was written before is there at the next start. */
const endings: [ending: string, withSavePoints: boolean, withoutSavePoints: boolean, appendOnly: boolean][] = [
  ['SIGTERM', true, false, true],
  ['SIGINT', true, false, true],
  ['SHUTDOWN', true, false, true],
  ['SHUTDOWN SAVE', true, true, true],
  ['SHUTDOWN NOSAVE', false, false, true],
  ['SIGKILL', false, false, true],
  ['SIGQUIT', false, false, true],
];

const settings = { withSavePoints: 'save 900 1\n', withoutSavePoints: 'save ""\n', appendOnly: 'appendonly yes\n' };

describe.each(versions)('Redis %s', (version) => {
  const survives = (conf: string, ending: string) => {
    const lab = new RedisLab(version, { 'redis.conf': conf }).power('start');
    lab.send('a/1', [['SET', 'k', 'v']]);
    if (ending.startsWith('SIG')) lab.signal(ending);
    else lab.send('a/1', [ending.split(' ')]);
    expect(lab.redis.server).toBeNull();
    lab.power('start');
    return lab.send('a/2', [['GET', 'k']]) === '$1\r\nv\r\n';
  };

  test.each(endings)(
    'after %s, a key is there as recorded',
    (ending, withSavePoints, withoutSavePoints, appendOnly) => {
      expect(survives(settings.withSavePoints, ending), 'with save points').toBe(withSavePoints);
      expect(survives(settings.withoutSavePoints, ending), 'without save points').toBe(withoutSavePoints);
      expect(survives(settings.appendOnly, ending), 'with an append only file').toBe(appendOnly);
    },
  );

  test('closing the terminal ends nothing', () => {
    const lab = new RedisLab(version).power('start');
    lab.signal('SIGHUP');
    expect(lab.send('a/1', [['PING']])).toBe('+PONG\r\n');
  });

  test('a save point writes the data by itself, when its time is over', () => {
    const lab = new RedisLab(version, { 'redis.conf': 'save 10 2\n' }).power('start');
    lab.send('a/1', [
      ['SET', 'k', 'v'],
      ['SET', 'l', 'w'],
    ]);
    lab.wait(9000);
    expect(lab.redis.disk.has('dump.rdb')).toBe(false);
    lab.wait(3000);
    expect(lab.redis.disk.get('dump.rdb')?.kind).toBe('rdb');
    lab.power('crash').power('start');
    expect(lab.send('a/2', [['DBSIZE']])).toBe(':2\r\n');
  });

  test('time goes on while the server is down', () => {
    const lab = new RedisLab(version, { 'redis.conf': 'save 900 1\n' }).power('start');
    lab.send('a/1', [
      ['SETEX', 'short', '10', 'v'],
      ['SETEX', 'long', '100', 'v'],
    ]);
    lab.power('stop');
    lab.wait(60_000);
    lab.power('start');
    expect(
      lab.send('a/2', [
        ['TTL', 'short'],
        ['TTL', 'long'],
      ]),
    ).toBe(':-2\r\n:40\r\n');
  });

  test('a password set at runtime is forgotten at the next start, unless it was rewritten into the file', () => {
    const lab = new RedisLab(version, { 'redis.conf': 'port 6379\n' }).power('start');
    lab.send('a/1', [['CONFIG', 'SET', 'requirepass', '123456']]);
    lab.power('stop').power('start');
    expect(lab.send('a/2', [['PING']])).toBe('+PONG\r\n');
    lab.send('a/2', [
      ['CONFIG', 'SET', 'requirepass', '123456'],
      ['AUTH', '123456'],
      ['CONFIG', 'REWRITE'],
    ]);
    expect(lab.redis.files['redis.conf']).toContain('requirepass "123456"');
    lab.power('stop').power('start');
    expect(lab.send('a/3', [['PING']])).toBe('-NOAUTH Authentication required.\r\n');
  });

  test('a second start beside a running server leaves it alone', () => {
    const lab = new RedisLab(version).power('start');
    lab.send('a/1', [['SET', 'k', 'v']]);
    lab.execute(['./src/redis-server', './redis.conf'], lab.redis.folder);
    expect(lab.exits).toEqual([1]);
    expect(lab.output.join('\n')).toContain('bind: Address already in use');
    expect(lab.send('a/1', [['GET', 'k']])).toBe('$1\r\nv\r\n');
  });
});
