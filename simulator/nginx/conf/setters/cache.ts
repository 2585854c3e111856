import { own } from '../../../core/own.ts';
import { type Conf, fault, spotOf } from '../cycle.ts';
import { fullPath } from '../environment.ts';
import type { Word } from '../tree.ts';
import { parseMilliseconds, parseNumber, parseOffset, parseSeconds, parseSize } from '../values.ts';
import { addZone } from '../zones.ts';
import { append } from './generic.ts';
import type { Setter } from './setters.ts';

/** `http/ngx_http_file_cache.c` and directories for temporary files. */
export const cache: Record<string, Setter> = {
  '@cache_path': setCachePath,
  '@cache_valid': setCacheValid,
  path: setPath,
};

const PARAMETERS: Readonly<Record<string, (text: string) => number | undefined>> = {
  inactive: parseSeconds,
  max_size: parseOffset,
  min_free: parseOffset,
  loader_files: parseNumber,
  loader_sleep: parseMilliseconds,
  loader_threshold: parseMilliseconds,
  manager_files: parseNumber,
  manager_sleep: parseMilliseconds,
  manager_threshold: parseMilliseconds,
};

/** Two pages of 4 kB. */
const MIN_KEYS_ZONE = 2 * 4096;

interface KeysZone {
  name: string;
  size: number;
}

function setCachePath(conf: Conf): void {
  const [path, ...parameters] = conf.directive.args as [Word, ...Word[]];
  let zone: KeysZone | undefined;
  for (const word of parameters) {
    const [, key = '', value = ''] = /^([a-z_]+)=(.*)$/s.exec(word.text) ?? [];
    if (key === 'keys_zone') {
      zone = readKeysZone(conf, word, value);
      if (!zone) return;
    } else if (!checkParameter(conf, word, key, value)) return;
  }
  if (!zone?.name || zone.size === 0) return fault(conf, 'cache-no-zone');
  conf.cycle.paths.push({
    path: fullPath(path.text.replace(/\/$/, '')),
    levels: '',
    spot: spotOf(conf.directive, path),
  });
  const tag = `${conf.directive.name.slice(0, conf.directive.name.indexOf('_'))}_cache`;
  const known = conf.cycle.zones.get(zone.name);
  if (known?.size && known.tag === tag) fault(conf, 'cache-duplicate', { value: zone.name });
  else addZone(conf, zone.name, zone.size, tag, path);
}

function checkParameter(conf: Conf, word: Word, key: string, value: string): boolean {
  const parse = own(PARAMETERS, key);
  if (key === 'levels') {
    if (/^[12](:[12]){0,2}$/.test(value)) return true;
    fault(conf, 'cache-levels', { value: word.text }, word);
  } else if (key === 'use_temp_path') {
    if (value === 'on' || value === 'off') return true;
    fault(conf, 'cache-temp-path', { value: word.text }, word);
  } else if (!parse) fault(conf, 'parameter', { value: word.text }, word);
  else if (parse(value) !== undefined) return true;
  else fault(conf, 'cache-value', { parameter: key, value: word.text }, word);
  return false;
}

function readKeysZone(conf: Conf, word: Word, value: string): KeysZone | undefined {
  const colon = value.indexOf(':');
  const size = colon < 0 ? undefined : parseSize(value.slice(colon + 1));
  if (size === undefined) fault(conf, 'cache-keys-size', { value: word.text }, word);
  else if (size < MIN_KEYS_ZONE) fault(conf, 'cache-keys-small', { value: word.text }, word);
  else return { name: value.slice(0, colon), size };
  return undefined;
}

function setCacheValid(conf: Conf): void {
  const words = conf.directive.args;
  const time = words.at(-1) as Word;
  if (parseSeconds(time.text) === undefined) return fault(conf, 'cache-time', { value: time.text }, time);
  for (const word of words.slice(0, -1)) {
    const status = parseNumber(word.text) ?? 0;
    if (word.text !== 'any' && (status < 100 || status > 599))
      return fault(conf, 'cache-status', { value: word.text }, word);
  }
  append(
    conf,
    words.map((word) => word.text),
  );
}

/** ngx_conf_set_path_slot: a directory and up to three levels below it. */
function setPath(conf: Conf): void {
  const { directive, scope, cycle } = conf;
  const [path, ...levels] = directive.args as [Word, ...Word[]];
  if (scope.set.has(directive.name)) return fault(conf, 'duplicate', {}, directive.nameRange);
  scope.set.set(directive.name, { directive, value: path.text });
  let total = 0;
  for (const word of levels) {
    const level = parseNumber(word.text);
    total += (level ?? 0) + 1;
    if (!level || total > 12) return fault(conf, 'invalid-value', {}, word);
  }
  const text = levels.map((word) => word.text).join(':');
  cycle.paths.push({ path: fullPath(path.text.replace(/\/$/, '')), levels: text, spot: spotOf(directive, path) });
}
