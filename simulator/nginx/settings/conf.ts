import { addressBytes } from '../address.ts';
import type { Directive } from '../conf/tree.ts';
import { flag, type Grouped, inherited, inheritedList, placeOf, word } from './directives.ts';
import type {
  AccessRule,
  AddHeader,
  Cidr,
  Conf,
  ErrorLog,
  ErrorPage,
  LogLevel,
  ProxySettings,
  RealIp,
  Replacement,
} from './settings.ts';
import { bytes, milliseconds, template } from './values.ts';

/** What the directives of one block make of what holds around it (`ngx_http_*_merge_loc_conf`). */
export function confOf(block: Grouped, outer: Conf): Conf {
  return {
    proxyPass: undefined,
    proxy: proxySettings(block, outer.proxy),
    addHeaders: inheritedList(block, 'add_header', addHeader, outer.addHeaders),
    errorPages: inheritedList(block, 'error_page', errorPage, outer.errorPages),
    accessLog: inheritedList(block, 'access_log', accessLog, outer.accessLog),
    errorLog: inherited(block, 'error_log', errorLog, outer.errorLog),
    realIp: realIp(block, outer.realIp),
    serverTokens: inherited(block, 'server_tokens', (one) => word(one).toLowerCase() !== 'off', outer.serverTokens),
    absoluteRedirect: inherited(block, 'absolute_redirect', flag, outer.absoluteRedirect),
    serverNameInRedirect: inherited(block, 'server_name_in_redirect', flag, outer.serverNameInRedirect),
    portInRedirect: inherited(block, 'port_in_redirect', flag, outer.portInRedirect),
    msiePadding: inherited(block, 'msie_padding', flag, outer.msiePadding),
    mergeSlashes: inherited(block, 'merge_slashes', flag, outer.mergeSlashes),
    access: accessRules(block) ?? outer.access,
    tryFiles: inherited(block, 'try_files', (one) => one.args.map(({ text }) => template(text)), []),
    root: inherited(block, 'root', (one) => absolute(word(one)), outer.root),
    alias: inherited<string | undefined>(block, 'alias', (one) => absolute(word(one)), undefined),
    index: inherited(block, 'index', (one) => one.args.map(({ text }) => text), outer.index),
    defaultType: inherited(block, 'default_type', word, outer.defaultType),
    clientMaxBodySize: inherited(block, 'client_max_body_size', (one) => bytes(word(one)), outer.clientMaxBodySize),
    resolver: block.has('resolver') || outer.resolver,
  };
}

/** What holds where nothing is written. Paths are those of the Debian and nginx.org packages. */
export const defaultConf: Conf = {
  proxyPass: undefined,
  proxy: {
    connectTimeout: 60_000,
    readTimeout: 60_000,
    nextUpstream: { conditions: ['error', 'timeout'], place: undefined },
    nextUpstreamTries: { limit: 0, place: undefined },
    nextUpstreamTimeout: { limit: 0, place: undefined },
    httpVersion: '1.0',
    setHeaders: defaultHeaders(),
    passRequestHeaders: true,
    method: undefined,
    bufferSize: 4096,
    redirects: ['default'],
    cookiePaths: [],
    hideHeaders: [],
    passHeaders: [],
    interceptErrors: false,
    ignoreClientAbort: false,
  },
  addHeaders: [],
  errorPages: [],
  accessLog: [{ file: '/var/log/nginx/access.log', format: 'combined' }],
  errorLog: { file: '/var/log/nginx/error.log', level: 'error' },
  realIp: { from: [], header: 'X-Real-IP', recursive: false, place: undefined },
  serverTokens: true,
  absoluteRedirect: true,
  serverNameInRedirect: false,
  portInRedirect: true,
  msiePadding: true,
  mergeSlashes: true,
  access: [],
  tryFiles: [],
  root: '/usr/share/nginx/html',
  alias: undefined,
  index: ['index.html'],
  defaultType: 'text/plain',
  clientMaxBodySize: 1_048_576,
  resolver: false,
};

function proxySettings(block: Grouped, outer: ProxySettings): ProxySettings {
  const time = (name: string, value: number) => inherited(block, name, (one) => milliseconds(word(one)), value);
  return {
    connectTimeout: time('proxy_connect_timeout', outer.connectTimeout),
    readTimeout: time('proxy_read_timeout', outer.readTimeout),
    nextUpstream: inherited(
      block,
      'proxy_next_upstream',
      (one) => ({ conditions: one.args.map(({ text }) => text), place: placeOf(one) }),
      outer.nextUpstream,
    ),
    nextUpstreamTries: inherited(
      block,
      'proxy_next_upstream_tries',
      (one) => ({ limit: Number(word(one)), place: placeOf(one) }),
      outer.nextUpstreamTries,
    ),
    nextUpstreamTimeout: inherited(
      block,
      'proxy_next_upstream_timeout',
      (one) => ({ limit: milliseconds(word(one)) ?? 0, place: placeOf(one) }),
      outer.nextUpstreamTimeout,
    ),
    httpVersion: inherited(
      block,
      'proxy_http_version',
      (one) => (word(one) === '1.1' ? '1.1' : '1.0'),
      outer.httpVersion,
    ),
    setHeaders: setHeaders(block.get('proxy_set_header')) ?? outer.setHeaders,
    passRequestHeaders: inherited(block, 'proxy_pass_request_headers', flag, outer.passRequestHeaders),
    method: inherited(block, 'proxy_method', word, outer.method),
    bufferSize: inherited(block, 'proxy_buffer_size', (one) => bytes(word(one)), outer.bufferSize),
    redirects: inheritedList(block, 'proxy_redirect', proxyRedirect, outer.redirects),
    cookiePaths: inheritedList(block, 'proxy_cookie_path', replacement, outer.cookiePaths),
    hideHeaders: inheritedList(block, 'proxy_hide_header', (one) => [word(one).toLowerCase()], outer.hideHeaders),
    passHeaders: inheritedList(block, 'proxy_pass_header', (one) => [word(one).toLowerCase()], outer.passHeaders),
    interceptErrors: inherited(block, 'proxy_intercept_errors', flag, outer.interceptErrors),
    ignoreClientAbort: inherited(block, 'proxy_ignore_client_abort', flag, outer.ignoreClientAbort),
  };
}

/** The headers nginx sends to a backend without being told (`ngx_http_proxy_headers`). */
function defaultHeaders(): ProxySettings['setHeaders'] {
  return [
    ['Host', '$proxy_host'],
    ['Connection', 'close'],
    ['Content-Length', '$proxy_internal_body_length'],
    ['Transfer-Encoding', '$proxy_internal_chunked'],
    ['TE', ''],
    ['Keep-Alive', ''],
    ['Expect', ''],
    ['Upgrade', ''],
  ].map(([name = '', value = '']) => ({ name, value: template(value) }));
}

function setHeaders(own: Directive[] | undefined): ProxySettings['setHeaders'] | undefined {
  if (!own) return undefined;
  const headers = own.map((one) => ({ name: word(one), value: template(word(one, 1)) }));
  const told = new Set(headers.map(({ name }) => name.toLowerCase()));
  return [...headers, ...defaultHeaders().filter(({ name }) => !told.has(name.toLowerCase()))];
}

function proxyRedirect(directive: Directive): (Replacement | 'default')[] {
  if (word(directive) === 'off' || word(directive) === 'false') return [];
  return word(directive) === 'default' ? ['default'] : replacement(directive);
}

function replacement(directive: Directive): Replacement[] {
  const from = word(directive);
  if (from === 'off') return [];
  const regex = from.startsWith('~*') ? 'ignore-case' : from.startsWith('~') ? 'case' : undefined;
  const pattern = regex === 'ignore-case' ? from.slice(2) : regex ? from.slice(1) : from;
  // A `$` in a regular expression is its end, not a variable.
  const literal = { text: pattern, constant: pattern, parts: [pattern] };
  return [{ from: regex ? literal : template(pattern), regex, to: template(word(directive, 1)) }];
}

function addHeader(directive: Directive): AddHeader[] {
  return [{ name: word(directive), value: template(word(directive, 1)), always: word(directive, 2) === 'always' }];
}

function errorPage(directive: Directive): ErrorPage[] {
  const words = directive.args.map(({ text }) => text);
  const uri = words.pop() ?? '';
  const equals = words.at(-1)?.startsWith('=') ? words.pop() : undefined;
  return [
    {
      statuses: words.map(Number),
      overwrite: equals === undefined ? undefined : Number(equals.slice(1)),
      uri: template(uri),
      place: placeOf(directive),
    },
  ];
}

function accessLog(directive: Directive): Conf['accessLog'] {
  return word(directive) === 'off'
    ? []
    : [{ file: absoluteLog(word(directive)), format: word(directive, 1) || 'combined' }];
}

export function errorLog(directive: Directive): ErrorLog {
  return { file: absoluteLog(word(directive)), level: (word(directive, 1) || 'error') as LogLevel };
}

function realIp(block: Grouped, outer: RealIp): RealIp {
  const from = inheritedList(block, 'set_real_ip_from', cidr, outer.from);
  const own = block.get('set_real_ip_from')?.[0];
  return {
    from,
    header: inherited(block, 'real_ip_header', word, outer.header),
    recursive: inherited(block, 'real_ip_recursive', flag, outer.recursive),
    place: own ? placeOf(own) : outer.place,
  };
}

/** Both directives in the order of the file; one of them hides those of the block around. */
function accessRules(block: Grouped): AccessRule[] | undefined {
  const own = [...(block.get('allow') ?? []), ...(block.get('deny') ?? [])];
  if (own.length === 0) return undefined;
  return own.sort((a, b) => a.from - b.from).map((one) => ({ allowed: one.name === 'allow', from: cidr(one)[0] }));
}

function cidr(directive: Directive): Cidr[] {
  const [address = '', length] = word(directive).split('/');
  const all = addressBytes(address);
  return all ? [{ bytes: all, bits: length === undefined ? all.length * 8 : Number(length) }] : [];
}

const absolute = (path: string) => (path.startsWith('/') || path.startsWith('$') ? path : `/usr/share/nginx/${path}`);
const absoluteLog = (path: string) => (path.startsWith('/') || path === 'stderr' ? path : `/usr/share/nginx/${path}`);
