import { describe, expect, test } from 'vitest';
import type { RedisVersion } from '../../../simulator/redis/redis.ts';
import { RedisLab } from '../../support/redis-lab.ts';

const versions: RedisVersion[] = ['3.2.1', '7.0.15'];

describe.each(versions)('Redis %s keeps sessions', (version) => {
  const started = () => new RedisLab(version).power('start');
  const ask = (lab: RedisLab, line: string) => lab.send('t/1', [line.split(' ')]);

  test('as a session manager writes them', () => {
    const lab = started();
    expect(ask(lab, 'SETNX id null')).toBe(':1\r\n');
    expect(ask(lab, 'SET id bytes')).toBe('+OK\r\n');
    expect(ask(lab, 'EXPIRE id 1800')).toBe(':1\r\n');
    expect(ask(lab, 'GET id')).toBe('$5\r\nbytes\r\n');
    expect(ask(lab, 'TTL id')).toBe(':1800\r\n');
    expect(ask(lab, 'DEL id')).toBe(':1\r\n');
    expect(ask(lab, 'GET id')).toBe('$-1\r\n');
  });

  test('until their time is over, to the millisecond', () => {
    const lab = started();
    ask(lab, 'SET id bytes');
    ask(lab, 'EXPIRE id 10');
    lab.wait(10_000);
    expect(ask(lab, 'GET id')).toBe('$5\r\nbytes\r\n');
    lab.wait(1);
    expect(ask(lab, 'GET id')).toBe('$-1\r\n');
  });

  test('several commands at once are answered in order', () => {
    const lab = started();
    expect(lab.send('t/1', [['PING'], ['ECHO', 'x'], ['PING']])).toBe('+PONG\r\n$1\r\nx\r\n+PONG\r\n');
  });

  test('a killed server resets its connections, and a new one knows them no more', () => {
    const lab = started();
    ask(lab, 'SET id bytes');
    lab.power('crash');
    lab.power('start');
    expect(lab.send('t/1', [['GET', 'id']])).toBe('');
    expect(lab.ended('t/1')).toBe('disconnected');
    expect(lab.send('t/2', [['GET', 'id']])).toBe('$-1\r\n');
  });

  test('nobody listens before the start and after the end', () => {
    const lab = new RedisLab(version);
    lab.write('t/1', [['PING']]);
    expect(lab.ended('t/1')).toBe('unreachable');
    lab.power('start').power('stop');
    lab.write('t/2', [['PING']]);
    expect(lab.ended('t/2')).toBe('unreachable');
  });

  test('a suspended server accepts and is silent until it goes on', () => {
    const lab = started();
    lab.power('hang');
    expect(ask(lab, 'PING')).toBe('');
    lab.power('resume');
    lab.wait(0);
    expect(lab.take('t/1')).toBe('+PONG\r\n');
  });
});
