import type { Directive } from '../conf/tree.ts';
import { confOf } from './conf.ts';
import { flat, grouped, placeOf, word } from './directives.ts';
import type { Code, Condition, Conf, Location, LocationMatch, ProxyPass, Upstream } from './settings.ts';
import { implicitUpstream, type Resolve } from './upstream.ts';
import { template } from './values.ts';

/** What reading a location needs of the whole: it may add upstreams of its own (`proxy_pass http://host:port`). */
export interface LocationReader {
  upstreams: Upstream[];
  resolve: Resolve;
}

/**
 * The location around a directive, as the prefix that the URI of a `proxy_pass` replaces (`""` in a regex or
 * named one); `undefined` in a server.
 */
type Around = string | undefined;

export function locationOf(directive: Directive, outer: Conf, reader: LocationReader): Location {
  const block = directive.block ?? [];
  const groups = grouped(block);
  const { match, name } = nameOf(directive);
  const around = match === '~' || match === '~*' || match === '@' ? '' : name;
  const conf = { ...confOf(groups, outer), proxyPass: proxyPassOf(groups.get('proxy_pass')?.[0], around, reader) };
  return {
    match,
    name,
    codes: codesOf(block, conf, reader, around),
    locations: (groups.get('location') ?? []).map((one) => locationOf(one, conf, reader)),
    conf,
    place: placeOf(directive),
    internal: groups.has('internal'),
  };
}

/** `location = /x`, and with the sign glued to the name: `location =/x`. */
function nameOf(directive: Directive): { match: LocationMatch; name: string } {
  const first = word(directive);
  if (directive.args.length > 1) return { match: first as LocationMatch, name: word(directive, 1) };
  for (const sign of ['=', '^~', '~*', '~', '@'] as const)
    if (first.startsWith(sign)) return { match: sign, name: first.slice(sign.length) };
  return { match: 'prefix', name: first };
}

/** The rewrite module's directives of a block, in order (`ngx_http_rewrite_module.c`). */
export function codesOf(block: readonly Directive[], conf: Conf, reader: LocationReader, around: Around): Code[] {
  const codes: Code[] = [];
  for (const directive of flat(block)) {
    const code = codeOf(directive, conf, reader, around);
    if (code) codes.push(code);
  }
  return codes;
}

function codeOf(directive: Directive, conf: Conf, reader: LocationReader, around: Around): Code | undefined {
  switch (directive.name) {
    case 'set':
      return { kind: 'set', variable: word(directive).slice(1).toLowerCase(), value: template(word(directive, 1)) };
    case 'rewrite':
      return rewrite(directive);
    case 'return':
      return returned(directive);
    case 'break':
      return { kind: 'break' };
    case 'if':
      return ifBlock(directive, conf, reader, around);
    default:
      return undefined;
  }
}

function rewrite(directive: Directive): Code {
  const text = word(directive, 1);
  const flag = word(directive, 2);
  // A replacement that is a whole URL redirects, told so or not.
  const url = /^(https?:\/\/|\$scheme)/.test(text);
  return {
    kind: 'rewrite',
    regex: word(directive),
    replacement: template(text.endsWith('?') ? text.slice(0, -1) : text),
    dropArgs: text.endsWith('?'),
    flag: flag === '' ? (url ? 'redirect' : undefined) : (flag as 'last' | 'break' | 'redirect' | 'permanent'),
    place: placeOf(directive),
  };
}

function returned(directive: Directive): Code {
  const place = placeOf(directive);
  const first = word(directive);
  if (!/^\d+$/.test(first)) return { kind: 'return', status: 302, text: template(first), redirect: true, place };
  const status = Number(first);
  const text = directive.args[1] && template(directive.args[1].text);
  return {
    kind: 'return',
    status,
    text,
    redirect: [301, 302, 303, 307, 308].includes(status) && text !== undefined,
    place,
  };
}

function ifBlock(directive: Directive, outer: Conf, reader: LocationReader, around: Around): Code {
  const groups = grouped(directive.block ?? []);
  // An `if` without a handler of its own keeps that of the location around it.
  const proxyPass = proxyPassOf(groups.get('proxy_pass')?.[0], '', reader) ?? outer.proxyPass;
  const conf = { ...confOf(groups, outer), alias: outer.alias, proxyPass };
  return {
    kind: 'if',
    condition: conditionOf(directive),
    codes: codesOf(directive.block ?? [], conf, reader, around),
    conf: around === undefined ? undefined : conf,
    place: placeOf(directive),
  };
}

function conditionOf(directive: Directive): Condition {
  const words = directive.args.map(({ text }) => text);
  words[0] = (words[0] ?? '').slice(1);
  words.push((words.pop() ?? '').replace(/\)$/, ''));
  const [first = '', sign, value = ''] = words.filter((text) => text !== '');
  const variable = first.slice(1).toLowerCase();
  if (first.startsWith('-') || first.startsWith('!-'))
    return { kind: 'file', test: first.at(-1) ?? '', path: template(sign ?? ''), negated: first.startsWith('!') };
  if (sign === undefined) return { kind: 'variable', variable };
  if (sign === '=' || sign === '!=')
    return { kind: 'equals', variable, value: template(value), negated: sign === '!=' };
  return { kind: 'matches', variable, regex: value, ignoreCase: sign.endsWith('*'), negated: sign.startsWith('!') };
}

/** `proxy_pass`: which upstream, and what the request's URI becomes there. */
function proxyPassOf(
  directive: Directive | undefined,
  location: string,
  reader: LocationReader,
): ProxyPass | undefined {
  if (!directive) return undefined;
  const place = placeOf(directive);
  const url = template(word(directive));
  if (url.constant === undefined)
    return {
      upstream: undefined,
      url,
      uri: undefined,
      host: '',
      port: '',
      place,
      defaultRedirect: undefined,
      location,
    };
  const parts = urlParts(url.constant);
  const withUri = parts.uri !== undefined && parts.uri !== '';
  return {
    upstream: upstreamFor(parts.name, parts.port, directive, reader),
    url,
    uri: withUri ? parts.uri : undefined,
    host: parts.hostHeader,
    port: String(parts.port ?? 80),
    place,
    defaultRedirect: withUri ? { from: url.text, to: location } : { from: `${url.text}/`, to: '/' },
    location,
  };
}

/** The parts of `http://name:port/uri` (`ngx_parse_url`, `ngx_http_proxy_set_vars`). */
export function urlParts(url: string): {
  name: string;
  port: number | undefined;
  hostHeader: string;
  uri: string | undefined;
} {
  const rest = url.replace(/^https?:\/\//i, '');
  const slash = rest.search(/[/?]/);
  const host = slash < 0 ? rest : rest.slice(0, slash);
  const uri = slash < 0 ? undefined : rest.slice(slash);
  const found = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host);
  const port = found?.[2] === undefined ? undefined : Number(found[2]);
  const name = found?.[1] ?? host;
  return { name, port, hostHeader: port === undefined || port === 80 ? name : `${name}:${port}`, uri };
}

/** The upstream of that name, upper or lower case; a new one where no block has it (`ngx_http_upstream_add`). */
function upstreamFor(name: string, port: number | undefined, directive: Directive, reader: LocationReader): number {
  const wanted = name.toLowerCase();
  const known = reader.upstreams.findIndex(
    (one) => one.name.toLowerCase() === wanted && (one.port === 0 || one.port === (port ?? 80)),
  );
  if (known >= 0) return known;
  return (
    reader.upstreams.push(implicitUpstream(name.replace(/^\[|\]$/g, ''), port ?? 80, directive, reader.resolve)) - 1
  );
}
