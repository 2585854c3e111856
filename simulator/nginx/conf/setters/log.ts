import { cString } from '../bytes.ts';
import { argument, type Conf, fault, setOnce, spotOf } from '../cycle.ts';
import { fullPath } from '../environment.ts';
import { compileComplex, pieceOf, useVariable } from '../script.ts';
import type { Word } from '../tree.ts';
import { parseMilliseconds, parseNumber, parseSeconds, parseSize } from '../values.ts';
import type { Setter } from './setters.ts';
import { setSyslog } from './syslog.ts';

/** `http/modules/ngx_http_log_module.c`, and the caches of open files. */
export const log: Record<string, Setter> = {
  '@log_set_format': setFormat,
  '@log_set_log': setLog,
  '@core_open_file_cache': (conf) => setFileCache(conf, ['max', 'inactive'], 'open-file-cache-max'),
  '@log_open_file_cache': (conf) =>
    setFileCache(conf, ['max', 'inactive', 'min_uses', 'valid'], 'open-log-file-cache-max'),
};

/** Names that the log module computes itself. */
const OWN = 'pipe time_local time_iso8601 msec request_time status bytes_sent body_bytes_sent request_length'.split(
  ' ',
);

function setFormat(conf: Conf): void {
  const [name, ...rest] = conf.directive.args as [Word, ...Word[]];
  const formats = conf.cycle.http.logFormats;
  if (formats.has(name.text)) return fault(conf, 'log-format-duplicate', { value: name.text }, name);
  formats.add(name.text);
  const escape = rest[0]?.text.startsWith('escape=') ? rest.shift() : undefined;
  const escaping = escape?.text.slice('escape='.length);
  if (escape && !/^(default|json|none)$/.test(escaping ?? '')) {
    return fault(conf, 'log-escaping', { value: cString(escaping ?? '') }, escape);
  }
  rest.every((word) => compileFormat(conf, word));
}

function compileFormat(conf: Conf, word: Word): boolean {
  const { text } = word;
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at)) {
    const [all = '', open = '', name = '', close = ''] =
      /^\$(\{?)([A-Za-z0-9_]*)(\}?)/.exec(text.slice(at, at + 4096)) ?? [];
    const end = at + all.length - (open ? 0 : close.length);
    if (open && !close && at + 2 < text.length) {
      fault(conf, 'variable-bracket', { variable: name }, word);
      return false;
    }
    if (name === '') {
      fault(conf, 'parameter', { value: cString(text.slice(at)) }, word);
      return false;
    }
    if (!OWN.includes(name)) useVariable(conf, name, pieceOf(word, at, end));
    at = end;
  }
  return true;
}

function setLog(conf: Conf): void {
  const [file, format, ...parameters] = conf.directive.args as [Word, Word | undefined, ...Word[]];
  if (file.text === 'off') {
    if (format) fault(conf, 'parameter', { value: format.text }, format);
    return;
  }
  const syslog = file.text.startsWith('syslog:');
  const scripted = !syslog && file.text.includes('$');
  if (syslog) {
    if (!setSyslog(conf, file)) return;
  } else if (scripted) {
    if (!compileComplex(conf, file)) return;
  } else if (file.text !== '')
    conf.cycle.logs.push({ path: fullPath(cString(file.text)), place: spotOf(conf.directive, file) });
  const name = format?.text ?? 'combined';
  const known = [...conf.cycle.http.logFormats].some((other) => other.toLowerCase() === name.toLowerCase());
  if (!known) return fault(conf, 'log-format-unknown', { value: name }, format ?? file);
  checkBuffering(conf, file, parameters, syslog, scripted);
}

function checkBuffering(conf: Conf, file: Word, parameters: Word[], syslog: boolean, scripted: boolean): void {
  let size = 0;
  let flush = 0;
  for (const word of parameters) {
    const [, key = '', value = ''] = /^(buffer=|flush=|gzip=|gzip$|if=)(.*)$/s.exec(word.text) ?? [];
    if (key === 'buffer=') {
      size = parseSize(value) ?? 0;
      if (size === 0) return fault(conf, 'buffer-size', { value }, word);
    } else if (key === 'flush=') {
      flush = parseMilliseconds(value) ?? 0;
      if (flush === 0) return fault(conf, 'log-flush', { value }, word);
    } else if (key.startsWith('gzip')) {
      size ||= 65536;
      const level = key === 'gzip' ? 1 : (parseNumber(value) ?? 0);
      if (level < 1 || level > 9) return fault(conf, 'log-compression', { value }, word);
    } else if (key === 'if=') {
      if (!compileComplex(conf, pieceOf(word, 3))) return;
    } else return fault(conf, 'parameter', { value: word.text }, word);
  }
  // Where syslog's parameters were separated, ngx_syslog_parse_args has left zero bytes.
  if (flush && size === 0)
    fault(conf, 'log-no-buffer', { value: syslog ? file.text.replaceAll(',', '\0') : file.text }, file);
  else if (size && scripted) fault(conf, 'log-buffer-variables', {}, file);
  else if (size && syslog) fault(conf, 'log-buffer-syslog', {}, file);
  else if (size) checkSameBuffer(conf, file, parameters);
}

/** Two access_logs into one file must agree on their buffer. */
function checkSameBuffer(conf: Conf, file: Word, parameters: Word[]): void {
  const { set } = conf.cycle.main;
  const key = `access_log ${fullPath(file.text)}`;
  const wanted = parameters
    .filter((word) => !word.text.startsWith('if='))
    .map((word) => word.text)
    .sort()
    .join(' ');
  const known = set.get(key);
  if (known && known.value !== wanted) fault(conf, 'log-conflict', { value: file.text }, file);
  else set.set(key, { directive: conf.directive, value: wanted });
}

function setFileCache(
  conf: Conf,
  keys: readonly string[],
  missing: 'open-file-cache-max' | 'open-log-file-cache-max',
): void {
  if (!setOnce(conf, argument(conf, 0).text)) return;
  let max = 0;
  let off = false;
  for (const word of conf.directive.args) {
    const [, key = '', value = ''] = /^([a-z_]+)=(.*)$/s.exec(word.text) ?? [];
    const count = parseNumber(value);
    // The cache of log files takes 0 for a number; the other one does not.
    const number =
      key !== 'max' && key !== 'min_uses'
        ? parseSeconds(value)
        : missing === 'open-file-cache-max'
          ? count || undefined
          : count;
    if (word.text === 'off') off = true;
    else if (!keys.includes(key) || number === undefined) {
      return fault(conf, 'open-file-cache', { value: word.text }, word);
    } else if (key === 'max') max = number;
  }
  if (!off && max === 0) fault(conf, missing);
}
