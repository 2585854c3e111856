import { parseUrl } from '../address.ts';
import {
  type Conf,
  type Cycle,
  fault,
  faultAt,
  type ListenAddress,
  type Scope,
  type Spot,
  spotOf,
  warn,
} from '../cycle.ts';
import type { Word } from '../tree.ts';
import { parseNumber, parseSeconds, parseSize } from '../values.ts';
import type { Setter } from './setters.ts';

export const listen: Record<string, Setter> = { '@core_listen': setListen };

interface Options {
  defaultServer: boolean;
  /** Some option of the socket was given. */
  set: boolean;
  bind: boolean;
  ssl: boolean;
}

/** ngx_http_core_listen: the address first, then the parameters, then whether it was there already. */
function setListen(conf: Conf): void {
  const [word, ...parameters] = conf.directive.args as [Word, ...Word[]];
  if (conf.scope.server) conf.scope.server.listens++;
  const url = parseUrl(word.text, { listen: true, defaultPort: 80 }, conf.cycle.environment);
  if ('error' in url) return fault(conf, 'listen-address', { reason: url.error, value: word.text }, word);
  const options: Options = { defaultServer: false, set: false, bind: false, ssl: false };
  for (const parameter of parameters) if (!setParameter(conf, options, parameter)) return;
  const seen = new Set<string>();
  for (const ip of url.addresses) {
    for (let port = url.port ?? 0; port <= (url.lastPort ?? url.port ?? 0); port++) {
      const text = url.family === 'unix' ? ip : ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
      if (seen.has(text)) continue;
      seen.add(text);
      const spot = spotOf(conf.directive, word);
      if (!addListen(conf.cycle, conf.scope, { text, ip, family: url.family, port, options, spot })) return;
    }
  }
}

/** Returns false when the parameter is refused. */
function setParameter(conf: Conf, options: Options, word: Word): boolean {
  const { text } = word;
  const equals = text.indexOf('=');
  const key = equals < 0 ? text : text.slice(0, equals + 1);
  const value = text.slice(key.length);
  const refused = (ok: boolean) => {
    if (!ok) fault(conf, 'listen-value', { parameter: key.slice(0, -1), value: text }, word);
    return ok;
  };
  if (text === 'default_server' || text === 'default') options.defaultServer = true;
  else if (text === 'deferred' || text === 'bind' || text === 'reuseport') options.set = options.bind = true;
  else if (key === 'backlog=' || key === 'fastopen=') {
    options.set = options.bind = true;
    const number = parseNumber(value);
    return refused(number !== undefined && !(key === 'backlog=' && number === 0));
  } else if (key === 'rcvbuf=' || key === 'sndbuf=') {
    options.set = options.bind = true;
    return refused(parseSize(value) !== undefined);
  } else if (key === 'accept_filter=') warn(conf, 'accept-filter', { value: text }, word);
  else if (text.startsWith('ipv6only=o')) {
    if (value !== 'on' && value !== 'off') {
      fault(conf, 'ipv6only-flag', { value }, word);
      return false;
    }
    options.set = options.bind = true;
  } else if (key === 'so_keepalive=') {
    options.set = options.bind = true;
    return soKeepalive(conf, word, value);
  } else if (text === 'ssl') options.ssl = true;
  else if (text !== 'http2' && text !== 'proxy_protocol') {
    fault(conf, 'parameter', { value: text }, word);
    return false;
  }
  return true;
}

/** `on`, `off` or `idle:interval:count`, each part optional, not all. */
function soKeepalive(conf: Conf, word: Word, value: string): boolean {
  if (value === 'on' || value === 'off') return true;
  const [idle = '', interval = '', count = '', ...more] = value.split(':');
  const times = [idle, interval].every((part) => part === '' || parseSeconds(part) !== undefined);
  const number = count === '' || parseNumber(count) !== undefined;
  if (times && number && more.length === 0 && /[^:]/.test(value)) return true;
  fault(conf, 'so-keepalive', { value }, word);
  return false;
}

interface Listening {
  text: string;
  ip: string;
  family: 'inet' | 'inet6' | 'unix';
  port: number;
  options: Options;
  spot: Spot;
}

/** A server without `listen` listens on port 80, as nginx does when it runs as root. */
export function addDefaultListen(cycle: Cycle, server: Scope, spot: Spot): void {
  const options = { defaultServer: false, set: false, bind: false, ssl: false };
  addListen(cycle, server, { text: '0.0.0.0:80', ip: '0.0.0.0', family: 'inet', port: 80, options, spot });
}

/** ngx_http_add_listen. Returns false when the address is refused. */
function addListen(cycle: Cycle, server: Scope, listening: Listening): boolean {
  const { options, text, ip, spot } = listening;
  const { ports } = cycle.http;
  let port = ports.find((known) => known.port === listening.port && known.family === listening.family);
  if (!port) {
    port = { family: listening.family, port: listening.port, addresses: [] };
    ports.push(port);
  }
  const known = port.addresses.find((address) => address.text === text);
  if (!known) {
    const wildcard = ip === '0.0.0.0' || ip === '::';
    const { set, bind, ssl } = options;
    const defaultServer = options.defaultServer ? server : undefined;
    port.addresses.push({ text, ip, options: set, bind, ssl, wildcard, servers: [server], defaultServer, spot });
    return true;
  }
  const wrong = sharedFault(known, server, options);
  if (wrong) faultAt(cycle, spot, wrong, { value: text });
  known.servers.push(server);
  known.options ||= options.set;
  known.bind ||= options.bind;
  known.ssl ||= options.ssl;
  if (options.defaultServer) known.defaultServer ??= server;
  return !wrong;
}

function sharedFault(address: ListenAddress, server: Scope, options: Options) {
  if (address.servers.includes(server)) return 'duplicate-listen';
  if (options.set && address.options) return 'duplicate-listen-options';
  if (options.defaultServer && address.defaultServer) return 'duplicate-default-server';
  return undefined;
}
