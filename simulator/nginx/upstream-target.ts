import { addressBytes } from './address.ts';
import { type PeerSet, peerSet } from './balance/peer.ts';
import type { Exchange } from './exchange.ts';
import { noteError } from './logs.ts';
import { proxiedUri } from './proxy-request.ts';
import { urlParts } from './settings/location.ts';
import type { ProxyPass } from './settings/settings.ts';
import { addressesOf, implicitUpstream } from './settings/upstream.ts';
import type { Turn } from './turn.ts';
import { expand } from './variables.ts';

/** Where a request is proxied to. */
export interface Target {
  /** Index of the upstream, or -1 with peers of the request's own. */
  upstream: number;
  own: PeerSet | undefined;
  /** `$proxy_host` and `$proxy_port`. */
  host: string;
  port: string;
  uri: string;
}

/** The upstream of a `proxy_pass`; a status where there is none (`ngx_http_proxy_eval`, `ngx_http_upstream_init_request`). */
export function targetOf(exchange: Exchange, proxyPass: ProxyPass, turn: Turn): Target | number {
  const { upstream, host, port } = proxyPass;
  if (upstream === undefined) return variableTarget(exchange, proxyPass, turn);
  return { upstream, own: undefined, host, port, uri: proxiedUri(exchange, proxyPass, undefined) };
}

function variableTarget(exchange: Exchange, proxyPass: ProxyPass, turn: Turn): Target | number {
  const { out, worker } = turn;
  const url = expand(proxyPass.url, exchange, out);
  if (!/^https?:\/\//i.test(url)) {
    noteError(exchange, out, 'error', `invalid URL prefix in "${url}"`);
    return 500;
  }
  const { name, port, hostHeader, uri } = urlParts(url);
  const { upstreams } = worker.settings;
  const wanted = name.toLowerCase();
  const upstream = upstreams.findIndex(
    (one) => one.name.toLowerCase() === wanted && one.port === (port ?? (one.port === 0 ? 0 : 80)),
  );
  const shared = { host: hostHeader, port: String(port ?? 80), uri: proxiedUri(exchange, proxyPass, uri || undefined) };
  if (upstream >= 0) return { upstream, own: undefined, ...shared };
  const own = ownPeers(exchange, name, port ?? 80, proxyPass, turn);
  return typeof own === 'number' ? own : { upstream: -1, own, ...shared };
}

/** A peer set for this one request: nothing about it is remembered (`ngx_http_upstream_create_round_robin_peer`). */
function ownPeers(
  exchange: Exchange,
  name: string,
  port: number,
  { place }: ProxyPass,
  { out }: Turn,
): PeerSet | number {
  const host = name.replace(/^\[|\]$/g, '');
  const directive = { name: 'proxy_pass', args: [], nameRange: place, ...place };
  if (addressBytes(host)) return peerSet(implicitUpstream(host, port, directive, () => undefined));
  if (!exchange.conf.resolver) {
    noteError(exchange, out, 'error', `no resolver defined to resolve ${host}`);
    return 502;
  }
  if (addressesOf(host, (one) => out.resolve(one)).length === 0) {
    noteError(exchange, out, 'error', `${host} could not be resolved (3: Host not found)`);
    return 502;
  }
  return peerSet(implicitUpstream(host, port, directive, (one) => out.resolve(one)));
}
