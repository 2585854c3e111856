import { expect, test } from 'vitest';
import { type Nginx, nginx } from '../../../simulator/nginx/nginx.ts';
import { disturbances, type Path } from '../../support/disturb.ts';
import { answer, ask, conf, deliver, recorder, started } from './outbox.ts';

const upstream = `upstream app {
  server 127.0.0.1:8081 fail_timeout=5s;
  server 127.0.0.1:8082 max_fails=3;
  server 127.0.0.1:8083 backup;
  hash $uri;
  keepalive 4;
}`;

/** nginx in the middle of much: a failure, a kept connection, a request that is being retried, an old worker. */
function busy(): { host: Nginx; now: number } {
  const out = recorder();
  const location =
    'set $who $remote_addr; proxy_pass http://app; proxy_http_version 1.1; proxy_set_header Connection "";';
  const host = started(conf(upstream, location), out);
  out.now = 2_300;
  ask(host, out, 'A1', '/old');
  nginx.edit(host, 'nginx.conf', conf(upstream, location, 'keepalive_timeout 7;'), out);
  nginx.power(host, 'reload', out);
  ask(host, out, 'A2', '/a');
  answer(host, out, 'A2');
  const [, , last] = out.sent;
  if (last)
    deliver(host, out, 'tomcat', 'nginx', {
      type: 'response',
      chain: 'A2',
      attempt: 1,
      keepAlive: true,
      response: { status: 200, reason: '', headers: [], body: '' },
    });
  for (const chain of ['A3', 'A4']) {
    ask(host, out, chain, `/${chain}`);
    deliver(host, out, '127.0.0.1:8081', 'nginx', { type: 'refused', chain, attempt: 1 });
  }
  ask(host, out, 'A5', '/kept');
  deliver(host, out, 'tomcat', 'nginx', {
    type: 'response',
    chain: 'A5',
    attempt: 1,
    keepAlive: true,
    response: { status: 200, reason: '', headers: [], body: '' },
  });
  nginx.power(host, 'hang', out);
  expect(host.mode).toBe('frozen');
  expect(host.workers).toHaveLength(2);
  ask(host, out, 'A6');
  return { host, now: out.now };
}

test('a fork shares nothing that a step changes', () => {
  const { host } = busy();
  const before = JSON.stringify(host, replacer);
  const settings = (path: Path) =>
    path.includes('settings') || path.includes('conf') || path.includes('server') || path.includes('location');
  const immutable = (path: Path) =>
    settings(path) ||
    ['upstream', 'proxyPass', 'request', 'place', 'files', 'partial', 'captures', 'inbox', 'answer'].some((part) =>
      path.slice(0, -1).includes(part),
    );
  let disturbed = 0;
  for (const { path, disturb } of disturbances(structuredClone(host))) {
    if (immutable(path)) continue;
    disturb(nginx.fork(host));
    disturbed++;
    expect(JSON.stringify(host, replacer) === before, path.join('.')).toBe(true);
  }
  expect(disturbed).toBeGreaterThan(150);
});

test('a key tells apart whatever can matter to the future', () => {
  const { host, now } = busy();
  const key = nginx.key(host, now);
  expect(nginx.key(structuredClone(host), now)).toBe(key);
  const same: string[] = [];
  for (const { path, disturb } of disturbances(host)) {
    const copy = structuredClone(host);
    disturb(copy);
    if (path.at(-1) === 'fails' && isOut(host, path)) continue;
    if (keyIfAny(copy, now) === key) same.push(path.filter((step) => typeof step === 'string').join('.'));
  }
  expect([...new Set(same)].filter((path) => !cannotMatter.test(path))).toEqual([]);
});

/** How far beyond max_fails a server's failures are does not matter. */
function isOut({ workers }: Nginx, [, worker, , set, group, peer]: Path): boolean {
  const one = workers[worker as number]?.sets[set as number]?.[group as 'peers'][peer as number];
  return one !== undefined && one.fails >= one.maxFails;
}

/** A disturbance may give what is no nginx at all: a peer set beyond the upstreams, a word for an object. */
function keyIfAny(host: Nginx, now: number): string | undefined {
  try {
    return nginx.key(host, now);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * Names and numbers that only logs show; what is a copy of a setting that the key has by its text; what is a copy of
 * another part; and failures' times of a server that has no failures.
 */
const cannotMatter = new RegExp(
  [
    '^(kind|name|machine|pids|masterPid|connections)$',
    String.raw`^workers\.(pid|generation)$`,
    String.raw`^inbox\.(serial|at|sentAt|kind)$`,
    String.raw`^workers\.exchanges\.\w+\.(connection|pid|host|answer)$`,
    String.raw`^workers\.exchanges\.\w+\.(settings|server|location|conf)\.`,
    String.raw`^workers\.exchanges\.\w+\.proxying\.proxyPass\.`,
    String.raw`^workers\.sets\.(upstream\..*|totalWeight|single|tries)$`,
    String.raw`^workers\.sets\.(peers|backups)\.(server|weight|maxFails|failTimeout|maxConns|down|place\..*)$`,
    String.raw`^workers\.sets\.(peers|backups)\.(accessed|checked|mode)$`,
  ].join('|'),
);

test('a key forgets when it was: the same state a whole second later is the same', () => {
  const { host, now } = busy();
  const later = nginx.fork(host);
  later.wakesAt += 60_000;
  for (const worker of later.workers) {
    for (const set of worker.sets)
      for (const peer of [...set.peers, ...set.backups])
        Object.assign(peer, { checked: peer.checked + 60, accessed: peer.accessed + 60 });
    worker.idle = worker.idle.map((idle) => idle.map((one) => ({ ...one, since: one.since + 60_000 })));
    for (const exchange of worker.exchanges.values()) {
      exchange.deadline += 60_000;
      exchange.startedAt += 60_000;
      if (exchange.proxying) exchange.proxying.startedAt += 60_000;
      for (const attempt of exchange.attempts) attempt.startedAt += 60_000;
    }
  }
  expect(nginx.key(later, now + 60_000)).toBe(nginx.key(host, now));
  expect(nginx.key(later, now)).not.toBe(nginx.key(host, now));
});

test('a failed server stays out for its whole seconds only: until then the key counts them, then no more', () => {
  const out = recorder();
  const host = started(conf('upstream app { server 127.0.0.1:8081 fail_timeout=5s; server 127.0.0.1:8082; }'), out);
  ask(host, out, 'A1');
  deliver(host, out, '127.0.0.1:8081', 'nginx', { type: 'refused', chain: 'A1', attempt: 1 });
  answer(host, out, 'A1');
  host.wakesAt = 0;
  expect(nginx.key(host, 1_000)).not.toBe(nginx.key(host, 2_000));
  expect(nginx.key(host, 6_000)).toBe(nginx.key(host, 600_000));
});

const replacer = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
