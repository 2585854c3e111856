// What the questions that open a part say must be what the simulator does: each claim is played.
import { expect, test } from 'vitest';
import { course } from '../../lessons/course.ts';
import { login, power, visit } from '../../lessons/lab.ts';
import { yesterday } from '../../lessons/yesterday.ts';
import { labOf, play } from './play.ts';

const told = ({ status, upstreamAddr, login }: ReturnType<typeof play>['visits'][number]) => [
  status,
  upstreamAddr.replaceAll('127.0.0.1:', ''),
  login,
];

test('every part but the first opens with a question on a lesson of the part before', () => {
  for (const [index, { id }] of course.entries()) {
    if (id === 'one-server') continue;
    expect(course[index - 1]?.lessons).toContain(yesterday[id].lesson);
  }
});

test('in both languages, with three answers and the same code', () => {
  const codeOf = (texts: unknown) => JSON.stringify(texts).match(/`[^`]+`/g);
  for (const { texts } of Object.values(yesterday)) {
    expect(texts['zh-cn'].answers).toHaveLength(3);
    expect(texts.en.answers).toHaveLength(3);
    expect(codeOf(texts['zh-cn'])).toEqual(codeOf(texts.en));
  }
});

test('load-balancing: Tomcat 10.1 forgets at an orderly stop, Tomcat 7 does not; the page is a 200, and a new id is given out', async () => {
  const lab = await labOf('restart');
  const plan = ['tomcat1', 'tomcat2'].flatMap((host) => [power(2000, host, 'stop'), power(10_000, host, 'start')]);
  const { visits } = play(lab, [
    login(0, 'A'),
    login(100, 'B'),
    ...plan,
    visit(60_000, 'A', '/whoami'),
    visit(60_100, 'B', '/whoami'),
    visit(61_000, 'B', '/index'),
  ]);
  const [, , a, b, home] = visits;
  const answer = home?.notes.find((note) => note.kind === 'answered');
  expect([a, b].map((one) => [one?.status, one?.login])).toEqual([
    [200, 'login-kept'],
    [200, 'login-lost'],
  ]);
  expect(answer).toMatchObject({ status: 200, setCookie: expect.stringContaining('JSESSIONID=') });
});

test('shared-sessions: a minute after the crash A is back on a tomcat1 that knows nothing', async () => {
  const { visits } = play(await labOf('failover'), [
    login(0, 'A'),
    power(1000, 'tomcat1', 'crash'),
    visit(2000, 'A', '/whoami'),
    login(4000, 'A'),
    visit(5000, 'A', '/whoami'),
    power(6000, 'tomcat1', 'start'),
    visit(66_000, 'A', '/whoami'),
  ]);
  expect(visits.map(told)).toEqual([
    [200, '8080', 'logged-in'],
    [200, '8080, 8081', 'login-lost'],
    [200, '8081', 'logged-in'],
    [200, '8081', 'login-kept'],
    [200, '8080', 'login-lost'],
  ]);
});

test('in-operation: a session is fetched whole when a request begins and written whole when it ends', async () => {
  const { visits } = play(await labOf('inside-redis'), [login(0, 'A'), visit(1000, 'A', '/count')]);
  const commands = visits[1]?.notes.flatMap((note) => (note.kind === 'redis-command' ? [note.argv[0]] : []));
  expect(commands).toEqual(['GET', 'SET', 'EXPIRE']);
});
