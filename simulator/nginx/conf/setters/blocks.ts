import { inetAddress, inetBits, parseCidr } from '../address.ts';
import { argument, type Block, type Conf, fault, faultAt, type Spot, warn } from '../cycle.ts';
import { reportHash } from '../hash.ts';
import { compilePattern } from '../pattern.ts';
import { compileComplex, defineVariable, lowerAscii, pieceOf, useVariable } from '../script.ts';
import type { Directive, Word } from '../tree.ts';
import { addWildcardKey, newWildcardKeys } from '../wildcards.ts';
import type { Setter } from './setters.ts';

/** Blocks whose lines are read by the block itself: types, map, geo, split_clients, charset_map. */
export const blocks: Record<string, Setter> = {
  '@core_types': openTypes,
  '@map_block': openMap,
  '@geo_block': openGeo,
  '@split_clients': openSplitClients,
  '@charset_map_block': openCharsetMap,
};

/** All words of a line, the first one included. */
function wordsOf(line: Directive): Word[] {
  return [{ text: line.name, quoted: false, ...line.nameRange }, ...line.args];
}

function openTypes(conf: Conf): Block {
  const { scope, directive } = conf;
  const setting = scope.set.get('types') ?? { directive, value: new Map<string, string>() };
  scope.set.set('types', setting);
  const types = setting.value as Map<string, string>;
  const handler = (line: Conf) => {
    const [type, ...extensions] = wordsOf(line.directive) as [Word, ...Word[]];
    if (type.text === 'include') {
      if (extensions.length === 1) return 'include' as const;
      return fault(line, 'include-arguments');
    }
    for (const word of extensions) {
      const extension = lowerAscii(word.text);
      const previous = types.get(extension);
      types.set(extension, type.text);
      if (previous !== undefined) warn(line, 'duplicate-extension', { extension, type: type.text, previous }, word);
    }
    return undefined;
  };
  return { scope, handler };
}

/** The `$name` that a block defines. */
function defineNamed(conf: Conf, word: Word): boolean {
  if (word.text[0] === '$') return defineVariable(conf, word.text.slice(1), word);
  fault(conf, 'variable-name-is', { variable: word.text }, word);
  return false;
}

function openMap(conf: Conf): Block {
  const ok = compileComplex(conf, argument(conf, 0));
  if (ok) defineNamed(conf, argument(conf, 1));
  const keys = newWildcardKeys();
  let hostnames = false;
  let hasDefault = false;
  const handler = (line: Conf) => {
    const [key, value, ...more] = wordsOf(line.directive) as [Word, Word | undefined, ...Word[]];
    if (!value && key.text === 'hostnames') hostnames = true;
    if (!value && (key.text === 'hostnames' || key.text === 'volatile')) return undefined;
    if (!value || more.length > 0) return fault(line, 'map-parameters');
    if (key.text === 'include') return 'include' as const;
    if (!compileComplex(line, value)) return undefined;
    if (key.text === 'default') {
      if (hasDefault) fault(line, 'map-default', {}, key);
      hasDefault = true;
      return undefined;
    }
    if (key.text[0] === '~') return void compilePattern(line, pieceOf(key, key.text[1] === '*' ? 2 : 1));
    const name = lowerAscii(key.text[0] === '\\' ? key.text.slice(1) : key.text);
    const added = hostnames ? addWildcardKey(keys, name) : keys.exact.has(name) ? 'busy' : 'ok';
    keys.exact.add(name);
    if (added === 'declined') fault(line, 'map-hostname', { value: name }, key);
    if (added === 'busy') fault(line, 'map-conflict', { value: name }, key);
    return undefined;
  };
  return { scope: conf.scope, handler, close: (end) => closeMap(conf, keys, end) };
}

/** The `}` of a map, where its hash is built; the sizes are those set above it. */
function closeMap(conf: Conf, { exact }: ReturnType<typeof newWildcardKeys>, end: Spot): void {
  const number = (name: string) => conf.scope.set.get(name)?.value as number | undefined;
  const sizes = { max: number('map_hash_max_size') ?? 2048, size: number('map_hash_bucket_size') ?? 64 };
  if (exact.size > 0) reportHash(conf.cycle, end, 'map_hash', [...exact], sizes);
}

interface Range {
  start: bigint;
  end: bigint;
  value: string;
  text: string;
}

interface Geo {
  ranges: boolean;
  /** Networks, or ranges, by their text, with their value. */
  networks: Map<string, string>;
  list: Range[];
  filled: boolean;
  default?: string;
}

function openGeo(conf: Conf): Block {
  const [source, name] = conf.directive.args as [Word, Word | undefined];
  const geo: Geo = { ranges: false, networks: new Map(), list: [], filled: false };
  const ok =
    !name || (source.text[0] === '$' ? useVariable(conf, source.text.slice(1), source) : refuseName(conf, source));
  if (ok) defineNamed(conf, name ?? source);
  return { scope: conf.scope, handler: (line) => readGeoLine(line, geo) };
}

function refuseName(conf: Conf, word: Word): boolean {
  fault(conf, 'variable-name-is', { variable: word.text }, word);
  return false;
}

function readGeoLine(line: Conf, geo: Geo): 'include' | undefined {
  const [key, value, ...more] = wordsOf(line.directive) as [Word, Word | undefined, ...Word[]];
  if (!value && key.text === 'ranges') {
    if (geo.filled) fault(line, 'geo-ranges');
    geo.ranges = true;
  } else if (!value && (key.text === 'proxy_recursive' || key.text === 'volatile')) return undefined;
  else if (!value || more.length > 0) fault(line, 'geo-parameters');
  else if (key.text === 'include') return 'include';
  else if (key.text === 'proxy') readNetwork(line, value);
  else if (geo.ranges) readRange(line, geo, key, value);
  else readCidr(line, geo, key, value);
  return undefined;
}

function readNetwork(line: Conf, word: Word) {
  const cidr = word.text === '255.255.255.255' ? parseCidr('255.255.255.254') : parseCidr(word.text);
  if (!cidr) fault(line, 'geo-network', { value: word.text }, word);
  if (cidr?.lowBits) warn(line, 'low-bits', { value: word.text }, word);
  return cidr;
}

function readCidr(line: Conf, geo: Geo, key: Word, value: Word): void {
  geo.filled = true;
  const deletes = key.text === 'delete';
  const word = deletes ? value : key;
  for (const id of networksOf(line, word, key)) {
    const old = geo.networks.get(id);
    if (deletes) {
      if (!geo.networks.delete(id)) warn(line, 'geo-no-network', { value: word.text }, word);
    } else {
      if (old !== undefined) warn(line, 'geo-duplicate', { value: word.text, new: value.text, old }, word);
      geo.networks.set(id, value.text);
    }
  }
}

/** `default` is two networks: all of IPv4 and all of IPv6 (`ngx_http_geo_cidr`). */
function networksOf(line: Conf, word: Word, key: Word): string[] {
  if (key.text === 'default') return ['inet 0/0', 'inet6 0/0'];
  const cidr = readNetwork(line, word);
  return cidr ? [`${cidr.family} ${cidr.address}/${cidr.bits}`] : [];
}

function readRange(line: Conf, geo: Geo, key: Word, value: Word): void {
  if (key.text === 'default') {
    if (geo.default !== undefined) warn(line, 'geo-default', { value: value.text, old: geo.default }, key);
    geo.default = value.text;
    return;
  }
  const deletes = key.text === 'delete';
  const word = deletes ? value : key;
  const dash = word.text.indexOf('-');
  const [start, end] = [word.text.slice(0, Math.max(dash, 0)), word.text.slice(dash + 1)].map(inetAddress);
  if (dash < 0 || !start || !end || inetBits(start) > inetBits(end))
    return fault(line, 'geo-range', { value: word.text }, word);
  const range = { start: inetBits(start), end: inetBits(end), value: value.text, text: word.text };
  const same = geo.list.find((known) => known.start === range.start && known.end === range.end);
  if (deletes) {
    if (!same) warn(line, 'geo-no-range', { value: word.text }, word);
    else geo.list.splice(geo.list.indexOf(same), 1);
  } else if (same) {
    warn(line, 'geo-range-duplicate', { value: word.text, new: value.text, old: same.value }, word);
    same.value = value.text;
  } else {
    const inside = (known: Range) => known.start < range.start && known.end > range.end;
    const overlap = geo.list.find((known) => known.start <= range.end && known.end >= range.start && !inside(known));
    if (overlap) fault(line, 'geo-range-overlap', { value: word.text, other: overlap.text }, word);
    geo.list.push(range);
  }
}

function openSplitClients(conf: Conf): Block {
  if (compileComplex(conf, argument(conf, 0))) defineNamed(conf, argument(conf, 1));
  let total = 0;
  const handler = (line: Conf) => {
    const [share] = wordsOf(line.directive) as [Word];
    if (share.text === '*') return;
    const [, digits] = /^(\d+(?:\.\d{0,2}\d*)?|\.\d+)%$/.exec(share.text) ?? [];
    const percent = /^\d*(\.\d{0,2})?$/.test(digits ?? 'x') ? Math.round(Number(digits) * 100) : 0;
    if (!percent) fault(line, 'split-percent', { value: share.text }, share);
    total += percent;
  };
  return {
    scope: conf.scope,
    handler,
    close: (end) => {
      if (total > 10000) faultAt(conf.cycle, end, 'split-total');
    },
  };
}

function openCharsetMap(conf: Conf): Block {
  const [from, to] = conf.directive.args as [Word, Word];
  if (from.text.toLowerCase() === to.text.toLowerCase()) fault(conf, 'charset-same', { value: from.text }, from);
  const pair = `charset_map ${[from.text, to.text]
    .map((name) => name.toLowerCase())
    .sort()
    .join(' ')}`;
  if (conf.scope.set.has(pair)) fault(conf, 'charset-duplicate', { first: from.text, second: to.text }, from);
  conf.scope.set.set(pair, { directive: conf.directive, value: true });
  const handler = (line: Conf) => {
    const words = wordsOf(line.directive);
    if (words.length !== 2) return fault(line, 'charset-parameters');
    const wrong = words.find(
      (word, i) => !/^[0-9a-f]+$/i.test(word.text) || (i === 0 && Number.parseInt(word.text, 16) > 255),
    );
    if (wrong) fault(line, 'value', { value: wrong.text }, wrong);
  };
  return { scope: conf.scope, handler };
}
