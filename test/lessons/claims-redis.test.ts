// What the lessons on Redis say must be what the simulator does: each claim is played.
import { expect, test } from 'vitest';
import { login, power, type as typed, visit } from '../../lessons/lab.ts';
import { type Lab, type Planned, redisConf, visitsOf, type World, withFiles } from '../../simulator/index.ts';
import { labOf, play } from './play.ts';

const edit = (at: number, host: string, file: string, text: string): Planned => ({
  at,
  action: { kind: 'edit', host, file, text },
});
const close = (at: number, window: string): Planned => ({
  at,
  action: { kind: 'interrupt', host: window, signal: 'SIGHUP' },
});
const restart = (at: number): Planned[] => [power(at, 'redis', 'stop'), power(at + 2000, 'redis', 'start')];

function screenOf(world: World, name = 'terminal1'): string {
  const window = world.hosts.get(name);
  if (window?.kind !== 'terminal') throw new Error(`no window ${name}`);
  return window.screen.flatMap((line) => ('text' in line ? [line.text] : [])).join('\n');
}

const install = [
  'wget http://download.redis.io/releases/redis-3.2.1.tar.gz',
  'tar xzf redis-3.2.1.tar.gz',
  'cd redis-3.2.1',
  'make',
].map((line, i) => typed(10_000 * (i + 1), line));

test('start-redis: at first there is no redis-cli; the guide’s four commands bring it', async () => {
  const { world } = play(await labOf('start-redis'), [typed(0, './src/redis-cli ping'), ...install], 90_000);
  expect(screenOf(world)).toContain('bash: ./src/redis-cli: No such file or directory');
  expect(screenOf(world)).toContain("Hint: It's a good idea to run 'make test' ;)");
});

test('start-redis: four lines look alarming; the window is taken; closing it does not stop Redis, shutdown does', async () => {
  const { world } = play(await labOf('start-redis'), [
    ...install,
    typed(100_000, './src/redis-server ./redis.conf'),
    typed(102_000, 'ls'),
    typed(104_000, './redis-3.2.1/src/redis-cli ping', 'terminal2'),
    close(106_000, 'terminal1'),
    typed(108_000, './redis-3.2.1/src/redis-cli ping', 'terminal2'),
    typed(110_000, './redis-3.2.1/src/redis-cli shutdown', 'terminal2'),
    typed(114_000, './redis-3.2.1/src/redis-cli ping', 'terminal2'),
  ]);
  const first = screenOf(world);
  for (const line of [
    'Increased maximum number of open files to 10032',
    'The TCP backlog setting of 511 cannot be enforced',
    'overcommit_memory is set to 0!',
    'Transparent Huge Pages (THP) support enabled',
  ])
    expect(first).toContain(line);
  expect(first).not.toContain('00-RELEASENOTES');
  expect(screenOf(world, 'terminal2').match(/^PONG$/gm)).toHaveLength(2);
  expect(screenOf(world, 'terminal2')).toContain('Could not connect to Redis at 127.0.0.1:6379: Connection refused');
});

test('start-redis: with daemonize yes not one line is printed, and a mistake in redis.conf still is', async () => {
  const lab = await labOf('start-redis');
  const started = (text: string) => {
    const files = withFiles(lab, { redis: { 'redis.conf': text } });
    return screenOf(play(files, [...install, typed(100_000, './src/redis-server ./redis.conf')]).world);
  };
  const quiet = started(redisConf.replace('daemonize no', 'daemonize yes'));
  expect(quiet.slice(quiet.indexOf('redis-server ./redis.conf'))).toBe('redis-server ./redis.conf');
  expect(started(redisConf.replace('daemonize no', 'daemonize yes\nport'))).toContain('FATAL CONFIG FILE ERROR');
});

const cli = './redis-3.2.1/src/redis-cli';
const outside = `${cli} -h 192.168.25.128 ping`;

test('secure-redis: as shipped nobody outside gets in; without the bind line he is let in and sent away', async () => {
  const lab = await labOf('secure-redis');
  const { world } = play(lab, [
    typed(0, `${cli} ping`),
    typed(1000, outside),
    edit(2000, 'redis', 'redis.conf', redisConf.replace('\nbind 127', '\n# bind 127')),
    ...restart(3000),
    typed(8000, outside),
  ]);
  const screen = screenOf(world);
  expect(screen).toContain('PONG');
  expect(screen).toContain('Could not connect to Redis at 192.168.25.128:6379: Connection refused');
  // One-shot, redis-cli 3.2.1 seldom gets to print what it was told: it is cut off while it still writes.
  expect(screen.slice(screen.lastIndexOf(outside))).not.toContain('PONG');
});

test('secure-redis: a password set by command holds at once and is gone after a restart', async () => {
  const { world } = play(await labOf('secure-redis'), [
    typed(0, cli),
    ...['config set requirepass 123456', 'config get requirepass', 'auth 123456', 'config get requirepass'].map(
      (line, i) => typed(1000 * (i + 1), line),
    ),
    typed(6000, 'quit'),
    ...restart(7000),
    typed(12_000, `${cli} ping`),
  ]);
  const screen = screenOf(world);
  expect(screen).toContain('(error) NOAUTH Authentication required.');
  expect(screen).toContain('2) "123456"');
  expect(screen.endsWith('PONG')).toBe(true);
});

test('secure-redis: a comment at the end of a line keeps Redis from starting', async () => {
  const lab = withFiles(await labOf('secure-redis'), {
    redis: { 'redis.conf': `${redisConf}requirepass 123456  # shop\n` },
  });
  const { world } = play(lab, [typed(0, 'cd redis-3.2.1'), typed(1000, './src/redis-server ./redis.conf')]);
  expect(screenOf(world)).toContain('Bad directive or wrong number of arguments');
});

const wired = async () => await labOf('wire-tomcat', 'solution');

test('wire-tomcat: without the jars the shop is a 404; with them copied it works, and outlives a Tomcat', async () => {
  const copy = ['tomcat1', 'tomcat2'].map((name, i) => typed(3000 + i * 500, `cp ~/Downloads/*.jar /opt/${name}/lib/`));
  const both = (at: number, event: 'stop' | 'start') => ['tomcat1', 'tomcat2'].map((name) => power(at, name, event));
  const { notes } = play(await wired(), [
    visit(0, 'A', '/whoami'),
    ...copy,
    ...both(5000, 'stop'),
    ...both(15_000, 'start'),
    login(25_000, 'A'),
    ...[26, 27, 28].map((s) => visit(s * 1000, 'A', '/whoami')),
    power(30_000, 'tomcat1', 'crash'),
    visit(32_000, 'A', '/whoami'),
  ]);
  const visits = visitsOf(notes);
  expect(visits.map(({ status }) => status)).toEqual([404, 200, 200, 200, 200, 200]);
  expect(visits.slice(2).map(({ login }) => login)).toEqual(Array(4).fill('login-kept'));
});

test('inside-redis: the Manager says 60 and the TTL is 1800; a session-timeout of -1 logs out at once', async () => {
  const lab = await labOf('inside-redis');
  const expiries = (one: Lab) => {
    const { notes } = play(one, [login(0, 'A'), visit(1000, 'A', '/whoami')]);
    const given = notes.flatMap((note) =>
      note.kind === 'redis-command' && note.argv[0] === 'EXPIRE' ? [note.argv[2]] : [],
    );
    return { given: [...new Set(given)], login: visitsOf(notes).at(-1)?.login };
  };
  expect(expiries(lab)).toEqual({ given: ['1800'], login: 'login-kept' });
  const never = (lab.tomcats[0]?.files['conf/web.xml'] ?? '').replace('>30<', '>-1<');
  const ended = withFiles(lab, { tomcat1: { 'conf/web.xml': never }, tomcat2: { 'conf/web.xml': never } });
  expect(expiries(ended)).toEqual({ given: ['-60'], login: 'login-lost' });
});

test('inside-redis: what a request costs', async () => {
  const { notes } = play(await labOf('inside-redis'), [
    visit(0, 'A', '/index'),
    visit(1000, 'A', '/hello'),
    visit(2000, 'A', '/count'),
    visit(3000, 'A', '/invalidate'),
  ]);
  const costs = visitsOf(notes).map(({ chain }) =>
    notes.flatMap((note) => (note.kind === 'redis-command' && note.chain === chain ? [note.argv[0]] : [])),
  );
  expect(costs).toEqual([
    ['SETNX', 'SET', 'EXPIRE', 'EXPIRE'],
    ['GET', 'EXPIRE'],
    ['GET', 'SET', 'EXPIRE'],
    ['GET', 'DEL', 'DEL'],
  ]);
});

test('capstone: an object that is not Serializable is answered by 200, and is nowhere', async () => {
  const lab = await labOf('capstone', 'solution');
  const { notes } = play({ ...lab, terminals: { count: 1, redis: 'running' } }, [
    ...['tomcat1', 'tomcat2'].map((name, i) => typed(i * 500, `cp ~/Downloads/*.jar /opt/${name}/lib/`)),
    ...['tomcat1', 'tomcat2'].map((name) => power(2000, name, 'stop')),
    ...['tomcat1', 'tomcat2'].map((name) => power(12_000, name, 'start')),
    login(22_000, 'A'),
    visit(23_000, 'A', '/put?class=Plain&k=note'),
    visit(24_000, 'A', '/attrs'),
  ]);
  const bodies = notes.flatMap((note) => (note.kind === 'answered' ? [`${note.status} ${note.body}`] : []));
  expect(bodies.every((body) => body.startsWith('200'))).toBe(true);
  expect(bodies.at(-1)).toContain('user=zhang');
  expect(bodies.at(-1)).not.toContain('note');
});
