import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { typed } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'session-lab-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};

const server = 'server { listen 80; location / { proxy_pass http://b; } }';
const conf = (upstream: string) => `events {}\nhttp {\n  upstream b { ${upstream} }\n  ${server}\n}\n`;

test.each<[string, string[], number, string[]]>([
  [
    'nginx -t accepts a file',
    [file('good/nginx.conf', conf('server localhost:8080;'))],
    0,
    [
      'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok',
      'nginx: configuration file /etc/nginx/nginx.conf test is successful',
    ],
  ],
  [
    'nginx -t refuses a directive',
    [file('bad/nginx.conf', conf('server localhost:8080;\n stickyy;'))],
    1,
    [
      'nginx: [emerg] unknown directive "stickyy" in /etc/nginx/nginx.conf:4',
      'nginx: configuration file /etc/nginx/nginx.conf test failed',
    ],
  ],
  [
    'a file that is called otherwise',
    [file('site.conf', 'events {'), '--as', 'nginx'],
    1,
    ['nginx: [emerg] unexpected end of file, expecting "}" in /etc/nginx/nginx.conf:1'],
  ],
  [
    'Redis refuses a line',
    [file('redis.conf', 'port 6379\nmaxmemory = 100mb\n')],
    1,
    ['Reading the configuration file, at line 2', ">>> 'maxmemory = 100mb'"],
  ],
  [
    'Redis, the later version',
    [file('redis-7.conf', 'port 6379\nfoo bar\n'), '--redis', '7.0.15'],
    1,
    ['*** FATAL CONFIG FILE ERROR (Redis 7.0.15) ***', ">>> 'foo bar'"],
  ],
  ['Redis starts', [file('ok/redis.conf', 'port 6379\n')], 0, ['The server is now ready to accept connections']],
  [
    'Tomcat cannot read server.xml',
    [file('conf/server.xml', '<Server port="8005" shutdown="SHUTDOWN">\n  <Service>\n</Server>\n')],
    1,
    ['SAXParseException', 'lineNumber: 3'],
  ],
  [
    'Tomcat warns of an attribute',
    [file('conf/context.xml', '<Context>\n  <Manager maxActiveSesions="5"/>\n</Context>\n'), '--tomcat', '10.1.60'],
    0,
    ['WARNING', 'maxActiveSesions'],
  ],
  [
    'the webapp does not start with its web.xml',
    [file('WEB-INF/web.xml', '<web-app>\n  <session-config>\n</web-app>\n')],
    1,
    ['SAXParseException'],
  ],
  [
    'a Java source with a mistake',
    [file('java/User.java', 'package demo;\npublic class User {\n  int x\n}\n')],
    1,
    ['User.java:', 'error:'],
  ],
  [
    'a Java source that belongs to the one beside it',
    [
      file('pair/Cart.java', 'package demo;\npublic class Cart implements java.io.Serializable {\n  Item item;\n}\n'),
      file('pair/Item.java', 'package demo;\npublic class Item {\n}\n'),
    ],
    0,
    ['Cart.java:3: warning: An object of demo.Item may be in item.'],
  ],
])('%s', async (_, argv, code, words) => {
  const said = await typed(['check', ...argv]);
  expect([said.code, said.err]).toEqual([code, '']);
  for (const word of words) expect(said.out).toContain(word);
});

test('what a file includes is read from beside it, and only from there', async () => {
  const main = file(
    'inc/nginx.conf',
    `events {}\nhttp {\n  include /etc/nginx/conf.d/*.conf;\n  include mime.types;\n}\n`,
  );
  file('inc/conf.d/app.conf', 'upstream b { server localhost:8080; }\ninclude parts/server;\n');
  file('inc/parts/server', `${server}\nbogus on;\n`);
  const { code, out } = await typed(['check', main]);
  expect(code).toBe(1);
  expect(out).toContain('unknown directive "bogus" in /etc/nginx/parts/server:2');
  const outside = await typed([
    'check',
    file('out/nginx.conf', 'events {}\nhttp {\n  include ../inc/nginx.conf;\n}\n'),
  ]);
  expect(outside.code).toBe(1);
  expect(outside.out).toContain('No such file or directory');
});

test('bytes that are no UTF-8 reach the program as they are', async () => {
  const bytes = Buffer.concat([
    Buffer.from('events {}\nhttp {\n  '),
    Buffer.from([0xc4, 0xe3]),
    Buffer.from(' on;\n}\n'),
  ]);
  const { out } = await typed(['check', file('gbk/nginx.conf', bytes)]);
  expect(out).toMatch(/unknown directive "\\xc4\\xe3" in/);
});

test('each file is told of, and one that is refused decides', async () => {
  const { code, out } = await typed(['check', join(folder, 'good/nginx.conf'), join(folder, 'bad/nginx.conf')]);
  expect(code).toBe(1);
  expect(out.match(/✔ accepted/g)).toHaveLength(1);
  expect(out.match(/✕ refused/g)).toHaveLength(1);
  const zh = await typed(['check', join(folder, 'good/nginx.conf'), '--lang', 'zh-CN']);
  expect(zh.out).toContain('✔ 接受');
});

test.each<[string, string[], RegExp]>([
  ['no file', ['check'], /which files/],
  ['a file that is not there', ['check', join(folder, 'nginx.conf')], /nginx.conf is not there/],
  ['a folder', ['check', file('deep/nginx.conf/x', '').replace(/\/x$/, '')], /is a folder, not a file/],
  ['a name that says nothing', ['check', file('app.conf', '')], /does not tell which program.*--as nginx\|redis/],
  ['an unknown program', ['check', '--as', 'apache', join(folder, 'app.conf')], /--as apache: .*nginx, redis/],
  [
    'another file of Tomcat',
    ['check', '--as', 'tomcat', join(folder, 'app.conf')],
    /context.xml, server.xml and web.xml/,
  ],
  [
    'an unknown version',
    ['check', '--redis', '6.2', join(folder, 'redis.conf')],
    /--redis 6.2: the lab has 3.2.1 and 7.0.15/,
  ],
])('refuses %s', async (_, argv, complaint) => {
  const { code, out, err } = await typed(argv);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toMatch(complaint);
});
