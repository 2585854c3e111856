import { resolveHost } from './address.ts';
import { type Cycle, faultAt, type Scope, type Spot, warnAt } from './cycle.ts';
import { hashFault } from './hash.ts';
import { mergeLocation, mergeServer } from './merge.ts';
import { builtInNames, isBuiltIn } from './variables.ts';
import { addWildcardKey, newWildcardKeys } from './wildcards.ts';

/**
 * The work at the `}` of `http {}` (`http/ngx_http.c: ngx_http_block`): what is said here carries that line,
 * a line of its own, or none.
 */
export function closeHttp(cycle: Cycle, scope: Scope, end: Spot): void {
  initUpstreams(cycle);
  for (const server of cycle.http.servers) mergeServer(cycle, scope, server, end);
  for (const family of FAMILIES) {
    for (const server of cycle.http.servers) {
      for (const level of levelsOf(cycle, server)) mergeLocation(cycle, level, family, end);
    }
  }
  for (const server of cycle.http.servers) checkLocations(cycle, server);
  checkSslListens(cycle);
  checkVariables(cycle, scope);
  checkServerNames(cycle, scope);
}

/** Modules that pass requests on, in the order in which nginx merges them. */
export const FAMILIES = ['proxy', 'fastcgi', 'uwsgi', 'scgi', 'grpc'] as const;

/** A server's own location settings and those below it, in order of appearance. */
function levelsOf(cycle: Cycle, server: Scope): Scope[] {
  return [server, ...cycle.http.locations.filter((level) => level.location?.server === server)];
}

/** ngx_http_upstream_init_main_conf: upstreams in order of first mention. */
function initUpstreams(cycle: Cycle): void {
  for (const upstream of cycle.http.upstreams) {
    const value = upstream.name;
    if (upstream.servers) {
      const empty = upstream.servers.length > 0 && upstream.servers.every((server) => server.backup);
      if (empty) faultAt(cycle, upstream.spot, 'upstream-no-servers', { value });
    } else if (!upstream.port) faultAt(cycle, upstream.spot, 'upstream-no-port', { value });
    else if (!resolveHost(value, cycle.environment)) {
      faultAt(cycle, upstream.spot, 'upstream-address', { reason: 'host not found', value });
    }
  }
}

/** ngx_http_init_static_location_trees: on each level a name may stand once as a prefix and once after `=`. */
function checkLocations(cycle: Cycle, server: Scope): void {
  const levels = new Map<Scope, Map<string, Scope[]>>();
  for (const scope of cycle.http.locations) {
    const { location, parent } = scope;
    if (location?.server !== server || !parent || !/^(prefix|exact|noregex)$/.test(location.kind)) continue;
    const level = levels.get(parent) ?? new Map<string, Scope[]>();
    levels.set(parent, level);
    const same = level.get(location.name) ?? [];
    level.set(location.name, [...same, scope]);
  }
  // Levels inside others come first, names in order of their bytes.
  for (const level of [...levels.values()].reverse()) {
    for (const name of [...level.keys()].sort((a, b) => (a < b ? -1 : 1)))
      reportDuplicates(cycle, level.get(name) ?? []);
  }
}

function reportDuplicates(cycle: Cycle, scopes: Scope[]): void {
  for (const exact of [true, false]) {
    const same = scopes.filter((scope) => (scope.location?.kind === 'exact') === exact);
    for (const { location } of same.slice(1)) {
      if (location) faultAt(cycle, location.spot, 'duplicate-location', { value: location.name });
    }
  }
}

/** ngx_http_ssl_init: whoever listens with `ssl` needs a certificate. */
function checkSslListens(cycle: Cycle): void {
  for (const server of cycle.http.servers) {
    const has = (name: string) => server.set.has(name) || cycle.http.scope?.set.has(name);
    if (server.set.has('listen ssl') && !has('ssl_certificate') && !has('ssl_reject_handshake') && server.server) {
      faultAt(cycle, server.server.spot, 'ssl-listen-certificate');
    }
  }
}

/** ngx_http_variables_init_vars: in order of first use. */
function checkVariables(cycle: Cycle, scope: Scope): void {
  const { used, defined } = cycle.http.variables;
  for (const [name, spot] of used) {
    if (!defined.has(name) && !isBuiltIn(name)) faultAt(cycle, spot, 'unknown-variable', { variable: name });
  }
  if (!scope.set.has('variables_hash_bucket_size') && !scope.set.has('variables_hash_max_size')) return;
  const names = [...new Set([...builtInNames(), ...defined])];
  reportHash(cycle, scope, 'variables_hash', names, { max: 1024, size: 64 });
}

function reportHash(
  cycle: Cycle,
  scope: Scope,
  hash: string,
  keys: string[],
  defaults: { max: number; size: number },
): void {
  const setting = scope.set.get(`${hash}_bucket_size`) ?? scope.set.get(`${hash}_max_size`);
  const max = (scope.set.get(`${hash}_max_size`)?.value as number | undefined) ?? defaults.max;
  const asked = (scope.set.get(`${hash}_bucket_size`)?.value as number | undefined) ?? defaults.size;
  const wrong = hashFault(keys, max, Math.ceil(asked / 64) * 64);
  const place = setting?.directive ?? scope.opened;
  if (!wrong || !place) return;
  const spot = { file: place.file, line: place.line, from: place.from, to: place.to };
  const report = wrong.code === 'hash-optimal' ? warnAt : faultAt;
  report(cycle, spot, wrong.code, { hash, size: wrong.size, max });
}

/** ngx_http_server_names, for each address that several servers share. */
function checkServerNames(cycle: Cycle, scope: Scope): void {
  for (const port of cycle.http.ports) {
    const rank = (bind: boolean, wildcard: boolean) => (wildcard ? 2 : bind ? 0 : 1);
    const addresses = port.addresses.toSorted((a, b) => rank(a.bind, a.wildcard) - rank(b.bind, b.wildcard));
    for (const address of addresses) {
      const hasCaptures = address.servers.some((server) =>
        server.server?.names.some((name) => name.regex && /\((?!\?[:=!>])/.test(name.name)),
      );
      if (address.servers.length < 2 && !hasCaptures) continue;
      const keys = newWildcardKeys();
      for (const server of address.servers) addServerNames(cycle, server, address.text, keys);
      reportHash(cycle, scope, 'server_names_hash', [...keys.exact], { max: 512, size: 64 });
    }
  }
}

function addServerNames(cycle: Cycle, scope: Scope, address: string, keys: ReturnType<typeof newWildcardKeys>): void {
  const { server } = scope;
  if (!server) return;
  const names = server.names.length > 0 ? server.names : [{ name: '', regex: false, spot: server.spot }];
  for (const { name, regex, spot } of names) {
    if (regex) continue;
    const added = addWildcardKey(keys, name);
    if (added === 'busy') warnAt(cycle, spot, 'conflicting-server-name', { value: name, address });
    if (added === 'declined') faultAt(cycle, spot, 'server-name-wildcard', { value: name, address });
  }
}
