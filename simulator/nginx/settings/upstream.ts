import { addressBytes, addressText, socketAddress, splitHostPort } from '../address.ts';
import type { Directive } from '../conf/tree.ts';
import { flat, placeOf, word } from './directives.ts';
import type { KeepaliveSettings, Method, Upstream, UpstreamServer } from './settings.ts';
import { milliseconds, template } from './values.ts';

/** Addresses of a name in getaddrinfo's order, `undefined` when it does not resolve. */
export type Resolve = (name: string) => readonly string[] | undefined;

/** An `upstream` block. Names are resolved now, once: nginx does it when the configuration is loaded. */
export function upstreamBlock(directive: Directive, resolve: Resolve): Upstream {
  let method: Method = { kind: 'round_robin' };
  let keepalive: KeepaliveSettings | undefined;
  const servers: UpstreamServer[] = [];
  const limits = { requests: 1000, timeout: 60_000 };
  for (const one of flat(directive.block ?? [])) {
    if (one.name === 'server') servers.push(server(one, resolve));
    else if (one.name === 'keepalive') keepalive = { connections: Number(word(one)), ...limits, place: placeOf(one) };
    else if (one.name === 'keepalive_requests') limits.requests = Number(word(one));
    else if (one.name === 'keepalive_timeout') limits.timeout = milliseconds(word(one)) ?? limits.timeout;
    const named = methodOf(one);
    if (!named) continue;
    method = named;
    // A method set after `keepalive` takes the place of its wrapper: "load balancing method redefined".
    keepalive = undefined;
  }
  if (keepalive) keepalive = { ...keepalive, ...limits };
  return { name: word(directive), port: 0, servers, method, keepalive, place: placeOf(directive) };
}

/** The upstream that `proxy_pass http://host:port` makes when no block has that name. */
export function implicitUpstream(host: string, port: number, directive: Directive, resolve: Resolve): Upstream {
  const text = socketAddress(host, port);
  const place = placeOf(directive);
  const line: UpstreamServer = { text, addresses: addressesOf(text, resolve), ...serverDefaults, place };
  return { name: host, port, servers: [line], method: { kind: 'round_robin' }, keepalive: undefined, place };
}

/** `ip:port` of every address that `host`, `host:port` or `unix:/path` stands for. */
export function addressesOf(text: string, resolve: Resolve, defaultPort = 80): string[] {
  if (text.startsWith('unix:')) return [text];
  const { host, port = defaultPort } = splitHostPort(text);
  const literal = addressBytes(host);
  const ips = literal ? [addressText(literal)] : (resolve(host) ?? []);
  return ips.map((ip) => socketAddress(ip, port));
}

/** Defaults of `server` (`ngx_http_upstream_server`); a peer made from a bare address has them too. */
const serverDefaults = { weight: 1, maxFails: 1, failTimeout: 10, maxConns: 0, down: false, backup: false };

function server(directive: Directive, resolve: Resolve): UpstreamServer {
  const [text, ...parameters] = directive.args.map((one) => one.text);
  const value = (name: string) => parameters.findLast((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
  const number = (name: string, fallback: number) => Number(value(name) ?? fallback);
  return {
    text: text ?? '',
    addresses: addressesOf(text ?? '', resolve),
    weight: number('weight', serverDefaults.weight),
    maxFails: number('max_fails', serverDefaults.maxFails),
    failTimeout: Math.floor((milliseconds(value('fail_timeout') ?? '') ?? serverDefaults.failTimeout * 1000) / 1000),
    maxConns: number('max_conns', serverDefaults.maxConns),
    down: parameters.includes('down'),
    backup: parameters.includes('backup'),
    place: placeOf(directive),
  };
}

function methodOf(directive: Directive): Method | undefined {
  const place = placeOf(directive);
  switch (directive.name) {
    case 'ip_hash':
    case 'least_conn':
      return { kind: directive.name, place };
    case 'hash':
      return { kind: 'hash', key: template(word(directive)), consistent: word(directive, 1) === 'consistent', place };
    case 'random':
      return { kind: 'random', two: word(directive) === 'two', place };
    default:
      return undefined;
  }
}
