import type { Cycle, Scope, Setting, Spot } from './cycle.ts';
import { reportHash } from './hash.ts';
import type { Family } from './merge.ts';
import { inherited } from './merge.ts';
import { lowerAscii } from './script.ts';

/** Headers of an answer that a module does not pass on by itself (`ngx_http_proxy_hide_headers` and its kin). */
const HIDDEN = 'X-Accel-Expires X-Accel-Redirect X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset'.split(' ');
const HIDDEN_BY: Readonly<Record<Family, readonly string[]>> = {
  proxy: ['Date', 'Server', 'X-Pad', ...HIDDEN],
  fastcgi: ['Status', ...HIDDEN],
  uwsgi: HIDDEN,
  scgi: ['Status', ...HIDDEN],
  grpc: ['Date', 'Server', ...HIDDEN],
};

/** Headers that a module sends to its upstream by itself. */
const SENT = 'Host Connection Content-Length Transfer-Encoding TE Keep-Alive Expect Upgrade'.split(' ');
/** … and where it caches. */
const CACHED = 'If-Modified-Since If-Unmodified-Since If-None-Match If-Match Range If-Range'.split(' ');

const SET: Readonly<Record<Family, string>> = {
  proxy: 'proxy_set_header',
  fastcgi: 'fastcgi_param',
  uwsgi: 'uwsgi_param',
  scgi: 'scgi_param',
  grpc: 'grpc_set_header',
};

/** `ngx_http_upstream_hide_headers_hash`: one for each level that says something itself, one for all others. */
export function checkHiddenHash(cycle: Cycle, level: Scope, family: Family, end: Spot): void {
  const names = [`${family}_hide_header`, `${family}_pass_header`];
  if (!buildsOwn(cycle, level, names)) return;
  const [hide, pass] = names.map((name) => listOf(inherited(level, name))) as [string[], string[]];
  const own = HIDDEN_BY[family].map(lowerAscii);
  const keys = [...own, ...hide.filter((name) => !own.includes(name))].filter((name) => !pass.includes(name));
  const hash = family === 'proxy' || family === 'grpc' ? `${family}_headers_hash` : `${family}_hide_headers_hash`;
  reportHeaders(cycle, level, hash, keys, end);
}

/** `ngx_http_proxy_init_headers`, `ngx_http_fastcgi_init_params` and their kin. */
export function checkSentHash(cycle: Cycle, level: Scope, family: Family, end: Spot): void {
  if (!buildsOwn(cycle, level, [SET[family]])) return;
  const told = listOf(inherited(level, SET[family]));
  if (family === 'proxy' || family === 'grpc') {
    const withOwn = (own: readonly string[]) => [
      ...told,
      ...own.map(lowerAscii).filter((name) => !told.includes(name)),
    ];
    reportHeaders(cycle, level, `${family}_headers_hash`, withOwn(SENT), end);
    const cache = inherited(level, `${family}_cache`)?.value;
    if (cache !== undefined && cache !== 'off')
      reportHeaders(cycle, level, `${family}_headers_hash`, withOwn([...SENT, ...CACHED]), end);
    return;
  }
  const headers = told.filter((name) => name.startsWith('http_') && name.length > 5).map((name) => name.slice(5));
  if (headers.length > 0) reportHeaders(cycle, level, `${family}_params_hash`, headers, end);
}

function buildsOwn(cycle: Cycle, level: Scope, names: readonly string[]): boolean {
  if (names.some((name) => level.set.has(name))) return true;
  const shared = names.join();
  if (!level.server || cycle.hashed.has(shared)) return false;
  cycle.hashed.add(shared);
  return true;
}

/** The names in a list of words or of pairs. */
const listOf = (setting: Setting | undefined): string[] =>
  ((setting?.value ?? []) as (string | [string, string])[]).map((one) =>
    lowerAscii(typeof one === 'string' ? one : one[0]),
  );

function reportHeaders(cycle: Cycle, level: Scope, hash: string, keys: readonly string[], end: Spot): void {
  const number = (name: string) => inherited(level, name)?.value as number | undefined;
  const max = number(`${hash}_max_size`) ?? 512;
  const size = number(`${hash}_bucket_size`) ?? 64;
  reportHash(cycle, end, hash, keys, { max, size });
}
