import { argument, type Conf, fault, setOnce } from '../cycle.ts';
import { compilePattern } from '../pattern.ts';
import { compileComplex, pieceOf, useVariable } from '../script.ts';
import type { Word } from '../tree.ts';
import { addZone } from '../zones.ts';
import { setPasswordFile } from './others.ts';
import type { Setter } from './setters.ts';
import { mentionUpstream } from './upstream.ts';

/** proxy_pass and its kin (`http/modules/ngx_http_proxy_module.c`, fastcgi, uwsgi, scgi, grpc, memcached). */
export const proxy: Record<string, Setter> = {
  '@proxy_pass': setProxyPass,
  '@fastcgi_pass': (conf) => setPass(conf, []),
  '@uwsgi_pass': (conf) => setPass(conf, ['uwsgi://', 'suwsgi://']),
  '@scgi_pass': (conf) => setPass(conf, []),
  '@grpc_pass': (conf) => setPass(conf, ['grpc://', 'grpcs://']),
  '@memcached_pass': setMemcachedPass,
  '@proxy_redirect': setRedirect,
  '@proxy_cookie_domain': setCookieRule,
  '@proxy_cookie_path': setCookieRule,
  '@proxy_cookie_flags': setCookieRule,
  '@upstream_store': setStore,
  '@upstream_cache': setCache,
  '@upstream_cache_key': setCacheKey,
  '@upstream_ssl_password_file': setPasswordFile,
  '@fastcgi_split_path_info': setSplitPathInfo,
};

function setProxyPass(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text)) return;
  if (word.text.includes('$')) return void compileComplex(conf, word);
  const [prefix] = /^https?:\/\//i.exec(word.text) ?? [];
  if (!prefix) return fault(conf, 'url-prefix', {}, word);
  const uri = mentionUpstream(conf, pieceOf(word, prefix.length), prefix.length === 7 ? 80 : 443, true);
  const kind = conf.scope.location?.kind;
  const rewritten = kind === 'named' || kind === 'regex' || kind === 'noname';
  if (uri && rewritten) fault(conf, 'proxy-pass-uri', {}, word);
}

function setPass(conf: Conf, schemes: readonly string[]): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text)) return;
  if (word.text.includes('$')) return void compileComplex(conf, word);
  const scheme = schemes.find((known) => word.text.toLowerCase().startsWith(known)) ?? '';
  mentionUpstream(conf, pieceOf(word, scheme.length), undefined, false);
}

function setMemcachedPass(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text) || mentionUpstream(conf, word, undefined, false) === undefined) return;
  useVariable(conf, 'memcached_key');
}

function setRedirect(conf: Conf): void {
  const { directive, scope } = conf;
  const [first, second] = directive.args as [Word, Word | undefined];
  const setting = scope.set.get(directive.name);
  const off = !second && first.text === 'off';
  if (setting?.value === 'off' || (setting && off)) return fault(conf, 'duplicate', {}, directive.nameRange);
  scope.set.set(directive.name, { directive, value: off ? 'off' : 'on' });
  if (off) return;
  if (!second && first.text !== 'default') return fault(conf, 'parameter', { value: first.text }, first);
  if (!second) {
    const pass = scope.set.get('proxy_pass')?.value as string | undefined;
    if (pass?.includes('$')) fault(conf, 'proxy-redirect-variables', {}, first);
    else if (pass === undefined) fault(conf, 'proxy-redirect-early', {}, first);
    return;
  }
  if (compileMatcher(conf, first)) compileComplex(conf, second);
}

function setCookieRule(conf: Conf): void {
  const { directive, scope } = conf;
  const [first, ...rest] = directive.args as [Word, ...Word[]];
  const setting = scope.set.get(directive.name);
  const off = rest.length === 0 && first.text === 'off';
  if (setting?.value === 'off' || (setting && off)) return fault(conf, 'duplicate', {}, directive.nameRange);
  scope.set.set(directive.name, { directive, value: off ? 'off' : 'on' });
  if (off) return;
  if (rest.length === 0) return fault(conf, 'parameter', { value: first.text }, first);
  if (compileMatcher(conf, first)) rest.every((word) => compileComplex(conf, word));
}

/** `~pattern`, `~*pattern` or a value with variables. */
function compileMatcher(conf: Conf, word: Word): boolean {
  if (word.text[0] !== '~') return compileComplex(conf, word);
  const at = word.text[1] === '*' ? 2 : 1;
  return compilePattern(conf, pieceOf(word, at));
}

const familyOf = (conf: Conf) => conf.directive.name.slice(0, conf.directive.name.indexOf('_'));

function setStore(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text) || word.text === 'off') return;
  if (isOn(conf, `${familyOf(conf)}_cache`)) return incompatible(conf, `${familyOf(conf)}_cache`);
  if (word.text !== 'on') compileComplex(conf, word);
}

function setCache(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text) || word.text === 'off') return;
  if (isOn(conf, `${familyOf(conf)}_store`)) return incompatible(conf, `${familyOf(conf)}_store`);
  if (word.text.includes('$')) return void compileComplex(conf, word);
  addZone(conf, word.text, 0, `${familyOf(conf)}_cache`, word);
}

function isOn(conf: Conf, name: string): boolean {
  const value = conf.scope.set.get(name)?.value;
  return value !== undefined && value !== 'off';
}

function incompatible(conf: Conf, other: string): void {
  fault(conf, 'directive-text', { text: `is incompatible with "${other}"` }, conf.directive.nameRange);
}

function setCacheKey(conf: Conf): void {
  if (setOnce(conf, argument(conf, 0).text)) compileComplex(conf, argument(conf, 0));
}

function setSplitPathInfo(conf: Conf): void {
  const word = argument(conf, 0);
  setOnce(conf, word.text);
  if (!compilePattern(conf, word)) return;
  const groups = word.text.match(/(?<!\\)\((?!\?[^P<'])/g)?.length ?? 0;
  if (groups !== 2) fault(conf, 'captures', { value: word.text }, word);
}
