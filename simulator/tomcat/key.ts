import { named } from '../core/named.ts';
import { hashText } from '../core/random.ts';
import { inOrder } from '../core/shared-map.ts';
import type { Running, Session, SessionFile, Tomcat, Waiting, Webapp } from './host.ts';
import { poolKey, threadKey } from './session/redis/key.ts';

/**
 * All that can matter to the future, as text. Left out, for nothing depends on them: process ids, the number of
 * requests accepted so far (it names threads in a log), why ids were forgotten, when a session was created.
 */
export function tomcatKey(host: Tomcat, now: number): string {
  const { server, stopping, wakesAt } = host;
  let key = `${host.state} ${host.exitCode} ${digestOf(host.files)} ${digestOf(host.builds)} ${host.nativeLibrary} ${host.version} ${host.slowness}`;
  key += ` ${server && digestOf(server)} ${host.dirty} ${host.shell} ${host.unloadRounds} ${stopping && `${stopping.exitCode}${stopping.byPort}`}`;
  if (server) key += ` ${phase(host, now)} ${wakesAt === undefined ? '' : wakesAt - now}`;
  if (host.alarm !== undefined) key += ` alarm ${host.alarm - now}`;
  for (const app of host.webapps.values()) key += `\n${webappKey(app, now)}`;
  for (const request of host.running.values()) key += `\n${runningKey(request, now)}`;
  for (const waiting of host.backlog) key += `\n${waitingKey(waiting)} ${named(waiting.request)}`;
  for (const body of host.unheard) key += `\n${JSON.stringify(body)}`;
  for (const [path, file] of host.disk) key += `\n${path} ${fileKey(file, now)}`;
  return key;
}

/** Where between two runs of background work that look for expiry the clock stands. */
function phase({ server, since, webapps }: Tomcat, now: number) {
  let every = server?.services[0]?.engine?.backgroundDelay ?? 10_000;
  for (const { settings } of webapps.values())
    if (settings.manager.kind !== 'unstartable') every *= settings.manager.expiresFrequency;
  return every > 0 ? (now - since) % every : 0;
}

function webappKey({ settings, available, classes, sessions, redis }: Webapp, now: number) {
  let key = `${settings.path} ${available} ${digestOf(settings)} ${digestOf(classes)}`;
  for (const [, session] of inOrder(sessions))
    key += `\n ${sessionKey(session, settings.manager.kind === 'persistent', now)}`;
  const { manager } = settings;
  if (redis) key += `\n ${poolKey(redis, manager.kind === 'redis' ? manager.pool.timeBetweenEvictionRuns : 0, now)}`;
  return key;
}

function sessionKey(
  { id, maxInactive, isNew, attributes, thisAccessed, backedUp }: Readonly<Session>,
  persistent: boolean,
  now: number,
) {
  const idle = now - thisAccessed;
  const matters = persistent ? idle : maxInactive > 0 ? Math.min(idle, maxInactive) : 0;
  return `${id} ${maxInactive} ${isNew} ${matters} ${persistent && backedUp >= thisAccessed} ${attributesText(attributes)}`;
}

const waitingKey = ({ from, chain, attempt, source, gone }: Waiting) => `${from} ${chain} ${attempt} ${source} ${gone}`;

function runningKey(request: Running, now: number) {
  const { app, page, session, requestedId, cookieFor, fromCookie, fromUrl, saved, due, response, committed } = request;
  const answer =
    response &&
    `${response.status} ${response.reason} ${setCookieOf(response.headers)} ${response.headers.length} ${response.body}`;
  const { method, target, version } = request.request;
  const asked = response ? `${method} ${target} ${version}` : named(request.request);
  return `${waitingKey(request)} ${app} ${page} ${session} ${requestedId} ${cookieFor} ${fromCookie} ${fromUrl} ${saved} ${due} ${asked} ${answer} ${committed !== undefined} ${request.redis && threadKey(request.redis, now)}`;
}

const setCookieOf = (headers: readonly (readonly [string, string])[]) =>
  headers.find(([name]) => name === 'Set-Cookie')?.[1];

/** A file of sessions as text. Only for how long a stored session has idled depends on the clock. */
export function fileKey(file: SessionFile, now: number) {
  const idles = file.sessions.map(({ thisAccessed, maxInactive }) =>
    maxInactive > 0 ? Math.min(now - thisAccessed, maxInactive) : 0,
  );
  return `${digestOf(file)} ${idles}`;
}

/** Attributes are replaced when they change, so each object needs to be written out once. */
function attributesText(attributes: Session['attributes']) {
  let text = texts.get(attributes);
  if (text === undefined) texts.set(attributes, (text = graphText(attributes)));
  return text;
}

/** Objects that were met before are written as their number: Java objects may be shared, and cyclic. */
function graphText(value: object): string {
  const met = new Map<object, number>();
  return JSON.stringify(value, (_, part) => {
    if (typeof part !== 'object' || part === null) return part;
    const number = met.get(part);
    if (number === undefined) met.set(part, met.size);
    return number === undefined ? part : { met: number };
  });
}

const texts = new WeakMap<object, string>();
const digests = new WeakMap<object, string>();

/** 64 bits that stand for a large object that is never changed in place. */
function digestOf(value: object): string {
  let digest = digests.get(value);
  if (digest === undefined) {
    const text = JSON.stringify(value, (key, field) => (timeFields.has(key) ? undefined : field));
    digest = hashText(text).toString(36) + hashText(text, 1).toString(36);
    digests.set(value, digest);
  }
  return digest;
}

/** Times in stored sessions; `fileKey` adds what matters of them. */
const timeFields = new Set(['created', 'lastAccessed', 'thisAccessed']);
