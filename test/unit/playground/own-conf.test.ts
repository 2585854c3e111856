import { expect, test } from 'vitest';
import { BOOTED_AT, boot, type Lab, run } from '../../../simulator/index.ts';
import { surroundingsOf } from '../../../site/editor/named-servers.ts';
import { labOf } from '../../../site/playground/machines.ts';
import { pointedHere, strangersIn, withNamed } from '../../../site/playground/strangers.ts';

const conf = `events {}
http {
    upstream app {
        server app1:8080 weight=2;
        server 10.0.0.5:8080;
        server localhost:8081;
        server localhost:9999;
        server unix:/tmp/app.sock;
    }
    server {
        listen 443;
        location / { proxy_pass http://app; }
        location /api { proxy_pass http://api.internal:9000/v1; }
        location /$1 { proxy_pass http://$host; }
    }
}
`;
const machines = {
  tomcats: ['10.1.60', '10.1.60'],
  redis: undefined,
  visitors: 2,
  terminals: false,
  webapps: [],
  severalFiles: false,
} as const;
const lab = (text: string): Lab => {
  const built = labOf({ ...machines, tomcats: [...machines.tomcats], webapps: [] });
  return { ...built, nginx: { files: { ...built.nginx.files, 'nginx.conf': text } } };
};

test('the servers that a configuration names, each where it is written', () => {
  const { servers, answersVisitors } = surroundingsOf({ 'nginx.conf': conf });
  expect(servers.map(({ from, to, host, port, line }) => [conf.slice(from, to), host, port, line])).toEqual([
    ['app1:8080', 'app1', 8080, 4],
    ['10.0.0.5:8080', '10.0.0.5', 8080, 5],
    ['localhost:8081', 'localhost', 8081, 6],
    ['localhost:9999', 'localhost', 9999, 7],
    ['api.internal:9000', 'api.internal', 9000, 13],
  ]);
  expect(answersVisitors).toBe(false);
});

test.each(['listen 80;', 'listen 0.0.0.0:80 default_server;', 'listen [::]:80;', 'listen 127.0.0.1;', ''])(
  'visitors find a server with "%s"',
  (listen) => {
    const text = `events {}\nhttp { server { ${listen} } }\n`;
    expect(surroundingsOf({ 'nginx.conf': text }).answersVisitors).toBe(true);
  },
);

test('those that the lab does not have, and why', () => {
  const { servers } = surroundingsOf({ 'nginx.conf': conf });
  expect(strangersIn(lab(conf), servers).map(({ host, why }) => `${host} ${why}`)).toEqual([
    'app1 unknown',
    '10.0.0.5 elsewhere',
    'localhost silent',
    'api.internal unknown',
  ]);
});

const app = `events {}
http {
    upstream app {
        server app1:8080;
        server app2:8080;
        server 10.0.0.5:8080;
    }
    server { listen 80; location / { proxy_pass http://app; } }
}
`;

/** What three visits of A got in a lab, and from where. */
function visited(built: Lab) {
  const world = boot(built);
  const served: string[] = [];
  const plan = [0, 1, 2].map((nth) => ({
    at: BOOTED_AT + 100 * nth,
    action: { kind: 'visit' as const, host: 'A', visit: { path: '/hello' } },
  }));
  run(world, plan, BOOTED_AT + 5000, (note) => {
    if (note.kind === 'served') served.push(note.host);
  });
  return served.sort();
}

test('servers made as the file names them: one port at three addresses, and each answers', () => {
  const { servers } = surroundingsOf({ 'nginx.conf': app });
  const made = withNamed(lab(app), servers);
  expect(made?.nginx.files['nginx.conf']).toBe(app);
  expect(made && strangersIn(made, servers)).toEqual([]);
  expect(made && visited(made)).toEqual(['tomcat1', 'tomcat2', 'tomcat3']);
});

test('more servers than the lab can have are not made', () => {
  const lines = Array.from({ length: 9 }, (_, index) => `server 10.0.0.${index + 1}:8080;`).join('\n');
  const text = `events {}\nhttp { upstream app { ${lines} } }\n`;
  expect(withNamed(lab(text), surroundingsOf({ 'nginx.conf': text }).servers)).toBeUndefined();
});

test('pointed to the lab’s Tomcats, in order, and the rest of the file stays', () => {
  const built = lab(app);
  const strangers = strangersIn(built, surroundingsOf({ 'nginx.conf': app }).servers);
  const text = pointedHere(app, 'nginx.conf', strangers, built);
  expect(text).toBe(
    app
      .replace('app1:8080', 'localhost:8080')
      .replace('app2:8080', 'localhost:8081')
      .replace('10.0.0.5:8080', 'localhost:8080'),
  );
  expect(new Set(visited(lab(text)))).toEqual(new Set(['tomcat1', 'tomcat2']));
});
