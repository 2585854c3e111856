import { type Headers, header } from '../core/http.ts';
import { own } from '../core/own.ts';
import { remembered } from '../core/remembered.ts';
import { isoTime, localTime } from './clock.ts';
import type { Attempt, Exchange } from './exchange.ts';
import { isGivenUp, type Match, match } from './regex.ts';
import type { MapBlock, Template } from './settings/settings.ts';

/** What a variable may look at besides the request. */
export interface Clock {
  readonly now: number;
  readonly wallClock: number;
}

/** A template with its variables filled in; one without a value is empty. */
export function expand({ constant, parts }: Template, exchange: Exchange, clock: Clock): string {
  if (constant !== undefined) return constant;
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : (valueOf(part.variable, exchange, clock) ?? '');
  return text;
}

/** The value of `$name`, `undefined` when it has none. */
export function valueOf(name: string, exchange: Exchange, clock: Clock): string | undefined {
  const captured = exchange.variables && own(exchange.variables, name);
  if (captured !== undefined) return captured;
  const builtin = own(builtins, name);
  if (builtin) return builtin(exchange, clock);
  const map = own(exchange.settings.maps, name);
  if (map) return mapped(map, exchange, clock);
  if (/^\d$/.test(name)) return exchange.captures?.[Number(name)];
  for (const [prefix, read] of prefixes) if (name.startsWith(prefix)) return read(exchange, name.slice(prefix.length));
  return undefined;
}

/** `map`: the text itself in any case, then the regular expressions in order, then `default`. */
function mapped(map: MapBlock, exchange: Exchange, clock: Clock): string {
  const source = expand(map.source, exchange, clock);
  const exact =
    own(map.exact, source.toLowerCase()) ?? (map.hostnames ? hostMapped(map, source.toLowerCase()) : undefined);
  if (exact) return expand(exact, exchange, clock);
  for (const one of map.regexes) {
    const found = match(one.regex, one.ignoreCase, source);
    if (!found) continue;
    // `ngx_http_map_find` then has nothing, which is the default. (It logs an alert with what by then is in the pattern's memory.)
    if (isGivenUp(found)) break;
    capture(exchange, found);
    return expand(one.value, exchange, clock);
  }
  return expand(map.fallback, exchange, clock);
}

/** `hostnames`: `*.example.com` and `.example.com`, the longest first; then `www.example.*`. */
function hostMapped(map: MapBlock, host: string): Template | undefined {
  if (map.exact[`.${host}`]) return map.exact[`.${host}`];
  const labels = host.split('.');
  for (let i = 1; i < labels.length; i++) {
    const tail = labels.slice(i).join('.');
    const found = map.exact[`*.${tail}`] ?? map.exact[`.${tail}`];
    if (found) return found;
  }
  for (let i = labels.length - 1; i > 0; i--) {
    const found = map.exact[`${labels.slice(0, i).join('.')}.*`];
    if (found) return found;
  }
  return undefined;
}

/** `$1` to `$9` and the named groups of a regular expression that matched. */
export function capture(exchange: Exchange, { captures, names }: Match): void {
  exchange.captures = captures;
  if (Object.keys(names).length > 0) exchange.variables = { ...exchange.variables, ...names };
}

/** `$host`: the `Host` header in lower case without its port; the first server name where there is none. */
export function hostOf({ host, server }: Exchange): string {
  if (!host) return server.names[0] ?? '';
  return plainHost(host);
}

const plainHost = remembered((host) => host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, ''));

const seconds = (ms: number | undefined) => (ms === undefined ? '-' : (ms / 1000).toFixed(3));

/** One value per attempt: `, ` between attempts, ` : ` between proxied groups. */
function perAttempt(exchange: Exchange, value: (attempt: Attempt) => string): string | undefined {
  const { attempts } = exchange;
  if (attempts.length === 0) return undefined;
  return attempts
    .map((one, i) => (i === 0 ? '' : one.group === attempts[i - 1]?.group ? ', ' : ' : ') + value(one))
    .join('');
}

function forwardedFor({ request, ip }: Exchange): string {
  const sent = request.headers.filter(([name]) => name.toLowerCase() === 'x-forwarded-for').map(([, value]) => value);
  return [...sent, ip].join(', ');
}

/** `$http_x_real_ip` is the field `X-Real-Ip`: case and `-` against `_` do not count. */
function fieldNamed(headers: Headers | undefined, name: string): string | undefined {
  const found =
    headers?.filter(([field]) => field.toLowerCase().replaceAll('-', '_') === name).map(([, value]) => value) ?? [];
  return found.length === 0 ? undefined : found.join(name === 'cookie' ? '; ' : ', ');
}

/** `$cookie_NAME`: the first cookie of that name, in any case. */
function cookie({ request }: Exchange, name: string): string | undefined {
  for (const pair of (header(request.headers, 'cookie') ?? '').split(/[;,] */)) {
    const equals = pair.indexOf('=');
    if (equals === name.length && pair.slice(0, equals).toLowerCase() === name) return pair.slice(equals + 1);
  }
  return undefined;
}

function argument({ args }: Exchange, name: string): string | undefined {
  for (const pair of args.split('&')) {
    const equals = pair.indexOf('=');
    if (equals === name.length && pair.slice(0, equals).toLowerCase() === name) return pair.slice(equals + 1);
  }
  return undefined;
}

const prefixes: readonly [string, (exchange: Exchange, name: string) => string | undefined][] = [
  ['http_', ({ request }, name) => fieldNamed(request.headers, name)],
  ['cookie_', cookie],
  ['arg_', argument],
  ['sent_http_', ({ answer }, name) => fieldNamed(answer?.headers, name)],
  ['upstream_http_', ({ proxying }, name) => fieldNamed(proxying?.partial?.headers, name)],
];

export const requestLine = ({ request }: Exchange): string =>
  `${request.method} ${request.target} HTTP/${request.version}`;

/** `$status`: three digits, as the log prints them. */
const status = ({ answer, errorStatus }: Exchange) => String(answer?.status ?? errorStatus ?? 0).padStart(3, '0');

/** `$content_length`, and what nginx sends on for it. */
const contentLength = ({ request }: Exchange) => header(request.headers, 'content-length');

const builtins: Readonly<Record<string, (exchange: Exchange, clock: Clock) => string | undefined>> = {
  args: ({ args }) => args,
  body_bytes_sent: ({ answer }) => String(answer?.bodyBytes ?? 0),
  bytes_sent: ({ answer }) => String(answer?.bodyBytes ?? 0),
  connection: ({ connection }) => String(connection),
  content_length: contentLength,
  content_type: ({ request }) => header(request.headers, 'content-type'),
  document_root: ({ conf }) => conf.root,
  document_uri: ({ uri }) => uri,
  host: hostOf,
  hostname: () => 'localhost',
  https: () => '',
  is_args: ({ args }) => (args === '' ? '' : '?'),
  msec: (_, { wallClock }) => seconds(wallClock),
  nginx_version: () => '1.22.1',
  pid: ({ pid }) => String(pid),
  pipe: () => '.',
  proxy_add_x_forwarded_for: forwardedFor,
  proxy_host: ({ proxying }) => proxying?.host,
  proxy_internal_body_length: contentLength,
  proxy_internal_chunked: () => '',
  proxy_port: ({ proxying }) => proxying?.port,
  query_string: ({ args }) => args,
  realip_remote_addr: ({ peerIp }) => peerIp,
  remote_addr: ({ ip }) => ip,
  remote_user: () => undefined,
  request: requestLine,
  request_filename: ({ conf, uri }) => conf.root + uri,
  request_method: ({ method }) => method,
  request_time: ({ startedAt }, { now }) => seconds(now - startedAt),
  request_uri: ({ request }) => request.target,
  scheme: () => 'http',
  server_addr: ({ address }) => address,
  server_name: ({ server }) => server.names[0],
  server_port: ({ port }) => String(port),
  server_protocol: ({ request }) => `HTTP/${request.version}`,
  status,
  time_iso8601: (_, { wallClock }) => isoTime(wallClock),
  time_local: (_, { wallClock }) => localTime(wallClock),
  upstream_addr: (exchange) => perAttempt(exchange, ({ address }) => address),
  upstream_connect_time: (exchange) => perAttempt(exchange, ({ connectTime }) => seconds(connectTime)),
  upstream_header_time: (exchange) => perAttempt(exchange, ({ headerTime }) => seconds(headerTime)),
  upstream_response_time: (exchange) => perAttempt(exchange, ({ responseTime }) => seconds(responseTime)),
  upstream_status: (exchange) => perAttempt(exchange, (attempt) => String(attempt.status ?? '-')),
  uri: ({ uri }) => uri,
};
