import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RedisLab } from '../../support/redis-lab.ts';

test('a key lives to the last millisecond, and TTL is rounded to the nearest second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 6000 }), (life, passed) => {
      const lab = new RedisLab('3.2.1').power('start');
      lab.send('a/1', [['PSETEX', 'k', String(life), 'v']]);
      lab.wait(passed);
      const left = life - passed;
      const ttl = left < 0 ? -2 : Math.floor((left + 500) / 1000);
      expect(
        lab.send('a/1', [
          ['TTL', 'k'],
          ['EXISTS', 'k'],
        ]),
      ).toBe(`:${ttl}\r\n:${left < 0 ? 0 : 1}\r\n`);
    }),
    { numRuns: 60 },
  );
});

test('dead keys go by themselves within a tenth of a second', () => {
  const lab = new RedisLab('7.0.15').power('start');
  lab.send('a/1', [
    ['PSETEX', 'k', '500', 'v'],
    ['SET', 'l', 'v'],
  ]);
  lab.wait(501);
  expect(lab.send('a/1', [['DBSIZE']])).toBe(':2\r\n');
  lab.wait(100);
  expect(lab.send('a/1', [['DBSIZE']])).toBe(':1\r\n');
  expect(lab.notes.filter((note) => note.kind === 'redis-expired')).toMatchObject([{ key: 'k', found: 'cycle' }]);
});

test('a suspended server deletes nothing until it goes on', () => {
  const lab = new RedisLab('3.2.1').power('start');
  lab.send('a/1', [['PSETEX', 'k', '500', 'v']]);
  lab.power('hang');
  lab.wait(2000);
  expect(lab.redis.server?.databases[0]?.entries.size).toBe(1);
  lab.power('resume');
  lab.wait(200);
  expect(lab.redis.server?.databases[0]?.entries.size).toBe(0);
});
