import { resolveHost } from './address.ts';
import { type Cycle, faultAt, type Scope, type Spot, spotOf, warnAt } from './cycle.ts';
import { reportHash } from './hash.ts';
import { inherited, mergeLocation, mergeServer } from './merge.ts';
import { builtInNames, isBuiltIn } from './variables.ts';
import { addWildcardKey, newWildcardKeys } from './wildcards.ts';

/**
 * The work at the `}` of `http {}` (`http/ngx_http.c: ngx_http_block`): what is said here carries that line,
 * a line of its own, or none.
 */
export function closeHttp(cycle: Cycle, scope: Scope, end: Spot): void {
  initUpstreams(cycle);
  for (const server of cycle.http.servers) mergeServer(cycle, scope, server, end);
  for (const server of cycle.http.servers) for (const level of levelsOf(cycle, server)) checkTypes(cycle, level);
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

/** ngx_http_ssl_init: the default server of an address with `ssl` needs a certificate; if it refuses all who come, so do the others. */
function checkSslListens(cycle: Cycle): void {
  const certified = (server: Scope) => inherited(server, 'ssl_certificate') !== undefined;
  const refuses = (server: Scope) => inherited(server, 'ssl_reject_handshake')?.value === true;
  const needed = (server: Scope) => server.server && faultAt(cycle, server.server.spot, 'ssl-listen-certificate');
  for (const { ssl, servers, defaultServer } of cycle.http.ports.flatMap(({ addresses }) => addresses)) {
    const first = defaultServer ?? servers[0];
    if (!ssl || !first || certified(first)) continue;
    if (!refuses(first)) needed(first);
    else for (const server of servers) if (!certified(server) && !refuses(server)) needed(server);
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
  checkHash(cycle, scope, 'variables_hash', names, { max: 1024, size: 64 });
}

function checkHash(
  cycle: Cycle,
  scope: Scope,
  hash: string,
  keys: readonly string[],
  defaults: { max: number; size: number },
): void {
  const setting = scope.set.get(`${hash}_bucket_size`) ?? scope.set.get(`${hash}_max_size`);
  const max = (scope.set.get(`${hash}_max_size`)?.value as number | undefined) ?? defaults.max;
  const size = (scope.set.get(`${hash}_bucket_size`)?.value as number | undefined) ?? defaults.size;
  const place = setting?.directive ?? scope.opened;
  if (place) reportHash(cycle, spotOf(place), hash, keys, { max, size });
}

/** The core module's own part of merging a level: `types` (`ngx_http_core_merge_loc_conf`). */
function checkTypes(cycle: Cycle, level: Scope): void {
  const setting = inherited(level, 'types');
  const place = setting?.directive ?? level.opened;
  if (!place || (setting && cycle.compiled.has(setting)) || !(level.server || level.set.has('types'))) return;
  if (setting) cycle.compiled.add(setting);
  const keys = setting ? [...(setting.value as Map<string, string>).keys()] : ['html', 'gif', 'jpg'];
  const number = (name: string, otherwise: number) =>
    (inherited(level, name)?.value as number | undefined) ?? otherwise;
  const sizes = { max: number('types_hash_max_size', 1024), size: number('types_hash_bucket_size', 64) };
  const isUsual = sizes.max === 1024 && sizes.size === 64 && keys.length <= 300;
  // Any usual list fits into a hash of the usual size, as long as no name is too long: no need to look for the size.
  const kept = isUsual ? keys.filter((key) => key.length > 40) : keys;
  if (kept.length > 0) reportHash(cycle, spotOf(place), 'types_hash', kept, sizes);
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
      checkHash(cycle, scope, 'server_names_hash', [...keys.exact], { max: 512, size: 64 });
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
