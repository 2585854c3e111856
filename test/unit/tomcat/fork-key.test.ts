import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropAt, forkSharedMap, inOrder, ownAt, putAt } from '../../../simulator/core/shared-map.ts';
import { jarVersions } from '../../../simulator/tomcat/conf/libraries.ts';
import { forkTomcat, type Tomcat } from '../../../simulator/tomcat/host.ts';
import { newPool, newThread } from '../../../simulator/tomcat/session/redis/state.ts';
import { tomcat } from '../../../simulator/tomcat/tomcat.ts';
import { isSharedMap } from '../../support/disturb.ts';
import { browser, restart, running, saved } from './lab.ts';
import { withRedis } from './redis-lab.ts';

/** A Tomcat with something in every field: sessions, a sleeping request, a waiting one, a file, a stop that it has not read. */
function busy(): { host: Tomcat; now: number } {
  const lab = running({ files: saved });
  const visitor = browser(lab);
  visitor.get('/login?user=zhang');
  restart(lab);
  browser(lab).get('/invalidate');
  const other = browser(lab);
  other.get('/login?user=li');
  other.get('/invalidate');
  lab.send(8080, 'GET', '/count?slow=5000', visitor.cookie());
  lab.send(8080, 'GET', '/sleep?ms=5');
  lab.wait(2);
  lab.save('t1', 'conf/web.xml', '<web-app/>');
  lab.power('t1', 'hang');
  lab.power('t1', 'stop');
  lab.send(8080, 'GET', '/hello');
  lab.wait(100);
  const host = lab.tomcat('t1');
  host.disk.set('work/x/SESSIONS.ser', { sessions: [] });
  host.nativeLibrary = '1.2.35';
  return { host, now: lab.world.now };
}

/** One whose threads wait for Redis in every way: for a reply, for a connection, asleep; and who hears nothing just now. */
function waitingForRedis(): { host: Tomcat; now: number } {
  const lab = withRedis('connectionPoolMaxTotal="3" maxWaitMillis="60000"');
  const visitor = browser(lab);
  visitor.get('/login?user=zhang');
  for (const chain of [1, 2].map(() => lab.send(8080, 'GET', '/index'))) lab.reply(chain);
  lab.send(8080, 'GET', '/set?k=a&v=1&slow=5000', visitor.cookie());
  lab.wait(100);
  for (let i = 0; i < 5; i++) lab.send(8080, 'GET', '/index');
  lab.wait(3);
  lab.power('t1', 'hang');
  lab.wait(20);
  lab.power('redis', 'crash');
  lab.wait(5);
  return { host: lab.tomcat('t1'), now: lab.world.now };
}

const hosts = { 'with sessions in memory': busy, 'with sessions in Redis': waitingForRedis };

type Path = (string | number)[];

/** Every place in a host where a plain value stands, maps and arrays included. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (isSharedMap(value)) return inOrder(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  if (value instanceof Map) return [...value].flatMap(([key, item]) => leaves(item, [...path, key]));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  return [path];
}

function inside(value: unknown, key: string | number): unknown {
  if (isSharedMap(value)) return ownAt(value, String(key));
  return value instanceof Map ? value.get(key) : (value as Record<string, unknown>)[key];
}

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return value === undefined ? 'something' : `${value}!`;
}

/** Changes the value at a path in place. */
function disturb(host: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce(inside, host);
  const last = path.at(-1) ?? '';
  if (parent instanceof Map) parent.set(last, changed(parent.get(last)));
  else (parent as Record<string, unknown>)[last] = changed(inside(parent, last));
}

/** As a step would: objects that are never changed in place are replaced. */
function disturbed(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return changed(value);
  if (key === 'response' && inside(value, key) === undefined) {
    return { ...(value as object), response: { status: 200, reason: '', headers: [], body: '' } };
  }
  if (key === 'redis' && inside(value, key) === undefined) {
    const about = value as object;
    return { ...about, redis: 'sessions' in about ? newPool(0, jarVersions({})) : newThread() };
  }
  const next = disturbed(inside(value, key), rest);
  if (isSharedMap(value)) {
    const fork = forkSharedMap(value);
    putAt(fork, String(key), next as object);
    return fork;
  }
  if (value instanceof Map) return new Map(value).set(key, next);
  if (Array.isArray(value)) return value.with(Number(key), next);
  return { ...(value as object), [key]: next };
}

/** Immutable by contract, so shared between forks. */
const shared =
  /^(files|builds|traits|server|dirty|stopping|webapps\/\/(settings|classes)|.*\/(attributes|request|response|argv|next|jars|user|reply|thrown|fresh)|unheard\/\d+|disk\/[^/]+|disk\/work\/.*)(\/|$)/;

test.each(Object.entries(hosts))('a fork shares nothing that a step changes, %s', (_, hostOf) => {
  const { host, now } = hostOf();
  const before = structuredClone(host);
  expect(leaves(host).length).toBeGreaterThan(100);
  for (const path of leaves(host)) {
    if (shared.test(path.join('/'))) continue;
    disturb(forkTomcat(host), path);
    const origin = structuredClone(host);
    const other = forkTomcat(origin);
    disturb(origin, path);
    expect(other, path.join('/')).toEqual(before);
  }
  const fork = forkTomcat(host);
  const sessions = fork.webapps.get('')?.sessions;
  if (sessions) for (const [id] of inOrder(sessions)) dropAt(sessions, id);
  fork.webapps.get('')?.redis?.links.clear();
  fork.unheard.length = 0;
  fork.webapps.get('')?.forgotten.clear();
  fork.running.clear();
  fork.backlog.length = 0;
  fork.disk.clear();
  fork.webapps.clear();
  expect(host).toEqual(before);
  expect(tomcat.key(forkTomcat(host), now)).toBe(tomcat.key(host, now));
});

/** What nothing in the future depends on: names of things, explanations, dates only shown. */
const indifferent = [
  /^(kind|name|machine|accepted|pid|connections)$/,
  // Follows from `version`, which is in the key.
  /^traits\//,
  // Only its distance to now, in runs of background work, matters; one process has one.
  /\/forgotten\//,
  /\/sessions\/[^/]+\/(created|lastAccessed)$/,
  // Matters to PersistentManager alone.
  /\/sessions\/[^/]+\/backedUp$/,
  /\/thread$/,
  // Of a connection that somebody uses.
  /\/links\/[^/]+\/[^/]+\/idleSince$/,
  // Of an answer that is made only how it ends matters; the Date header is shown and no more.
  /\/response\/headers\//,
  /\/running\/[^/]+\/request\/headers\//,
];

test.each(Object.entries(hosts))('a key knows every field that can matter, %s', (_, hostOf) => {
  const { host, now } = hostOf();
  const key = tomcat.key(host, now);
  expect(leaves(host).length).toBeGreaterThan(100);
  const missed = leaves(host)
    .filter((path) => !indifferent.some((pattern) => pattern.test(path.join('/'))))
    .filter((path) => tomcat.key(disturbed(host, path) as Tomcat, now) === key);
  expect(missed.map((path) => path.join('/'))).toEqual([]);
});

const visits = fc.array(
  fc.record({
    who: fc.nat(3),
    path: fc.constantFrom(
      ...['/login?user=zhang', '/whoami', '/count', '/count?slow=20', '/set?k=a&v=1', '/remove?k=a', '/mutate?v=1'],
      ...['/changeid', '/timeout?s=60', '/invalidate', '/reinvalidate', '/index'],
    ),
    pause: fc.constantFrom(0, 1, 30_000, 1_900_000),
  }),
  { maxLength: 15 },
);

const stores = {
  'in memory': '<Context/>',
  'in a store': `<Context><Manager className="org.apache.catalina.session.PersistentManager" maxIdleBackup="1" maxIdleSwap="20">
    <Store className="org.apache.catalina.session.FileStore"/></Manager></Context>`,
};

test.each(Object.entries(stores))('no fork notices what becomes of sessions %s', { timeout: 60_000 }, (_, context) => {
  fc.assert(
    fc.property(visits, (list) => {
      const lab = running({ files: { 'conf/context.xml': context } });
      const browsers = Array.from({ length: 4 }, () => browser(lab));
      for (const [index, { who, path, pause }] of list.entries()) {
        const origin = lab.tomcat('t1');
        const fork = forkTomcat(origin);
        const before = structuredClone(origin);
        if (index % 2 === 1) lab.world.hosts.set('t1', fork);
        browsers[who]?.get(path);
        lab.wait(pause);
        expect(index % 2 === 1 ? origin : fork, path).toEqual(before);
      }
    }),
    { numRuns: 40 },
  );
});

test('a key knows no clock: the same moment later has the same key', () => {
  const first = running();
  const second = running();
  second.wait(600_000);
  const keyAfterVisit = (lab: typeof first) => {
    browser(lab).get('/hello');
    return tomcat.key(lab.tomcat('t1'), lab.world.now);
  };
  expect(keyAfterVisit(second)).toBe(keyAfterVisit(first));
});
