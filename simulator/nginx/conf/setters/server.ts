import { own } from '../../../core/own.ts';
import { cString } from '../bytes.ts';
import { argument, type Block, type Conf, fault, newScope, setOnce, spotOf, warn } from '../cycle.ts';
import { closeHttp } from '../http-end.ts';
import { compilePattern } from '../pattern.ts';
import { compileComplex, lowerAscii, pieceOf } from '../script.ts';
import type { Word } from '../tree.ts';
import { addDefaultListen } from './listen.ts';
import type { Setter } from './setters.ts';

/** `http`, `server`, `location` and what else opens a level of settings (`http/ngx_http_core_module.c`). */
export const server: Record<string, Setter> = {
  '@block': openHttp,
  '@core_server': openServer,
  '@core_server_name': setServerName,
  '@core_location': openLocation,
  '@core_limit_except': openLimitExcept,
  '@core_root': setRoot,
  '@core_internal': (conf) => void setOnce(conf, true),
  '@core_error_page': setErrorPage,
  '@try_files': setTryFiles,
  '@index_set_index': setIndex,
};

function openHttp(conf: Conf): Block {
  const { cycle } = conf;
  if (cycle.http.scope) {
    fault(conf, 'duplicate', {}, conf.directive.nameRange);
    return { scope: newScope('h', conf.scope, conf.directive) };
  }
  const scope = newScope('h', conf.scope, conf.directive);
  cycle.http.scope = scope;
  return { scope, close: (end) => closeHttp(cycle, scope, end) };
}

function openServer(conf: Conf): Block {
  const { cycle, directive } = conf;
  const scope = newScope('s', conf.scope, directive);
  const spot = spotOf(directive, directive.nameRange);
  scope.server = { names: [], listens: 0, spot };
  cycle.http.servers.push(scope);
  return {
    scope,
    close: () => {
      if (scope.server?.listens === 0) addDefaultListen(cycle, scope, spot);
    },
  };
}

function setServerName(conf: Conf): void {
  for (const word of conf.directive.args) {
    const { text } = word;
    const wrong = text[0] === '*' ? text.length < 3 || text[1] !== '.' : text === '.';
    if (wrong) return fault(conf, 'server-name', { value: text }, word);
    if (cString(text).includes('/')) warn(conf, 'server-name-suspicious', { value: text }, word);
    const regex = text[0] === '~';
    if (text === '~') return fault(conf, 'server-name-regex', { value: text }, word);
    const name = regex ? text.slice(1) : lowerAscii(text);
    conf.scope.server?.names.push({ name, regex, spot: spotOf(conf.directive, word) });
    if (regex && !compilePattern(conf, pieceOf(word, 1))) return;
  }
}

interface LocationName {
  kind: 'prefix' | 'exact' | 'noregex' | 'regex' | 'named';
  word: Word;
  /** Where the name begins in the word. */
  at: number;
}

function openLocation(conf: Conf): Block {
  const { cycle, directive } = conf;
  const scope = newScope('l', conf.scope, directive);
  const read = readLocationName(conf);
  if (!read) return { scope };
  const { kind, word, at } = read;
  const name = word.text.slice(at);
  const outer = conf.scope.location;
  const spot = spotOf(directive, word);
  scope.location = { name, kind, server: outer?.server ?? conf.scope, spot };
  if (kind === 'regex' && !compilePattern(conf, pieceOf(word, at))) return { scope };
  if (conf.scope.context === 'l' && outer) {
    const values = { inner: name, outer: outer.name };
    if (outer.kind === 'exact') fault(conf, 'location-in-exact', values, word);
    else if (outer.kind === 'named') fault(conf, 'location-in-named', values, word);
    else if (kind === 'named') fault(conf, 'location-named', values, word);
    else if (kind !== 'regex' && !name.startsWith(outer.name)) fault(conf, 'location-outside', values, word);
  }
  cycle.http.locations.push(scope);
  return { scope };
}

function readLocationName(conf: Conf): LocationName | undefined {
  const [first, second] = conf.directive.args as [Word, Word | undefined];
  const modifiers: Readonly<Record<string, LocationName['kind']>> = {
    '=': 'exact',
    '^~': 'noregex',
    '~': 'regex',
    '~*': 'regex',
  };
  if (second) {
    const kind = own(modifiers, first.text);
    if (kind) return { kind, word: second, at: 0 };
    fault(conf, 'location-modifier', { value: first.text }, first);
    return undefined;
  }
  const [modifier = ''] = /^(=|\^~|~\*?)/.exec(first.text) ?? [];
  const kind = modifier ? modifiers[modifier] : first.text[0] === '@' ? 'named' : 'prefix';
  return { kind: kind ?? 'prefix', word: first, at: modifier.length };
}

const METHODS = 'GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH'.split(' ');

function openLimitExcept(conf: Conf): Block {
  const scope = nameless(conf, 'x');
  if (
    setOnce(
      conf,
      conf.directive.args.map((word) => word.text),
    )
  ) {
    const wrong = conf.directive.args.find((word) => !METHODS.includes(word.text.toUpperCase()));
    if (wrong) fault(conf, 'method', { value: wrong.text }, wrong);
  }
  return { scope };
}

/** A level of location settings without a name of its own: `if`, `limit_except`. */
export function nameless(conf: Conf, context: 'x' | 'i' | 'I') {
  const scope = newScope(context, conf.scope, conf.directive);
  const outer = conf.scope.location;
  const spot = spotOf(conf.directive, conf.directive.nameRange);
  scope.location = { name: outer?.name ?? '', kind: 'noname', server: outer?.server ?? conf.scope, spot };
  conf.cycle.http.locations.push(scope);
  return scope;
}

function setRoot(conf: Conf): void {
  const { name } = conf.directive;
  const word = argument(conf, 0);
  const other = name === 'root' ? 'alias' : 'root';
  if (conf.scope.set.has(other)) return fault(conf, 'duplicate-of', { earlier: other }, conf.directive.nameRange);
  if (conf.scope.set.has(name)) return fault(conf, 'duplicate', {}, conf.directive.nameRange);
  if (name === 'alias' && conf.scope.location?.kind === 'named') return fault(conf, 'alias-named');
  const [, variable] = /\$\{?(document_root|realpath_root)/.exec(cString(word.text)) ?? [];
  if (variable) return fault(conf, 'root-variable', { variable }, word);
  setOnce(conf, word.text);
  compileComplex(conf, word);
}

function setErrorPage(conf: Conf): void {
  const words = conf.directive.args;
  const uri = words.at(-1) as Word;
  const answer = words.at(-2) as Word;
  const overwrites = answer.text.startsWith('=');
  if (overwrites && (words.length === 2 || !/^=\d*$/.test(answer.text)))
    return fault(conf, 'value', { value: answer.text }, answer);
  if (!compileComplex(conf, uri)) return;
  for (const word of words.slice(0, overwrites ? -2 : -1)) {
    const code = Number(word.text);
    if (!/^\d+$/.test(word.text) || code === 499) return fault(conf, 'value', { value: word.text }, word);
    if (code < 300 || code > 599) return fault(conf, 'error-page-code', { value: word.text }, word);
  }
}

function setTryFiles(conf: Conf): void {
  const words = conf.directive.args;
  if (
    !setOnce(
      conf,
      words.map((word) => word.text),
    )
  )
    return;
  if (!words.every((word) => compileComplex(conf, word))) return;
  const last = words.at(-1) as Word;
  if (last.text[0] !== '=') return;
  const code = Number(last.text.slice(1));
  if (!/^=\d+$/.test(last.text) || code > 999) fault(conf, 'try-code', { value: last.text }, last);
}

function setIndex(conf: Conf): void {
  const words = conf.directive.args;
  for (const [i, word] of words.entries()) {
    if (word.text[0] === '/' && i !== words.length - 1) warn(conf, 'index-last', {}, word);
    if (word.text === '') return fault(conf, 'index-invalid', { value: words[0]?.text ?? '' }, word);
    if (!compileComplex(conf, word)) return;
  }
}
