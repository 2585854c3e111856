import { type Headers, type HttpResponse, header } from '../core/http.ts';
import { remembered } from '../core/remembered.ts';
import { httpDate } from './clock.ts';
import type { Exchange } from './exchange.ts';
import { signature } from './pages.ts';
import { isGivenUp, match } from './regex.ts';
import type { AddHeader, ProxySettings, Replacement } from './settings/settings.ts';
import { type Clock, expand, hostOf } from './variables.ts';

/** An answer before the header filters. */
export interface Draft {
  status: number;
  reason: string;
  contentType: string | undefined;
  /** `undefined`: the body's length is not known beforehand; it is sent in chunks or up to the end. */
  contentLength: string | undefined;
  /** `Location`; `absolute`: nginx makes it a whole URL when it starts with `/`. */
  location: string | undefined;
  absolute: boolean;
  others: Headers;
  body: string;
}

const server: [string, string] = ['Server', signature(true)];
const serverWithoutVersion: [string, string] = ['Server', signature(false)];
const keepAlive: [string, string] = ['Connection', 'keep-alive'];
const close: [string, string] = ['Connection', 'close'];
const chunked: [string, string] = ['Transfer-Encoding', 'chunked'];
let date: [string, string] = ['Date', ''];

/** The answer as the client gets it, headers in nginx's order (`ngx_http_header_filter`). */
export function finished(exchange: Exchange, draft: Draft, clock: Clock): HttpResponse {
  const { conf, request } = exchange;
  const status = exchange.errorStatus || draft.status;
  const now = httpDate(clock.wallClock);
  if (date[1] !== now) date = ['Date', now];
  const headers: Headers = [conf.serverTokens ? server : serverWithoutVersion, date];
  const bodiless = status === 204 || status === 304 || status < 200;
  if (draft.contentType !== undefined && !bodiless) headers.push(['Content-Type', draft.contentType]);
  if (draft.contentLength !== undefined && !bodiless) headers.push(['Content-Length', draft.contentLength]);
  if (draft.location !== undefined)
    headers.push(['Location', draft.absolute ? absolute(draft.location, exchange) : draft.location]);
  const closing = closes(exchange) || (draft.contentLength === undefined && !bodiless && request.version === '1.0');
  if (draft.contentLength === undefined && !bodiless && request.version === '1.1') headers.push(chunked);
  headers.push(closing ? close : keepAlive);
  for (const field of draft.others) headers.push(field);
  if (conf.addHeaders.length > 0) addHeaders(headers, conf.addHeaders, status, exchange, clock);
  const body = bodiless || exchange.method === 'HEAD' ? '' : draft.body;
  return { status, reason: draft.reason, headers, body };
}

function closes({ request }: Exchange): boolean {
  const connection = header(request.headers, 'connection');
  return request.version === '1.0' ? connection?.toLowerCase() !== 'keep-alive' : connection?.toLowerCase() === 'close';
}

/** Statuses to which `add_header` applies without `always`. */
const plain = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

function addHeaders(
  headers: Headers,
  added: readonly AddHeader[],
  status: number,
  exchange: Exchange,
  clock: Clock,
): void {
  // What is sent is known by then: `$status`, `$sent_http_…`.
  exchange.answer = { status, bodyBytes: 0, headers };
  for (const { name, value, always } of added) {
    if (!always && !plain.has(status)) continue;
    const text = expand(value, exchange, clock);
    if (text !== '') headers.push([name, text]);
  }
}

/** A whole URL from a path, with the name the client used. */
function absolute(location: string, exchange: Exchange): string {
  const { conf, port, server, address } = exchange;
  if (!location.startsWith('/') || !conf.absoluteRedirect) return location;
  const host = (conf.serverNameInRedirect ? server.names[0] : hostOf(exchange)) || address;
  return `http://${host}${conf.portInRedirect && port !== 80 ? `:${port}` : ''}${location}`;
}

type FieldKind = 'content-type' | 'content-length' | 'location' | 'set-cookie' | 'hidden' | 'refresh' | 'other';

/** What becomes of a backend's header (`ngx_http_upstream_headers_in`, `ngx_http_proxy_hide_headers`). */
const fieldKinds: ReadonlyMap<string, FieldKind> = new Map(
  Object.entries<FieldKind>({
    'content-type': 'content-type',
    'content-length': 'content-length',
    location: 'location',
    'set-cookie': 'set-cookie',
    refresh: 'refresh',
    date: 'hidden',
    server: 'hidden',
    connection: 'hidden',
    'keep-alive': 'hidden',
    'transfer-encoding': 'hidden',
    'x-pad': 'hidden',
    'x-accel-expires': 'hidden',
    'x-accel-redirect': 'hidden',
    'x-accel-limit-rate': 'hidden',
    'x-accel-buffering': 'hidden',
    'x-accel-charset': 'hidden',
  }),
);

/** A backend's answer as nginx passes it on (`ngx_http_upstream_process_headers`). */
export function fromUpstream(exchange: Exchange, response: HttpResponse, clock: Clock): Draft {
  const { proxy } = exchange.conf;
  const draft: Draft = {
    status: response.status,
    reason: response.reason,
    contentType: undefined,
    contentLength: undefined,
    location: undefined,
    absolute: false,
    others: [],
    body: response.body,
  };
  for (const field of response.headers) {
    const [name, value] = field;
    const kind = kindOf(name, proxy);
    if (kind === 'other') draft.others.push(field);
    else if (kind === 'content-type') draft.contentType = value;
    else if (kind === 'content-length') draft.contentLength = value;
    else if (kind === 'location') {
      const rewritten = redirected(value, exchange, clock);
      draft.location = rewritten ?? value;
      // A path that the backend sent is passed on as it is; only what nginx made is completed.
      draft.absolute = rewritten !== undefined;
    } else if (kind === 'set-cookie')
      draft.others.push(proxy.cookiePaths.length === 0 ? field : [name, cookiePath(value, exchange, clock)]);
    else if (kind === 'refresh') draft.others.push([name, refreshed(value, exchange, clock)]);
  }
  return draft;
}

const usualKind = remembered((name): FieldKind => fieldKinds.get(name.toLowerCase()) ?? 'other');

function kindOf(name: string, proxy: ProxySettings): FieldKind {
  const kind = usualKind(name);
  const { hideHeaders, passHeaders } = proxy;
  if (hideHeaders.length > 0 && hideHeaders.includes(name.toLowerCase())) return 'hidden';
  return kind === 'hidden' && passHeaders.length > 0 && passHeaders.includes(name.toLowerCase()) ? 'other' : kind;
}

/** `proxy_redirect`: the first rule that fits; `undefined` when none does. */
function redirected(url: string, exchange: Exchange, clock: Clock): string | undefined {
  for (const rule of exchange.conf.proxy.redirects) {
    const result = rule === 'default' ? redirectedByDefault(url, exchange) : replaced(url, rule, exchange, clock);
    if (result !== undefined) return result;
  }
  return undefined;
}

function redirectedByDefault(url: string, { proxying }: Exchange): string | undefined {
  const rule = proxying?.proxyPass.defaultRedirect;
  return rule && url.startsWith(rule.from) ? rule.to + url.slice(rule.from.length) : undefined;
}

function replaced(
  value: string,
  { from, regex: kind, to }: Replacement,
  exchange: Exchange,
  clock: Clock,
): string | undefined {
  if (kind) {
    const found = match(from.text, kind === 'ignore-case', value);
    if (!found || isGivenUp(found)) return undefined;
    const { index, captures } = found;
    const text = expand(to, { ...exchange, captures }, clock);
    return value.slice(0, index) + text + value.slice(index + (captures[0] ?? '').length);
  }
  const prefix = expand(from, exchange, clock);
  return value.startsWith(prefix) ? expand(to, exchange, clock) + value.slice(prefix.length) : undefined;
}

/** `proxy_cookie_path`: the `path` attribute, by the first rule that fits. */
function cookiePath(value: string, exchange: Exchange, clock: Clock): string {
  return value.replace(/(;\s*path=)([^;]*)/i, (whole, before: string, path: string) => {
    for (const rule of exchange.conf.proxy.cookiePaths) {
      const result = replaced(path, rule, exchange, clock);
      if (result !== undefined) return before + result;
    }
    return whole;
  });
}

function refreshed(value: string, exchange: Exchange, clock: Clock): string {
  return value.replace(
    /(url=)(.*)$/i,
    (_, before: string, url: string) => before + (redirected(url, exchange, clock) ?? url),
  );
}
