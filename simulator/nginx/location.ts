import { type GivenUp, isGivenUp, type Match, match } from './regex.ts';
import type { Location, NginxSettings, Server } from './settings/settings.ts';

/** What `find_location` found: a location, that a `/` is missing at the end (301), or that PCRE2 gave up (500). */
export type Found = { location: Location | undefined; found?: Match; addSlash?: true; givenUp?: GivenUp };

/** What never changes while a configuration is in use, worked out once; not part of any world. */
interface Prepared {
  exact: Map<string, Location>;
  /** Longest first. */
  prefixes: Location[];
  regexes: Location[];
  named: Map<string, Location>;
  /** By a path that lacks only the `/` of a proxied location: that location, the exact one first. */
  slashless: Map<string, Location>;
}

const prepared = new WeakMap<readonly Location[], Prepared>();

function prepare(locations: readonly Location[]): Prepared {
  const known = prepared.get(locations);
  if (known) return known;
  const exact = new Map(locations.filter(({ match }) => match === '=').map((one) => [one.name, one]));
  const made: Prepared = {
    exact,
    prefixes: locations
      .filter(({ match }) => match === 'prefix' || match === '^~')
      .sort((a, b) => b.name.length - a.name.length),
    regexes: locations.filter(({ match }) => match === '~' || match === '~*'),
    named: new Map(locations.filter(({ match }) => match === '@').map((one) => [one.name, one])),
    slashless: new Map(locations.filter(wantsSlash).map((one) => [one.name.slice(0, -1), exact.get(one.name) ?? one])),
  };
  prepared.set(locations, made);
  return made;
}

/**
 * The location of a path (`ngx_http_core_find_location`): the exact one; else the longest prefix is remembered, the
 * first regular expression that matches wins, and without one the prefix does. `^~` spares the regular expressions.
 */
export function findLocation(locations: readonly Location[], uri: string): Found {
  const { exact, prefixes, regexes, slashless } = prepare(locations);
  const same = exact.size > 0 ? exact.get(uri) : undefined;
  if (same) return { location: same };
  const prefix = longestPrefix(prefixes, uri);
  const longer = slashless.size > 0 && prefix?.name !== uri ? slashless.get(uri) : undefined;
  if (longer) return { location: longer, addSlash: true };
  if (prefix && prefix.locations.length > 0) {
    const inner = findLocation(prefix.locations, uri);
    if (inner.location || inner.addSlash || inner.givenUp) return inner;
  }
  if (prefix?.match === '^~') return { location: prefix };
  for (const location of regexes) {
    const found = match(location.name, location.match === '~*', uri);
    if (!found) continue;
    if (isGivenUp(found)) return { location: undefined, givenUp: found };
    const inner = findLocation(location.locations, uri);
    return inner.location || inner.givenUp ? inner : { location, found };
  }
  return { location: prefix };
}

function longestPrefix(longestFirst: readonly Location[], uri: string): Location | undefined {
  for (let i = 0; i < longestFirst.length; i++)
    if (uri.startsWith((longestFirst[i] as Location).name)) return longestFirst[i];
  return undefined;
}

/** `/app` where only `/app/` is proxied: the client is sent there. */
const wantsSlash = ({ match, name, conf }: Location) =>
  (match === 'prefix' || match === '^~' || match === '=') &&
  name.length > 1 &&
  name.endsWith('/') &&
  conf.proxyPass !== undefined;

/** `@name`, for `error_page`. */
export const namedLocation = ({ locations }: Server, name: string): Location | undefined =>
  prepare(locations).named.get(name);

/** Where a client came to: the socket, and the servers behind it by their names. */
export interface Entrance {
  port: number;
  /** The IP. */
  address: string;
  servers: Server[];
  fallback: Server;
  /** By `Host` header as sent. */
  byHost: Map<string, Server | GivenUp>;
}

const entrances = new WeakMap<NginxSettings, Map<string, Entrance>>();

/** The servers that listen at `ip:port`: those of that very address before those of `*:port`. */
export function entranceAt(settings: NginxSettings, socket: string): Entrance {
  let known = entrances.get(settings);
  if (!known) entrances.set(settings, (known = new Map()));
  const before = known.get(socket);
  if (before) return before;
  const colon = socket.lastIndexOf(':');
  const port = Number(socket.slice(colon + 1)) || 80;
  const listensAt = (address: string) =>
    settings.servers.filter((one) => one.listens.some((listen) => listen.address === address));
  const wild = socket.startsWith('[') && listensAt(`[::]:${port}`).length > 0 ? `[::]:${port}` : `*:${port}`;
  const at = listensAt(socket).length > 0 ? socket : wild;
  const servers = listensAt(at).length > 0 ? listensAt(at) : settings.servers;
  const chosen = servers.find(({ listens }) => listens.some(({ address, isDefault }) => address === at && isDefault));
  const address = socket.slice(0, Math.max(0, colon)).replace(/^\[|\]$/g, '');
  const entrance = {
    port,
    address,
    servers,
    fallback: chosen ?? (servers[0] as Server),
    byHost: new Map<string, Server | GivenUp>(),
  };
  known.set(socket, entrance);
  return entrance;
}

/**
 * The server for a `Host` header: exact name, `*.tail`, `head.*`, regular expression, else the default one. Where PCRE2
 * gives up there is none.
 */
export function serverFor(entrance: Entrance, host: string): Server | GivenUp {
  const before = entrance.byHost.get(host);
  if (before) return before;
  const name = host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
  const { servers, fallback } = entrance;
  const having = (test: (name: string) => boolean) => servers.find(({ names }) => names.some(test));
  const tail = longest(servers, (one) => /^(\*)?\./.test(one) && matchesTail(one, name));
  const head = longest(servers, (one) => one.endsWith('.*') && name.startsWith(one.slice(0, -1)));
  const found =
    (name !== '' ? having((one) => one === name) : undefined) ?? tail ?? head ?? matching(servers, name) ?? fallback;
  if (entrance.byHost.size > 10_000) entrance.byHost.clear();
  entrance.byHost.set(host, found);
  return found;
}

function matching(servers: readonly Server[], name: string): Server | GivenUp | undefined {
  for (const server of servers)
    for (const one of server.names) {
      const found = one.startsWith('~') ? match(one.slice(1), true, name) : null;
      if (found) return isGivenUp(found) ? found : server;
    }
  return undefined;
}

const matchesTail = (pattern: string, name: string) =>
  name.endsWith(pattern.replace(/^\*/, '')) || (pattern.startsWith('.') && name === pattern.slice(1));

function longest(servers: readonly Server[], test: (name: string) => boolean): Server | undefined {
  let best = { length: 0, server: undefined as Server | undefined };
  for (const server of servers)
    for (const name of server.names)
      if (name.length > best.length && test(name)) best = { length: name.length, server };
  return best.server;
}
