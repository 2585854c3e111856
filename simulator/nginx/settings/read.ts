import { put } from '../../core/own.ts';
import { splitHostPort } from '../address.ts';
import type { Directive, NginxTree } from '../conf/tree.ts';
import { confOf, defaultConf, errorLog } from './conf.ts';
import { flat, grouped, placeOf, word } from './directives.ts';
import { codesOf, type LocationReader, locationOf } from './location.ts';
import type { Conf, Listen, LogFormat, MapBlock, NginxSettings, Server } from './settings.ts';
import { type Resolve, upstreamBlock } from './upstream.ts';
import { template } from './values.ts';

/** `combined`, the access log's format when none is named. */
const combined =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';

/**
 * What nginx makes of its files: names resolved, inheritance done, every default filled in. For a tree that
 * `nginx -t` accepts; anything else gives settings as far as they can be read.
 */
export function readSettings(tree: NginxTree, resolve: Resolve): NginxSettings {
  const main = grouped(tree.directives);
  const http = flat(main.get('http')?.flatMap(({ block }) => block ?? []) ?? []);
  const inHttp = grouped(http);
  const mainLog = main.get('error_log')?.[0];
  const logOfMain = mainLog ? errorLog(mainLog) : defaultConf.errorLog;
  const conf = confOf(inHttp, { ...defaultConf, errorLog: logOfMain });
  const upstreams = (inHttp.get('upstream') ?? []).map((one) => upstreamBlock(one, resolve));
  const reader: LocationReader = { upstreams, resolve };
  const servers = (inHttp.get('server') ?? []).map((one) => serverOf(one, conf, reader));
  return {
    servers,
    upstreams,
    maps: Object.fromEntries(
      (inHttp.get('map') ?? []).map((one) => [word(one, 1).slice(1).toLowerCase(), mapBlock(one)]),
    ),
    logFormats: {
      combined: { template: template(combined), escape: 'default' },
      ...Object.fromEntries((inHttp.get('log_format') ?? []).map((one) => [word(one), logFormat(one)])),
    },
    listens: listensOf(inHttp.get('server') ?? []),
    types: typesOf(inHttp.get('types') ?? []),
    errorLog: logOfMain,
  };
}

function serverOf(directive: Directive, outer: Conf, reader: LocationReader): Server {
  const block = directive.block ?? [];
  const groups = grouped(block);
  const conf = confOf(groups, outer);
  const names = (groups.get('server_name') ?? []).flatMap(({ args }) => args.map(({ text }) => text.toLowerCase()));
  return {
    names: names.length > 0 ? names : [''],
    listens: listenLines(directive).map((one) => ({ ...listenOf(one), isDefault: isDefault(one) })),
    codes: codesOf(block, conf, reader, undefined),
    locations: (groups.get('location') ?? []).map((one) => locationOf(one, conf, reader)),
    conf,
    place: placeOf(directive),
  };
}

/** A server without `listen` listens on port 80. */
function listenLines(server: Directive): Directive[] {
  const lines = grouped(server.block ?? []).get('listen');
  return (
    lines ?? [{ ...server, name: 'listen', args: [{ text: '80', quoted: false, from: server.from, to: server.to }] }]
  );
}

function listenOf(directive: Directive): { address: string; port: number } {
  const text = word(directive);
  if (text.startsWith('unix:')) return { address: text, port: 0 };
  if (/^\d+$/.test(text)) return { address: `*:${text}`, port: Number(text) };
  const { host, port = 80 } = splitHostPort(text);
  if (host === '*' || host === '0.0.0.0') return { address: `*:${port}`, port };
  return {
    address: host.includes(':') ? `[${host}]:${port}` : `${host === 'localhost' ? '127.0.0.1' : host}:${port}`,
    port,
  };
}

const isDefault = ({ args }: Directive) => args.some(({ text }) => text === 'default_server' || text === 'default');

/** One socket per address; where `*:port` is among them, nginx binds only that one. */
function listensOf(servers: readonly Directive[]): Listen[] {
  const all = servers.flatMap(listenLines).map((one) => ({ ...listenOf(one), place: placeOf(one) }));
  const wild = new Set(all.filter(({ address }) => address.startsWith('*:')).map(({ port }) => port));
  const wanted = all.filter(
    ({ address, port }) => address.startsWith('*:') || !wild.has(port) || address.startsWith('['),
  );
  return wanted.filter((one, i) => wanted.findIndex(({ address }) => address === one.address) === i);
}

function logFormat(directive: Directive): LogFormat {
  const words = directive.args.slice(1).map(({ text }) => text);
  const escape = words[0]?.startsWith('escape=') ? (words.shift()?.slice(7) as LogFormat['escape']) : 'default';
  return { template: template(words.join('')), escape };
}

function mapBlock(directive: Directive): MapBlock {
  const map: MapBlock = {
    source: template(word(directive)),
    exact: {},
    regexes: [],
    hostnames: false,
    fallback: template(''),
  };
  for (const { name, args } of flat(directive.block ?? [])) {
    const value = template(args[0]?.text ?? '');
    if (name === 'hostnames' && args.length === 0) map.hostnames = true;
    else if (name === 'volatile' && args.length === 0) continue;
    else if (name === 'default') map.fallback = value;
    else if (name.startsWith('~*')) map.regexes.push({ regex: name.slice(2), ignoreCase: true, value });
    else if (name.startsWith('~')) map.regexes.push({ regex: name.slice(1), ignoreCase: false, value });
    else put(map.exact, name.replace(/^\\/, '').toLowerCase(), value);
  }
  return map;
}

/** Types of nginx itself, used where there is no `types` block (`ngx_http_core_default_types`). */
const defaultTypes: Record<string, string> = { html: 'text/html', gif: 'image/gif', jpg: 'image/jpeg' };

function typesOf(blocks: readonly Directive[]): Record<string, string> {
  if (blocks.length === 0) return defaultTypes;
  const types: Record<string, string> = {};
  for (const { name, args } of blocks.flatMap(({ block }) => flat(block ?? [])))
    for (const { text } of args) put(types, text.toLowerCase(), name);
  return types;
}
