import { type Cycle, faultAt, type Scope, type Setting, type Spot, spotOf, warnAt } from './cycle.ts';
import { confName } from './environment.ts';
import { checkHiddenHash, checkSentHash } from './header-hashes.ts';
import type { FAMILIES } from './http-end.ts';
import { compileComplex } from './script.ts';
import type { Word } from './tree.ts';

export type Family = (typeof FAMILIES)[number];

/** What nginx compares when it merges a server's settings; `end` is the line of http's `}`. */
export function mergeServer(cycle: Cycle, http: Scope, server: Scope, end: Spot): void {
  const lookup = (name: string) => server.set.get(name) ?? http.set.get(name);
  const pool = (lookup('connection_pool_size')?.value as number | undefined) ?? 512;
  const buffers = lookup('large_client_header_buffers');
  const size = (buffers?.value as Buffers | undefined)?.size ?? 8192;
  if (size < pool) faultAt(cycle, placeOf(buffers ?? lookup('connection_pool_size'), end), 'header-buffers');
  mergeSsl(cycle, server, lookup);
}

/** ngx_http_ssl_merge_srv_conf. */
function mergeSsl(cycle: Cycle, server: Scope, lookup: (name: string) => Setting | undefined): void {
  const certificates = (lookup('ssl_certificate')?.value ?? []) as string[];
  const keys = (lookup('ssl_certificate_key')?.value ?? []) as string[];
  const ssl = lookup('ssl');
  const last = certificates.at(-1);
  if (ssl?.value === true) {
    const spot = spotOf(ssl.directive);
    if (last === undefined) {
      if (lookup('ssl_reject_handshake')?.value !== true) faultAt(cycle, spot, 'ssl-certificate');
      return;
    }
    if (keys.length === 0) return faultAt(cycle, spot, 'ssl-key');
    if (keys.length < certificates.length) return faultAt(cycle, spot, 'ssl-key-for', { value: last });
  } else if (last === undefined) return;
  const spot = placeOf(lookup('ssl_certificate'), server.server?.spot);
  if (keys.length < certificates.length) return faultAt(cycle, spot, 'key-missing', { value: last });
  const missing = certificates.find(
    (path) => !path.includes('$') && !path.startsWith('data:') && !isThere(cycle, path),
  );
  if (missing !== undefined) faultAt(cycle, spot, 'certificate-load', { path: confName(missing) });
}

function isThere(cycle: Cycle, path: string): boolean {
  return cycle.environment.exists(path) || Object.hasOwn(cycle.files, confName(path));
}

interface Buffers {
  count: number | undefined;
  size: number | undefined;
}

/** What one of the proxying modules compares and compiles when it merges a location's settings. */
export function mergeLocation(cycle: Cycle, level: Scope, family: Family, end: Spot): void {
  if (family !== 'grpc') {
    mergeBuffers(cycle, level, family, end);
    mergeCache(cycle, level, family, end);
  }
  checkHiddenHash(cycle, level, family, end);
  compileLater(cycle, level, family, end);
  checkSentHash(cycle, level, family, end);
}

/** The relations between the sizes of a module's buffers. */
function mergeBuffers(cycle: Cycle, level: Scope, family: Family, end: Spot): void {
  const names = ['buffers', 'buffer_size', 'busy_buffers_size', 'temp_file_write_size', 'max_temp_file_size'];
  const own = names
    .map((name) => (level.server ? inherited(level, `${family}_${name}`) : level.set.get(`${family}_${name}`)))
    .find((setting) => setting);
  if (!own) return;
  const value = (name: string) => inherited(level, `${family}_${name}`)?.value;
  const buffers = (value('buffers') ?? { count: 8, size: 4096 }) as Buffers;
  const [count, each] = [buffers.count ?? 8, buffers.size ?? 4096];
  const size = Math.max((value('buffer_size') as number | undefined) ?? 4096, each);
  const busy = (value('busy_buffers_size') as number | undefined) ?? 2 * size;
  const write = (value('temp_file_write_size') as number | undefined) ?? 2 * size;
  const max = (value('max_temp_file_size') as number | undefined) ?? 2 ** 30;
  const spot = placeOf(own, end);
  if (count < 2) faultAt(cycle, spot, 'buffers-few', { name: `${family}_buffers` });
  else if (busy < size) faultAt(cycle, spot, 'buffers-busy-low', { family });
  else if (busy > (count - 1) * each) faultAt(cycle, spot, 'buffers-busy-high', { family });
  else if (write < size) faultAt(cycle, spot, 'buffers-temporary-write', { family });
  else if (max !== 0 && max < size) faultAt(cycle, spot, 'buffers-temporary', { family });
}

function mergeCache(cycle: Cycle, level: Scope, family: Family, end: Spot): void {
  const setting = level.set.get(`${family}_cache`) ?? (level.server ? inherited(level, `${family}_cache`) : undefined);
  const zone = setting?.value as string | undefined;
  if (!setting || zone === undefined || zone === 'off') return;
  const spot = placeOf(setting, end);
  if (!zone.includes('$') && !cycle.zones.get(zone)?.size)
    faultAt(cycle, spot, 'cache-unknown', { name: `${family}_cache`, value: zone });
  else if (family !== 'proxy' && !inherited(level, `${family}_cache_key`))
    warnAt(cycle, spot, 'cache-key-missing', { family });
}

/** Lists whose values are compiled only now, so that their variables come last. */
const LATE: Readonly<Record<Family, readonly string[]>> = {
  proxy: ['proxy_set_header', 'proxy_set_body'],
  fastcgi: ['fastcgi_param'],
  uwsgi: ['uwsgi_param'],
  scgi: ['scgi_param'],
  grpc: ['grpc_set_header'],
};

function compileLater(cycle: Cycle, level: Scope, family: Family, end: Spot): void {
  for (const name of LATE[family]) {
    const setting = level.set.get(name) ?? (level.server ? inherited(level, name) : undefined);
    if (!setting || cycle.compiled.has(setting)) continue;
    cycle.compiled.add(setting);
    for (const directive of cycle.late.get(setting) ?? [setting.directive]) {
      const word = (directive.args[1] ?? directive.args[0]) as Word;
      compileComplex(
        { cycle, scope: level, directive: { ...directive, line: end.line, file: end.file }, command: LATE_COMMAND },
        word,
      );
    }
  }
}

const LATE_COMMAND = { name: '', module: '', contexts: '*', arity: '1+', block: false, kind: '', values: [] };

/** The value on this level or the nearest one around it. */
export function inherited(level: Scope, name: string): Setting | undefined {
  for (let scope: Scope | undefined = level; scope; scope = scope.parent) {
    const setting = scope.set.get(name);
    if (setting) return setting;
  }
  return undefined;
}

/** Where the editor shows it, with the line that nginx names. */
function placeOf(setting: Setting | undefined, end: Spot | undefined): Spot {
  const place = setting ? spotOf(setting.directive) : (end as Spot);
  return { ...place, line: end?.line ?? place.line, file: end?.file ?? place.file };
}
