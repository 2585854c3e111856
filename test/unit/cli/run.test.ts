import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { exerciseOf } from '../../../lessons/folders.ts';
import { readScript } from '../../../scripts/session-lab/run/script.ts';
import { scriptOf } from '../../../scripts/session-lab/run/write-script.ts';
import type { Lab, Planned, PowerEvent } from '../../../simulator/index.ts';
import { fileText } from '../../../site/lab/share/file.ts';
import { typed } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'session-lab-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const lab: Lab = { ...(await exerciseOf('inside-redis')).lab };
const read = (text: string) => readScript(text, lab, (path) => (path === 'new.conf' ? 'events {}' : undefined));

describe('a script', () => {
  test.each<[string, number, object]>([
    ['0 A /login?user=zhang', 0, { kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } }],
    ['1.5 A POST /cart', 1500, { kind: 'visit', host: 'A', visit: { method: 'POST', path: '/cart' } }],
    ['2s kill -9 tomcat1', 2000, { kind: 'power', host: 'tomcat1', event: 'crash' }],
    ['500ms stop redis', 500, { kind: 'power', host: 'redis', event: 'stop' }],
    ['1m30s start nginx', 90_000, { kind: 'power', host: 'nginx', event: 'start' }],
    ['1h hang tomcat2', 3_600_000, { kind: 'power', host: 'tomcat2', event: 'hang' }],
    ['+3s resume tomcat2', 3000, { kind: 'power', host: 'tomcat2', event: 'resume' }],
    ['10s reload nginx', 10_000, { kind: 'power', host: 'nginx', event: 'reload' }],
    ['10s quit nginx', 10_000, { kind: 'power', host: 'nginx', event: 'quit' }],
    ['1s cut tomcat1 redis', 1000, { kind: 'link', from: 'tomcat1', to: 'redis', event: 'cut' }],
    ['1s mend A nginx', 1000, { kind: 'link', from: 'A', to: 'nginx', event: 'mend' }],
    ['1s $ redis-cli get x', 1000, { kind: 'type', host: 'terminal1', line: 'redis-cli get x' }],
    ['1s terminal1$ ls', 1000, { kind: 'type', host: 'terminal1', line: 'ls' }],
    ['1s save nginx/nginx.conf new.conf', 1000, { kind: 'edit', host: 'nginx', file: 'nginx.conf', text: 'events {}' }],
  ])('%s', (line, at, action) => {
    expect(read(line)).toEqual({ plan: [{ at, action }], problems: [] });
  });

  test('times after a plus count from the line before; comments and empty lines say nothing', () => {
    const { plan, problems } = read('# begin\n\n1s A /\r\n+500ms A /whoami\n  +500ms stop tomcat1  \n');
    expect(problems).toEqual([]);
    expect(plan.map(({ at }) => at)).toEqual([1000, 1500, 2000]);
  });

  test.each<[string, string, string]>([
    ['soon A /', 'no-time', 'soon'],
    ['2x A /', 'no-time', '2x'],
    ['99999h A /', 'no-time', '99999h'],
    ['1s', 'no-action', ''],
    ['1s explode tomcat1', 'unknown-action', 'explode'],
    ['1s kill tomcat1', 'unknown-action', 'kill tomcat1'],
    ['1s Z /whoami', 'unknown-host', 'Z'],
    ['1s stop tomcat9', 'unknown-host', 'tomcat9'],
    ['1s stop A', 'not-a-server', 'A'],
    ['1s reload tomcat1', 'only-nginx', 'tomcat1'],
    ['1s A login', 'no-path', 'login'],
    ['1s cut tomcat1 moon', 'unknown-host', 'moon'],
    ['1s terminal7$ ls', 'unknown-host', 'terminal7'],
    ['1s save nginx/nginx.conf old.conf', 'no-file', 'old.conf'],
    ['1s save nginx new.conf', 'no-file', 'nginx'],
    ['1s constructor x', 'unknown-action', 'constructor'],
  ])('%s: %s', (line, code, token) => {
    expect(read(`# one\n${line}`)).toEqual({ plan: [], problems: [{ line: 2, code, token }] });
  });

  test('that goes back in time is refused there', () => {
    expect(read('2s A /\n1s A /').problems).toEqual([{ line: 2, code: 'backwards', token: '1s' }]);
  });
});

test('a plan written as a script is read as that plan', () => {
  const host = fc.constantFrom('nginx', 'tomcat1', 'tomcat2', 'redis');
  const power = fc.constantFrom<PowerEvent>('start', 'stop', 'crash', 'hang', 'resume');
  const path = fc.constantFrom('/', '/whoami', '/login?user=zhang', '/put?x=1#y');
  const action = fc.oneof(
    fc.record({ kind: fc.constant('power' as const), host, event: power }),
    fc.record({
      kind: fc.constant('power' as const),
      host: fc.constant('nginx'),
      event: fc.constantFrom<PowerEvent>('reload', 'quit'),
    }),
    fc.record({
      kind: fc.constant('visit' as const),
      host: fc.constantFrom(...lab.visitors.map(({ name }) => name)),
      visit: fc.oneof(fc.record({ path }), fc.record({ path, method: fc.constantFrom('GET', 'POST') })),
    }),
    fc.record({ kind: fc.constant('link' as const), from: host, to: host, event: fc.constantFrom('cut', 'mend') }),
    fc.record({
      kind: fc.constant('type' as const),
      host: fc.constant('terminal1'),
      line: fc.constantFrom('ls', 'redis-cli get "a b"', '# nothing', 'echo $?'),
    }),
  );
  const at = fc.oneof(
    fc.integer({ min: 0, max: 1e9 }),
    fc.integer({ min: 0, max: 1e6 }).map((ms) => ms / 8),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ at, action })), (actions) => {
      const plan = actions.sort((a, b) => a.at - b.at) as Planned[];
      expect(read((scriptOf(plan) ?? []).join('\n'))).toEqual({ plan, problems: [] });
    }),
  );
});

test('a plan with something that has no line is no script', () => {
  expect(scriptOf([{ at: 0, action: { kind: 'leave', host: 'A' } }])).toBeUndefined();
});

describe('session-lab run', () => {
  test('plays what an exercise plays, and says it in both languages', async () => {
    const en = await typed(['run', 'failover']);
    const zh = await typed(['run', 'failover', '--lang', 'zh-CN']);
    expect([en.code, en.err, zh.code, zh.err]).toEqual([0, '', 0, '']);
    expect(en.out).toMatch(/== A1\n {4}0\.0 s {2}A {9}A \(203\.0\.113\.10\) asks: GET \/login\?user=zhang/);
    expect(en.out).toMatch(/Somebody kills tomcat1 with kill -9/);
    expect(zh.out).toMatch(/== A1\n/);
    expect(zh.out.split('\n').length).toBe(en.out.split('\n').length);
  });

  test('plays a script on the files of a folder', async () => {
    const script = file('crash.txt', '0 A /login?user=zhang\n2s kill -9 tomcat2\n3s A /whoami\n');
    const shared = await typed(['run', 'capstone', '--dir', 'lessons/capstone/solution', '--script', script]);
    const alone = await typed(['run', 'capstone', '--dir', 'lessons/capstone/wrong/bad-gateway', '--script', script]);
    expect(shared.out).toMatch(/The page knows A: zhang/);
    expect(alone.out).toMatch(/== A2\n/);
    expect([shared.code, alone.code, shared.err, alone.err]).toEqual([0, 0, '', '']);
  });

  test('ends when it is told to', async () => {
    const { out } = await typed(['run', 'failover', '--until', '0.5']);
    expect(out).toMatch(/== A1\n/);
    expect(out).not.toMatch(/kills tomcat1/);
  });

  test('shows what was printed in a terminal, also by commands that Redis has worked out elsewhere', async () => {
    const script = file(
      'typed.txt',
      '1s $ cd redis-3.2.1/src; ./redis-cli hset h name zhang\n2s $ ./redis-cli hgetall h\n',
    );
    const { out } = await typed(['run', 'inside-redis', '--script', script]);
    expect(out).toMatch(/redis-cli hgetall h\n1\) "name"\n2\) "zhang"\n/);
  });

  test('compiles a Java source that is saved', async () => {
    file('User.java', 'package demo;\npublic class User {\n');
    const script = file('deploy.txt', '0 A /\n1s save tomcat1/webapps/ROOT/WEB-INF/classes/demo/User.java User.java\n');
    const { code, out } = await typed(['run', 'class-changes', '--script', script]);
    expect(code).toBe(0);
    expect(out).toMatch(/User\.java of tomcat1 is saved/);
  });

  const link = 'v=1&lab=failover&a=V:A/login?user=zhang@0,K:tomcat1@3000,V:A/whoami@3500&end=9000';

  test.each([
    ['a link', `https://lab.example/en/failover/#${link}`],
    ['what is behind its #', link],
    ['a file that Share has saved', file('lab.json', fileText(link.split('&')))],
  ])('plays %s, at the pace of a page', async (_, what) => {
    const { code, out, err } = await typed(['run', what]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/ {4}3\.0 s {2}tomcat1 {3}Somebody kills tomcat1/);
    expect(out).toMatch(/A gets 200 for \/whoami after 2\.4 s/);
  });

  test('says which part of a link is left out, and whether the run ends otherwise', async () => {
    const { code, err } = await typed(['run', `${link.replace('&end', ',K:tomcat9@4000&end')}&h=wrong`]);
    expect(code).toBe(0);
    expect(err).toMatch(/"K:tomcat9@4000" was left out: nobody of that name/);
    expect(err).toMatch(/ends otherwise/);
  });

  test.each<[string, string[], RegExp]>([
    ['nothing to play', ['run'], /what is to be played/],
    ['neither exercise, link nor file', ['run', 'nowhere'], /"nowhere" is no exercise, no link and no file/],
    ['another file', ['run', 'package.json'], /package.json is not a file that the page’s “Share” has saved/],
    ['a link to a lab that is not there', ['run', 'v=1&lab=nowhere'], /names no lab/],
    ['files for a link', ['run', link, '--dir', 'lessons'], /--dir goes with an exercise/],
    ['no time', ['run', 'failover', '--until', 'dawn'], /--until dawn: a number of seconds/],
    ['a script that is not there', ['run', 'failover', '--script', 'nowhere.txt'], /nowhere.txt is not there/],
    ['a folder that is not there', ['run', 'failover', '--dir', 'nowhere'], /nowhere is not a folder/],
    ['a folder without the files', ['run', 'failover', '--dir', 'lessons'], /none of the exercise’s files is here/],
    ['a second word', ['run', 'failover', 'capstone'], /"capstone"/],
    [
      'lines that mean nothing',
      ['run', 'failover', '--script', file('bad.txt', 'x y\n')],
      /bad.txt:1: "x" is not a time/,
    ],
  ])('refuses %s', async (_, argv, complaint) => {
    const { code, out, err } = await typed(argv);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(complaint);
  });
});
