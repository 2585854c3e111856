import { parseCidr, parseUrl, resolveHost } from '../address.ts';
import { argument, type Conf, fault, setOnce, warn } from '../cycle.ts';
import { checkPattern } from '../pattern.ts';
import { compileComplex, defineVariable, pieceOf } from '../script.ts';
import type { Word } from '../tree.ts';
import { parseNumber, parseSeconds, parseSize } from '../values.ts';
import { addWildcardKey, newWildcardKeys } from '../wildcards.ts';
import { addZone } from '../zones.ts';
import { append } from './generic.ts';
import type { Setter } from './setters.ts';
import { MIN_ZONE } from './upstream.ts';

/** Who may come, how often and from where: limit_*, allow and deny, realip, resolver, referers. */
export const limits: Record<string, Setter> = {
  '@limit_req_zone': (conf) => declareZone(conf, true),
  '@limit_conn_zone': (conf) => declareZone(conf, false),
  '@limit_req': setLimitReq,
  '@limit_conn': setLimitConn,
  '@access_rule': setAccessRule,
  '@realip_from': setRealIpFrom,
  '@realip': (conf) => void setOnce(conf, argument(conf, 0).text),
  '@core_resolver': setResolver,
  '@valid_referers': setReferers,
};

function declareZone(conf: Conf, rated: boolean): void {
  const [key, ...parameters] = conf.directive.args as [Word, ...Word[]];
  if (!compileComplex(conf, key)) return;
  let zone: { name: string; size: number } | undefined;
  for (const word of parameters) {
    if (word.text.startsWith('zone=')) {
      const colon = word.text.indexOf(':');
      const size = colon < 0 ? undefined : parseSize(word.text.slice(colon + 1));
      if (size === undefined) return fault(conf, 'zone-size', { value: word.text }, word);
      if (size < MIN_ZONE) return fault(conf, 'zone-small', { value: word.text }, word);
      zone = { name: word.text.slice(5, colon), size };
    } else if (rated && word.text.startsWith('rate=')) {
      if (!parseNumber(word.text.slice(5).replace(/r\/[sm]$/, '')))
        return fault(conf, 'limit-rate', { value: word.text }, word);
    } else return fault(conf, 'parameter', { value: word.text }, word);
  }
  if (!zone?.name) return fault(conf, 'zone-parameter');
  const tag = rated ? 'limit_req' : 'limit_conn';
  const { set } = conf.cycle.main;
  const bound = set.get(`${tag} ${zone.name}`)?.value;
  if (!addZone(conf, zone.name, zone.size, tag, key)) return;
  if (typeof bound === 'string') return fault(conf, 'limit-bound', { value: zone.name, key: bound }, key);
  set.set(`${tag} ${zone.name}`, { directive: conf.directive, value: key.text });
}

function setLimitReq(conf: Conf): void {
  let name: string | undefined;
  for (const word of conf.directive.args) {
    const [, key, value = ''] = /^(zone|burst|delay)=(.*)$/s.exec(word.text) ?? [];
    if (key === 'zone') {
      name = value;
      if (!addZone(conf, value, 0, 'limit_req', word)) return;
    } else if (key) {
      if (!parseNumber(value)) return fault(conf, 'limit-burst', { parameter: key, value: word.text }, word);
    } else if (word.text !== 'nodelay') return fault(conf, 'parameter', { value: word.text }, word);
  }
  if (name === undefined) fault(conf, 'zone-parameter');
  else addLimit(conf, name);
}

function setLimitConn(conf: Conf): void {
  const [zone, number] = conf.directive.args as [Word, Word];
  if (!addZone(conf, zone.text, 0, 'limit_conn', zone) || !addLimit(conf, zone.text)) return;
  const count = parseNumber(number.text);
  if (!count) fault(conf, 'limit-connections', { value: number.text }, number);
  else if (count > 65535) fault(conf, 'limit-connections-high', {}, number);
}

function addLimit(conf: Conf, zone: string): boolean {
  const limits = (conf.scope.set.get(conf.directive.name)?.value ?? []) as string[];
  const fresh = !limits.includes(zone);
  if (fresh) append(conf, zone);
  else fault(conf, 'duplicate', {}, conf.directive.nameRange);
  return fresh;
}

function setAccessRule(conf: Conf): void {
  const word = argument(conf, 0);
  if (word.text === 'all' || word.text === 'unix:') return;
  const cidr = parseCidr(word.text);
  if (!cidr) fault(conf, 'parameter', { value: word.text }, word);
  else if (cidr.lowBits) warn(conf, 'low-bits', { value: word.text }, word);
}

function setRealIpFrom(conf: Conf): void {
  const word = argument(conf, 0);
  if (word.text === 'unix:') return;
  const cidr = parseCidr(word.text);
  if (cidr?.lowBits) warn(conf, 'low-bits', { value: word.text }, word);
  if (cidr || resolveHost(word.text, conf.cycle.environment)) return;
  fault(conf, 'real-ip-from', { reason: 'host not found', value: word.text }, word);
}

function setResolver(conf: Conf): void {
  if (!setOnce(conf, argument(conf, 0).text)) return;
  let servers = 0;
  for (const word of conf.directive.args) {
    const [, key, value = ''] = /^(valid|ipv6)=(.*)$/s.exec(word.text) ?? [];
    if (key) {
      const ok = key === 'valid' ? Boolean(parseSeconds(value)) : value === 'on' || value === 'off';
      if (!ok) return fault(conf, 'parameter-colon', { value: word.text }, word);
      continue;
    }
    const url = parseUrl(word.text, { defaultPort: 53 }, conf.cycle.environment);
    if ('error' in url) return fault(conf, 'resolver-address', { reason: url.error, value: word.text }, word);
    servers++;
  }
  if (servers === 0) fault(conf, 'no-name-servers');
}

function setReferers(conf: Conf): void {
  if (!defineVariable(conf, 'invalid_referer')) return;
  const setting = conf.scope.set.get('valid_referers');
  const keys = (setting?.value as ReturnType<typeof newWildcardKeys>) ?? newWildcardKeys();
  conf.scope.set.set('valid_referers', { directive: conf.directive, value: keys });
  for (const word of conf.directive.args) {
    const { text } = word;
    if (text === 'none' || text === 'blocked' || text === 'server_names') continue;
    if (text === '' || (text[0] !== '~' && text.includes('://'))) return fault(conf, 'referer', { value: text }, word);
    if (text === '~') return fault(conf, 'empty-regex', { value: text }, word);
    if (text[0] === '~') {
      if (!checkPattern(conf, pieceOf(word, 1))) return;
      continue;
    }
    const host = text.split('/')[0] as string;
    const added = addWildcardKey(keys, host);
    if (added === 'declined') return fault(conf, 'map-hostname', { value: host }, word);
    if (added === 'busy') return fault(conf, 'map-conflict', { value: host }, word);
  }
}
