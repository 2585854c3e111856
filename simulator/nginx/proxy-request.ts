import type { Headers, HttpRequest } from '../core/http.ts';
import type { Exchange, Proxying } from './exchange.ts';
import type { Conf, ProxyPass, ProxySettings } from './settings/settings.ts';
import { escapeUri } from './uri.ts';
import { type Clock, expand } from './variables.ts';

/** How the headers for a backend are made in one location, worked out once. */
interface HeaderPlan {
  /** A header that is always the same, or one to be filled in for each request. */
  headers: ([name: string, value: string] | ProxySettings['setHeaders'][number])[];
  /** Headers of the client that are not passed on, by their names as sent. */
  dropped: Map<string, boolean>;
  told: Set<string>;
}

/** nginx's own `Content-Length` and `Transfer-Encoding` towards a backend: there are bodies of known length, or none. */
const bodyLength = '$proxy_internal_body_length';
const chunked = '$proxy_internal_chunked';

const plans = new WeakMap<ProxySettings, Map<ProxyPass, HeaderPlan>>();

/** The request for the backend (`ngx_http_proxy_create_request`). */
export function proxiedRequest(exchange: Exchange, proxying: Proxying, clock: Clock): HttpRequest {
  const { request, conf } = exchange;
  const { body } = request;
  const plan = planFor(conf, proxying.proxyPass);
  const headers: Headers = [];
  for (const one of plan.headers) {
    if (Array.isArray(one)) headers.push(one);
    else if (body !== undefined || one.value.text !== bodyLength) {
      const value = expand(one.value, exchange, clock);
      if (value !== '') headers.push([one.name, value]);
    }
  }
  if (conf.proxy.passRequestHeaders)
    for (const field of request.headers) if (!isDropped(plan, field[0])) headers.push(field);
  const { httpVersion, method = exchange.method } = conf.proxy;
  const made = { method, target: proxying.uri, version: httpVersion, headers };
  return body === undefined ? made : { ...made, body };
}

function planFor({ proxy }: Conf, proxyPass: ProxyPass): HeaderPlan {
  let known = plans.get(proxy);
  if (!known) plans.set(proxy, (known = new Map()));
  const before = known.get(proxyPass);
  if (before) return before;
  const headers: HeaderPlan['headers'] = [];
  for (const header of proxy.setHeaders) {
    const { constant, text } = header.value;
    const fixed =
      text === '$proxy_host' && proxyPass.upstream !== undefined ? proxyPass.host : text === chunked ? '' : constant;
    if (fixed === undefined) headers.push(header);
    else if (fixed !== '') headers.push([header.name, fixed]);
  }
  const plan = { headers, dropped: new Map(), told: new Set(proxy.setHeaders.map(({ name }) => name.toLowerCase())) };
  known.set(proxyPass, plan);
  return plan;
}

/** A header that `proxy_set_header` names is not passed on, even when it is set to nothing. */
function isDropped({ dropped, told }: HeaderPlan, name: string): boolean {
  const known = dropped.get(name);
  if (known !== undefined) return known;
  // nginx ignores names with other characters than letters, digits and hyphens (`ignore_invalid_headers`).
  const drop = told.has(name.toLowerCase()) || !/^[A-Za-z0-9-]+$/.test(name);
  if (dropped.size > 10_000) dropped.clear();
  dropped.set(name, drop);
  return drop;
}

/** The URI of the request line sent to the backend. */
export function proxiedUri(
  exchange: Exchange,
  { uri, location, upstream }: ProxyPass,
  variableUri: string | undefined,
): string {
  if (upstream === undefined && variableUri !== undefined) return variableUri;
  if (uri === undefined && exchange.uriUntouched) return withoutFragment(exchange.request.target);
  const replaced = uri !== undefined && exchange.locationValid ? location.length : 0;
  const rest = exchange.uri.slice(replaced);
  const escaped = exchange.uriQuoted || exchange.internal ? escapeUri(rest) : rest;
  return (uri ?? '') + escaped + (exchange.args === '' ? '' : `?${exchange.args}`);
}

function withoutFragment(target: string): string {
  const hash = target.indexOf('#');
  return hash < 0 ? target : target.slice(0, hash);
}
