import { parseUrl } from '../address.ts';
import {
  argument,
  type Block,
  type Conf,
  type Cycle,
  fault,
  faultAt,
  newScope,
  setOnce,
  spotOf,
  type Upstream,
  warn,
} from '../cycle.ts';
import { compileComplex, type Piece } from '../script.ts';
import type { Word } from '../tree.ts';
import { parseNumber, parseSeconds, parseSize } from '../values.ts';
import { addZone } from '../zones.ts';
import type { Setter } from './setters.ts';

/** `upstream {}` and what stands in it (`http/ngx_http_upstream.c` and the balancing modules). */
export const upstream: Record<string, Setter> = {
  '@upstream': openUpstream,
  '@upstream_server': addServer,
  '@upstream_hash': setHash,
  '@upstream_ip_hash': (conf) => chooseMethod(conf, false),
  '@upstream_least_conn': (conf) => chooseMethod(conf, true),
  '@upstream_random': setRandom,
  '@upstream_keepalive': setKeepalive,
  '@upstream_zone': setZone,
};

function openUpstream(conf: Conf): Block {
  const word = argument(conf, 0);
  const scope = newScope('u', conf.scope, conf.directive);
  const upstream = createUpstream(conf, word);
  if (!upstream) return { scope };
  upstream.servers = [];
  scope.upstream = upstream;
  return {
    scope,
    close: (end) => {
      if (upstream.servers?.length === 0) faultAt(conf.cycle, end, 'upstream-empty');
    },
  };
}

function createUpstream(conf: Conf, word: Word): Upstream | undefined {
  const name = word.text;
  for (const known of namesakes(conf.cycle, name)) {
    if (known.explicit) {
      fault(conf, 'upstream-duplicate', { value: name }, word);
      return undefined;
    }
    if (!known.noPort) {
      faultAt(conf.cycle, known.spot, 'upstream-port', { value: name, port: known.port ?? 0 });
      return undefined;
    }
    return Object.assign(known, { explicit: true, port: undefined });
  }
  return push(conf, { name, explicit: true, port: undefined, noPort: true }, word);
}

/**
 * An upstream as `proxy_pass` and its kin mention it (ngx_http_upstream_add): a block's name, or an
 * address. Returns the URI behind it, or `undefined` where it was refused.
 */
export function mentionUpstream(
  conf: Conf,
  piece: Piece,
  defaultPort: number | undefined,
  uriPart: boolean,
): string | undefined {
  const options = { uriPart, noResolve: true, ...(defaultPort === undefined ? {} : { defaultPort }) };
  const url = parseUrl(piece.text, options, conf.cycle.environment);
  if ('error' in url) {
    fault(conf, 'upstream-address', { reason: url.error, value: piece.text }, piece);
    return undefined;
  }
  for (const known of namesakes(conf.cycle, url.host)) {
    if (known.explicit && !url.noPort) {
      fault(conf, 'upstream-port', { value: url.host, port: url.port ?? 0 }, piece);
      return undefined;
    }
    if (!known.port || !url.port || known.port === url.port) return url.uri;
  }
  const upstream = push(conf, { name: url.host, explicit: false, port: url.port, noPort: url.noPort }, piece);
  if (url.addresses.length === 1 && (url.port || url.family === 'unix')) upstream.servers = [{ backup: false }];
  return url.uri;
}

function namesakes(cycle: Cycle, name: string): Upstream[] {
  const wanted = name.toLowerCase();
  return cycle.http.upstreams.filter((known) => known.name.toLowerCase() === wanted);
}

function push(conf: Conf, base: Pick<Upstream, 'name' | 'explicit' | 'port' | 'noPort'>, piece: Piece): Upstream {
  const spot = spotOf(conf.directive, piece);
  const upstream: Upstream = { ...base, spot, servers: undefined, hasMethod: false, takesBackup: true };
  conf.cycle.http.upstreams.push(upstream);
  return upstream;
}

/** `server ADDRESS parameters`: the parameters are looked at first, in order, then the address. */
function addServer(conf: Conf): void {
  const [address, ...parameters] = conf.directive.args as [Word, ...Word[]];
  const { upstream } = conf.scope;
  const backup = parameters.some((word) => word.text === 'backup');
  upstream?.servers?.push({ backup });
  for (const word of parameters) {
    if (word.text === 'backup' && upstream && !upstream.takesBackup) {
      return fault(conf, 'upstream-method-parameter', { value: word.text }, word);
    }
    if (!validParameter(word.text)) return fault(conf, 'parameter', { value: word.text }, word);
  }
  const url = parseUrl(address.text, { defaultPort: 80 }, conf.cycle.environment);
  if ('error' in url) fault(conf, 'upstream-address', { reason: url.error, value: address.text }, address);
}

function validParameter(text: string): boolean {
  if (text === 'backup' || text === 'down') return true;
  const [, key, value = ''] = /^(weight|max_conns|max_fails|fail_timeout)=(.*)$/s.exec(text) ?? [];
  if (key === 'weight') return (parseNumber(value) ?? 0) > 0;
  if (key === 'fail_timeout') return parseSeconds(value) !== undefined;
  return key !== undefined && parseNumber(value) !== undefined;
}

function chooseMethod(conf: Conf, takesBackup: boolean): void {
  const { upstream } = conf.scope;
  if (upstream?.hasMethod) warn(conf, 'upstream-method-redefined', {}, conf.directive.nameRange);
  if (upstream) Object.assign(upstream, { hasMethod: true, takesBackup });
}

function setHash(conf: Conf): void {
  if (!compileComplex(conf, argument(conf, 0))) return;
  chooseMethod(conf, false);
  const second = conf.directive.args[1];
  if (second && second.text !== 'consistent') fault(conf, 'parameter', { value: second.text }, second);
}

function setRandom(conf: Conf): void {
  chooseMethod(conf, false);
  const [two, method] = conf.directive.args;
  if (two && two.text !== 'two') fault(conf, 'parameter', { value: two.text }, two);
  else if (method && method.text !== 'least_conn') fault(conf, 'parameter', { value: method.text }, method);
}

function setKeepalive(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, parseNumber(word.text))) return;
  if (!parseNumber(word.text)) return fault(conf, 'value-in', { value: word.text }, word);
  if (conf.scope.upstream) conf.scope.upstream.hasMethod = true;
}

/** Eight pages of 4 kB. */
export const MIN_ZONE = 8 * 4096;

function setZone(conf: Conf): void {
  const [name, sizeWord] = conf.directive.args as [Word, Word | undefined];
  if (name.text === '') return fault(conf, 'zone-name', { value: '' }, name);
  const size = sizeWord ? parseSize(sizeWord.text) : 0;
  if (sizeWord && size === undefined) return fault(conf, 'zone-size', { value: sizeWord.text }, sizeWord);
  if (sizeWord && (size ?? 0) < MIN_ZONE) return fault(conf, 'zone-small', { value: name.text }, sizeWord);
  addZone(conf, name.text, size ?? 0, 'upstream', name);
}
