import { describe, expect, test } from 'vitest';
import { accessLogLine, errorLogLine } from '../../../simulator/nginx/logs.ts';
import { ownPage } from '../../../simulator/nginx/pages.ts';
import { answer, answers, ask, conf, deliver, type Recorder, recorder, started, twoServers } from './outbox.ts';

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';
const headersOf = (out: Recorder) => Object.fromEntries(answers(out).at(-1)?.headers ?? []);

/** The status and headers of what a location answers without a backend. */
function ownAnswer(location: string, target = '/', headers: [string, string][] = []) {
  const out = recorder();
  ask(started(conf(twoServers, location), out), out, 'A1', target, headers);
  return { response: answers(out)[0], headers: headersOf(out), notes: out.notes };
}

test.each([
  [502, 157],
  [404, 153],
  [504, 167],
  [500, 177],
  [503, 197],
  [413, 183],
])('the own page for %i has %i bytes, 402 more for Chrome', (status, length) => {
  expect(ownPage(status, true, false)).toHaveLength(length);
  expect(ownPage(status, true, true)).toHaveLength(length + 402);
});

test('a refused request ends in the 502 page as recorded', () => {
  const out = recorder();
  const host = started(conf('upstream app { server 127.0.0.1:8081; }'), out);
  ask(host, out, 'A1', '/', [['Connection', 'close']]);
  deliver(host, out, '127.0.0.1:8081', 'nginx', { type: 'refused', chain: 'A1', attempt: 1 });
  const [response] = answers(out);
  expect([response?.status, response?.reason]).toEqual([502, 'Bad Gateway']);
  expect(response?.headers).toEqual([
    ['Server', 'nginx/1.22.1'],
    ['Date', 'Sun, 22 Nov 2026 13:27:17 GMT'],
    ['Content-Type', 'text/html'],
    ['Content-Length', '157'],
    ['Connection', 'close'],
  ]);
  expect(response?.body).toBe(
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n',
  );
});

test('Chrome gets a longer page; server_tokens off hides the version', () => {
  expect(ownAnswer('return 502;', '/', [['User-Agent', chrome]]).headers['Content-Length']).toBe('559');
  const quiet = ownAnswer('server_tokens off; return 502;');
  expect([quiet.headers['Server'], quiet.headers['Content-Length']]).toEqual(['nginx', '150']);
});

test('logs: the lines of a refused and retried request', () => {
  const out = recorder();
  const format =
    'log_format t \'$remote_addr "$request" $status -> $upstream_addr $upstream_status $upstream_connect_time\'; access_log /var/log/nginx/access.log t;';
  const host = started(conf(twoServers, 'proxy_pass http://app;', format), out);
  out.notes = [];
  ask(host, out, 'A1');
  deliver(host, out, '127.0.0.1:8081', 'nginx', { type: 'refused', chain: 'A1', attempt: 1 });
  answer(host, out, 'A1');
  const errors = out.notes.flatMap((note) => (note.kind === 'error-log' ? [errorLogLine(note, out.wallClock)] : []));
  const rest =
    'client: 203.0.113.7, server: , request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:8081/", host: "shop.example"';
  expect(errors).toEqual([
    `2026/11/22 13:27:17 [error] 1001#1001: *1 connect() failed (111: Connection refused) while connecting to upstream, ${rest}`,
    `2026/11/22 13:27:17 [warn] 1001#1001: *1 upstream server temporarily disabled while connecting to upstream, ${rest}`,
  ]);
  const access = out.notes.flatMap((note) => (note.kind === 'access-log' ? [accessLogLine(note)] : []));
  expect(access).toEqual(['203.0.113.7 "GET / HTTP/1.1" 200 -> 127.0.0.1:8081, 127.0.0.1:8082 502, 200 -, 0.000']);
});

test('what a map captures for add_header is there for the log', () => {
  const out = recorder();
  const around =
    'map $uri $part { ~^/(?<first>\\w+) "p-$first"; } log_format t "$status [$first] $sent_http_x_part"; access_log /var/log/nginx/access.log t;';
  const host = started(conf(twoServers, 'add_header X-Part $part; return 204;', around), out);
  ask(host, out, 'A1', '/abc/d');
  const access = out.notes.flatMap((note) => (note.kind === 'access-log' ? [accessLogLine(note)] : []));
  expect(access).toEqual(['204 [abc] p-abc']);
});

test('the combined format, with dashes for what is not there', () => {
  const { notes } = ownAnswer('return 404;');
  const lines = notes.flatMap((note) => (note.kind === 'access-log' ? [accessLogLine(note)] : []));
  expect(lines).toEqual(['203.0.113.7 - - [22/Nov/2026:13:27:17 +0000] "GET / HTTP/1.1" 404 153 "-" "-"']);
});

test('a note tells which line decided', () => {
  const out = recorder();
  const host = started(conf('upstream app {\nip_hash;\nserver 127.0.0.1:8081;\nserver 127.0.0.1:8082;\n}'), out);
  ask(host, out, 'A1');
  const picked = out.notes.find((note) => note.kind === 'picked');
  expect(picked).toMatchObject({
    by: 'ip_hash',
    place: { file: 'nginx.conf', line: 6 },
    trace: { bytes: [203, 0, 113] },
  });
  if (picked?.kind !== 'picked') throw new Error('not picked');
  expect(picked.candidates.map(({ state }) => state).sort()).toEqual(['available', 'chosen']);
  expect(picked.trace?.steps.at(-1)?.peer).toBe(picked.to);
});

test('POST is not sent twice, and the note says by which rule', () => {
  const out = recorder();
  const host = started(conf(twoServers), out);
  const request = {
    method: 'POST',
    target: '/',
    version: '1.1' as const,
    headers: [['Host', 'x']] as [string, string][],
  };
  deliver(host, out, 'A', '192.168.25.128:80', {
    type: 'request',
    chain: 'A1',
    attempt: 0,
    request,
    source: '10.0.0.1',
  });
  deliver(host, out, 'tomcat', 'nginx', { type: 'closed', chain: 'A1', attempt: 1, how: 'closed' });
  expect(answers(out).map(({ status }) => status)).toEqual([502]);
  expect(out.notes).toContainEqual(
    expect.objectContaining({ kind: 'not-retried', rule: 'non-idempotent', reason: 'closed' }),
  );
});

test('a proxied location without its slash is a redirect there', () => {
  const out = recorder();
  const host = started(conf(twoServers, 'proxy_pass http://app;').replace('location / {', 'location /shop/ {'), out);
  ask(host, out, 'A1', '/shop?a=1');
  expect(answers(out)[0]?.status).toBe(301);
  expect(headersOf(out)['Location']).toBe('http://shop.example/shop/?a=1');
});

test('error_page: another page with the same status, with =200, and a whole URL', () => {
  const oops = 'location = /oops { return 200 "sorry"; }';
  const ask404 = (page: string) => {
    const out = recorder();
    ask(
      started(conf(twoServers, `${page} return 404;`).replace('location / {', `${oops} location / {`), out),
      out,
      'A1',
      '/x',
    );
    return [answers(out)[0]?.status, answers(out)[0]?.body];
  };
  expect(ask404('error_page 404 /oops;')).toEqual([404, 'sorry']);
  expect(ask404('error_page 404 =200 /oops;')).toEqual([200, 'sorry']);
  expect(ask404('error_page 404 = /oops;')).toEqual([200, 'sorry']);
  expect(ask404('error_page 404 http://other.example/;')[0]).toBe(302);
});

test('rewrite: last looks for a location anew, permanent redirects, an endless one is 500', () => {
  expect(ownAnswer('rewrite ^/a/(.*)$ /b/$1 permanent;', '/a/x?y=1').headers['Location']).toBe(
    'http://shop.example/b/x?y=1',
  );
  expect(ownAnswer('rewrite ^(.*)$ /x$1 last;', '/a').response?.status).toBe(500);
});

test('a backend cannot speak for nginx: Server and Date are nginx’s own, hop-by-hop headers end', () => {
  const out = recorder();
  const host = started(conf(twoServers), out);
  ask(host, out, 'A1');
  answer(host, out, 'A1', 200, [
    ['Server', 'Apache-Coyote/1.1'],
    ['Date', 'never'],
    ['Connection', 'close'],
    ['Content-Length', '4'],
    ['X-Own', 'kept'],
  ]);
  expect(headersOf(out)).toMatchObject({
    Server: 'nginx/1.22.1',
    Connection: 'keep-alive',
    'X-Own': 'kept',
    'Content-Length': '4',
  });
});

test('try_files leads to the backend what is no file', () => {
  const out = recorder();
  const host = started(
    conf(twoServers, 'try_files $uri @tomcat;').replace(
      'location / {',
      'location @tomcat { proxy_pass http://app; } location / {',
    ),
    out,
  );
  ask(host, out, 'A1', '/me?x=1');
  answer(host, out, 'A1');
  expect(answers(out)[0]?.status).toBe(200);
  const sent = out.sent.find(({ body }) => body.type === 'request')?.body;
  expect(sent?.type === 'request' && sent.request.target).toBe('/me?x=1');
  expect(ownAnswer('try_files $uri =404;', '/me').response?.status).toBe(404);
  expect(ownAnswer('try_files $uri /other;', '/me').response?.status).toBe(500);
});

test('deny: the first rule that fits decides', () => {
  const asked = (rules: string) => ownAnswer(`${rules} try_files $uri =404;`).response?.status;
  expect(asked('deny 203.0.113.0/24; allow all;')).toBe(403);
  expect(asked('allow 203.0.113.7; deny all;')).toBe(404);
});

describe.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a word as any other', (word) => {
  test('in a map that does not have it, and in one that does', () => {
    const asked = (entries: string) => {
      const out = recorder();
      const http = `map $arg_x $y { default other; ${entries} }`;
      ask(started(conf(twoServers, 'return 200 "$y";', http), out), out, 'A1', `/?x=${word}`);
      return answers(out)[0]?.body;
    };
    expect(asked('')).toBe('other');
    expect(asked(`${word} found;`)).toBe('found');
  });

  test('as the ending of a file, the name of one and a log format', () => {
    expect(ownAnswer('return 200 "a";', `/a.${word}`).headers['Content-Type']).toBe('text/plain');
    expect(ownAnswer('root /usr/share/nginx;', `/${word}`).response?.status).toBe(404);
    expect(ownAnswer(`try_files /${word} =418;`).response?.status).toBe(418);
  });
});
