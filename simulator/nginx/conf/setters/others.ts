import { argument, type Conf, fault, setOnce, warn } from '../cycle.ts';
import { confName } from '../environment.ts';
import { checkPattern } from '../pattern.ts';
import { compileComplex, defineVariable, pieceOf, useVariable } from '../script.ts';
import type { Word } from '../tree.ts';
import { parseMilliseconds, parseOffset, parseSeconds, parseSize } from '../values.ts';
import { addZone } from '../zones.ts';
import { append, generic } from './generic.ts';
import type { Setter } from './setters.ts';
import { MIN_ZONE } from './upstream.ts';

const accept = () => undefined;

/** The remaining directives with rules of their own, module by module. */
export const others: Record<string, Setter> = {
  '@core_keepalive': setKeepaliveTimeout,
  '@core_set_aio': setAio,
  '@core_directio': setDirectio,
  '@disable_symlinks': setDisableSymlinks,
  '@gzip_disable': setGzipDisable,
  '@headers_add': addHeader,
  '@headers_expires': setExpires,
  '@set_charset_slot': setCharset,
  '@sub_filter': setSubFilter,
  '@auth_basic_user_file': setComplexOnce,
  '@auth_request': setString,
  '@auth_request_set': setAuthVariable,
  '@mirror': (conf) => append(conf, argument(conf, 0).text),
  '@userid_expires': setUseridExpires,
  '@userid_mark': setUseridMark,
  '@modern_browser': setModernBrowser,
  '@ancient_browser': accept,
  '@modern_browser_value': accept,
  '@ancient_browser_value': accept,
  '@v2_push': setPush,
  '@v2_obsolete': (conf) =>
    warn(conf, 'obsolete', { name: conf.directive.name, replacement: conf.command.replacement ?? '' }),
  '@set_stub_status': accept,
  '@empty_gif': accept,
  '@flv': accept,
  '@mp4': accept,
  '@ssl_enable': setSsl,
  '@ssl_password_file': setPasswordFile,
  '@ssl_session_cache': setSessionCache,
  '@ssl_ocsp_cache': setOcspCache,
};

function setString(conf: Conf): void {
  setOnce(conf, argument(conf, 0).text);
}

function setComplexOnce(conf: Conf): void {
  if (setOnce(conf, argument(conf, 0).text)) compileComplex(conf, argument(conf, 0));
}

/** ngx_ssl_read_password_file: the file is opened at once. */
export function setPasswordFile(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text)) return;
  // The name of the configuration's own folder: it opens, and reading it fails.
  if (word.text === '' || word.text === '.')
    return fault(conf, 'read-failed', { path: word.text, error: '21: Is a directory' }, word);
  const path = confName(word.text);
  if (conf.cycle.environment.exists(path) || Object.hasOwn(conf.cycle.files, path)) return;
  fault(conf, 'open-failed', { path, error: '2: No such file or directory' }, word);
}

function setKeepaliveTimeout(conf: Conf): void {
  const [timeout, header] = conf.directive.args as [Word, Word | undefined];
  if (!setOnce(conf, parseMilliseconds(timeout.text))) return;
  if (parseMilliseconds(timeout.text) === undefined) fault(conf, 'invalid-value', {}, timeout);
  else if (header && parseSeconds(header.text) === undefined) fault(conf, 'invalid-value', {}, header);
}

function setAio(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text) || /^(off|threads)$/.test(word.text)) return;
  if (word.text === 'on') return fault(conf, 'aio', {}, word);
  if (!word.text.startsWith('threads=')) return fault(conf, 'invalid-value', {}, word);
  const piece = pieceOf(word, 8);
  if (!compileComplex(conf, piece) || piece.text.includes('$')) return;
  const pools = conf.cycle.threadPools;
  if (!pools.has(piece.text)) {
    const { file, line } = conf.directive;
    pools.set(piece.text, { threads: false, place: { file, line, from: piece.from, to: piece.to } });
  }
}

function setDirectio(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text) || word.text === 'off') return;
  if (parseOffset(word.text) === undefined) fault(conf, 'invalid-value', {}, word);
}

function setDisableSymlinks(conf: Conf): void {
  if (!setOnce(conf, argument(conf, 0).text)) return;
  let mode: string | undefined;
  for (const word of conf.directive.args) {
    if (/^(off|on|if_not_owner)$/.test(word.text)) mode = word.text;
    else if (!word.text.startsWith('from=')) return fault(conf, 'parameter', { value: word.text }, word);
    else if (!compileComplex(conf, pieceOf(word, 5))) return;
  }
  if (!mode) fault(conf, 'disable-symlinks', { value: conf.directive.name });
  else if (mode === 'off' && conf.directive.args.length === 2) fault(conf, 'disable-symlinks-from');
}

function setGzipDisable(conf: Conf): void {
  conf.directive.args.every((word) => word.text === 'msie6' || checkPattern(conf, word));
}

function addHeader(conf: Conf): void {
  const [, value, always] = conf.directive.args as [Word, Word, Word | undefined];
  if (!compileComplex(conf, value)) return;
  if (always && always.text !== 'always') fault(conf, 'parameter', { value: always.text }, always);
}

const DAY = 86400;

function setExpires(conf: Conf): void {
  const [first, second] = conf.directive.args as [Word, Word | undefined];
  if (!setOnce(conf, first.text)) return;
  if (second && first.text !== 'modified') return fault(conf, 'invalid-value', {}, first);
  const word = second ?? first;
  if (!compileComplex(conf, word) || word.text.includes('$')) return;
  if (!second && /^(epoch|max|off)$/.test(word.text)) return;
  const daily = word.text[0] === '@';
  if (daily && second) {
    return fault(conf, 'directive-text', { text: 'daily time cannot be used with "modified" parameter' }, word);
  }
  const seconds = parseSeconds(word.text.replace(/^[@+-]/, ''));
  if (seconds === undefined) fault(conf, 'invalid-value', {}, word);
  else if (daily && seconds > DAY) {
    fault(conf, 'directive-text', { text: 'daily time value must be less than 24 hours' }, word);
  }
}

function setCharset(conf: Conf): void {
  const word = argument(conf, 0);
  if (setOnce(conf, word.text) && word.text[0] === '$') useVariable(conf, word.text.slice(1), word);
}

function setSubFilter(conf: Conf): void {
  const [search, replacement] = conf.directive.args as [Word, Word];
  if (search.text === '') return fault(conf, 'search-pattern', {}, search);
  if (compileComplex(conf, search)) compileComplex(conf, replacement);
}

function setAuthVariable(conf: Conf): void {
  const [name, value] = conf.directive.args as [Word, Word];
  if (name.text[0] !== '$') return fault(conf, 'variable-name-is', { variable: name.text }, name);
  const variable = name.text.slice(1);
  if (defineVariable(conf, variable, name) && useVariable(conf, variable, name)) compileComplex(conf, value);
}

function setUseridExpires(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text) || word.text === 'max' || word.text === 'off') return;
  if (parseSeconds(word.text) === undefined) fault(conf, 'invalid-value', {}, word);
}

function setUseridMark(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text) || word.text === 'off' || /^[A-Za-z0-9=]$/.test(word.text)) return;
  fault(conf, 'directive-text', { text: 'value must be "off" or a single letter, digit or "="' }, word);
}

function setModernBrowser(conf: Conf): void {
  const [name, version] = conf.directive.args as [Word, Word | undefined];
  // nginx fails here without a word.
  if (!version) return name.text === 'unlisted' ? undefined : fault(conf, 'browser-unlisted', {}, name);
  if (!/^(msie|gecko|opera|safari|konqueror)$/.test(name.text)) fault(conf, 'browser-name', { value: name.text }, name);
  else if (!/^[\d.]+$/.test(version.text)) fault(conf, 'browser-version', { value: version.text }, version);
}

function setPush(conf: Conf): void {
  const word = argument(conf, 0);
  if (word.text === 'off') setOnce(conf, 'off');
  else if (conf.scope.set.get(conf.directive.name)?.value === 'off') {
    fault(conf, 'directive-text', { text: '"off" parameter cannot be used with URI' }, word);
  } else if (compileComplex(conf, word)) append(conf, word.text);
}

function setSsl(conf: Conf): void {
  const before = conf.cycle.problems.length;
  generic.flag?.(conf);
  if (conf.cycle.problems.length > before) return;
  warn(conf, 'deprecated', { name: 'ssl', replacement: 'listen ... ssl' }, conf.directive.nameRange);
}

function setSessionCache(conf: Conf): void {
  for (const word of conf.directive.args) {
    const [, name, size = ''] = /^shared:([^:]+):(.*)$/s.exec(word.text) ?? [];
    const bytes = parseSize(size);
    if (name && bytes !== undefined) {
      if (bytes < MIN_ZONE) return fault(conf, 'session-cache-small', { value: word.text }, word);
      if (!addZone(conf, name, bytes, 'ssl', word)) return;
    } else if (!/^(off|none|builtin(:\d+)?)$/.test(word.text))
      return fault(conf, 'session-cache', { value: word.text }, word);
  }
}

function setOcspCache(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text) || word.text === 'off') return;
  const [, name, size = ''] = /^shared:([^:]+):(.*)$/s.exec(word.text) ?? [];
  const bytes = parseSize(size);
  if (!name || bytes === undefined) return fault(conf, 'ocsp-cache', { value: word.text }, word);
  if (bytes < MIN_ZONE) return fault(conf, 'ocsp-cache-small', { value: word.text }, word);
  addZone(conf, name, bytes, 'ocsp', word);
}
