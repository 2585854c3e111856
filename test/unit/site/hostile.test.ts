import { expect, test } from 'vitest';
import { guideLab, redisLab, tomcat, visitors } from '../../../lessons/lab.ts';
import { BOOTED_AT, boot, contextXml, run } from '../../../simulator/index.ts';
import { glob } from '../../../simulator/nginx/conf/glob.ts';
import { compileJava } from '../../../simulator/tomcat/java/lang/compile.ts';
import { readFromFrame } from '../../../site/embed/read-from-frame.ts';
import { remembered } from '../../../site/playground/memory.ts';
import { messageIn } from '../../../site/present/guards.ts';
import { message } from '../../../site/present/messages.ts';
import { SharedLog } from '../../../site/present/network/shared-log.ts';
import { readFile } from '../../../site/progress/file.ts';
import { keeping } from '../../hostile/targets/keeping.ts';
import { RedisLab } from '../../support/redis-lab.ts';

// What hostile campaigns have found (test/hostile/campaigns.json), each once.

test('a version that is no number and no text is no newer version', () => {
  const file = {
    format: 'session-lab-progress',
    version: { toString: {}, valueOf: {} },
    by: 'x',
    exercises: {},
    drafts: {},
  };
  expect(readFile(JSON.stringify(file))).toEqual({ why: 'damaged', at: 'version' });
});

test('a list with empty places is no list of entries', () => {
  const entries = Array.from({ length: 3 }, (_, seq) => ({ seq, at: 0, kind: 'run', beat: 'x' }));
  delete entries[1];
  expect(
    messageIn({ ...message('w', { type: 'wish', wish: 'next' }), type: 'log', log: 'l', fromSeq: 0, entries }),
  ).toEqual({
    refused: 'bad',
  });
});

test('a statement that is no JSON is refused', () => {
  const statement: Record<string, unknown> = { id: 7n };
  expect(readFromFrame({ sessionlab: 1, type: 'xapi', statement })).toMatchObject({ kind: 'bad' });
  statement['id'] = statement;
  expect(readFromFrame({ sessionlab: 1, type: 'xapi', statement })).toMatchObject({ kind: 'bad' });
});

test('many stars in the name of an included file are no work', () => {
  const name = `${'a'.repeat(60)}.conf`;
  expect(glob(`${'*a'.repeat(40)}x`, [name])).toEqual([]);
  expect(glob('*a*.c[a-o]nf', [name, `conf.d/${name}`, '.a.conf'])).toEqual([name]);
});

test.each(['{', 'if(a)', 'class A{', 'void f(){class B{'])(
  'Java nested too deep (%s) is wrong, and no more',
  (open) => {
    const { problems } = compileJava({ 'A.java': `class A { void f() { ${open.repeat(4000)}` });
    expect(problems.map(({ code }) => code)).toContain('syntax');
  },
);

test('what is written in the document of a class and JSON has no form for is another entry, and no more', () => {
  const log = new SharedLog(() => {});
  log.document.getArray('log:l').push([{ seq: 0, at: 0, kind: 7n }]);
  log.document.getMap('class').set('log', 'l');
  const entries = [{ seq: 0, at: 0, kind: 'act', act: 'K:nginx' } as const];
  log.write(message('w', { type: 'log', log: 'l', fromSeq: 0, entries }) as Parameters<SharedLog['write']>[0]);
  expect(log.from(0)[0]?.entries).toEqual(entries);
});

test.each(['3.2.1', '7.0.15'] as const)('Redis %s keeps no text for which a page has no memory', (version) => {
  const lab = new RedisLab(version, { 'redis.conf': 'databases 2147483647\n' }).power('start');
  const say = (line: string) => lab.send('a/1', [line.split(' ')]);
  expect(say('SETRANGE a 536870911 x')).toMatch(/^-ERR string exceeds maximum allowed size/);
  expect(say('SETBIT a 4294967295 1')).toBe('-ERR bit offset is not an integer or out of range\r\n');
  expect(say('SETRANGE a 299999 x')).toBe(':300000\r\n');
  expect(say('BITOP NOT b a')).toBe(':300000\r\n');
  expect(say('GETRANGE b 299998 -1')).toBe('$2\r\n\xff\x87\r\n');
  expect(say('SELECT 9999')).toBe('+OK\r\n');
});

test('great numbers in the files of a lab are no work', () => {
  const conf = `events {} http { upstream u { hash $uri consistent; server localhost:8080 weight=2147483647; server localhost:8081; }
    server { listen 80; location / { proxy_pass http://u; } } }`;
  const xml = contextXml.replace('<Context>', '<Context><Manager sessionIdLength="2147483647"/>');
  expect(xml).not.toBe(contextXml);
  const tomcats = [tomcat(1, '10.1.60', { 'conf/context.xml': xml }), tomcat(2)];
  const world = boot(guideLab([visitors.A], tomcats, conf));
  run(
    world,
    [{ at: BOOTED_AT, action: { kind: 'visit', host: 'A', visit: { path: '/login?user=a' } } }],
    BOOTED_AT + 500,
  );
  const visitor = world.hosts.get('A');
  expect(visitor?.kind === 'client' && visitor.last?.status).toBe(200);
});

test('a lab that the browser has kept is taken only if it can be built', () => {
  keeping.text = JSON.stringify(redisLab([visitors.A]));
  expect(remembered()).toBeDefined();
  for (const wrong of [{ localhost: [null] }, { terminals: { count: -1, redis: 'built' } }, { addresses: [7] }]) {
    keeping.text = JSON.stringify({ ...redisLab([visitors.A]), ...wrong });
    expect(remembered()).toBeUndefined();
  }
});
