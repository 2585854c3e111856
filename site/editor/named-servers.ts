import type { Files } from '../../simulator/core/language.ts';
import type { Place } from '../../simulator/core/text.ts';
import { diagnose } from '../../simulator/nginx/conf/diagnose.ts';
import type { Directive, Word } from '../../simulator/nginx/conf/tree.ts';
import { MAIN_FILE } from '../../simulator/nginx/conf/where.ts';

/** A server that nginx's configuration hands requests to: a `server` of an upstream, or what `proxy_pass` names. */
export interface NamedServer extends Place {
  /** As it is written: a name or an address. */
  host: string;
  port: number;
}

/** What a configuration says of the world around it. Where `host:port` is written is the place of each server. */
export interface Surroundings {
  servers: NamedServer[];
  /** Some server listens where visitors knock. */
  answersVisitors: boolean;
}

/** Reads nginx.conf with its includes. Addresses in variables, of other protocols and of unix sockets are passed over. */
export function surroundingsOf(files: Files): Surroundings {
  const directives = all(diagnose(files, MAIN_FILE).tree.directives);
  const upstreams = directives.filter(({ name }) => name === 'upstream');
  const groups = new Set(upstreams.map(({ args }) => args[0]?.text));
  const peers = upstreams.flatMap(({ block = [] }) =>
    flat(block).flatMap((one) => (one.name === 'server' ? serverIn(one, one.args[0], 0) : [])),
  );
  const passed = directives.flatMap((one) => (one.name === 'proxy_pass' ? target(one, groups) : []));
  const virtual = directives.filter(({ name, block }) => name === 'server' && block !== undefined);
  return { servers: [...peers, ...passed], answersVisitors: virtual.some(({ block = [] }) => hears(flat(block))) };
}

const SCHEME = 'http://';

function target(directive: Directive, groups: ReadonlySet<string | undefined>): NamedServer[] {
  const [word] = directive.args;
  if (!word?.text.startsWith(SCHEME) || word.text.includes('$')) return [];
  const [authority = ''] = word.text.slice(SCHEME.length).split(/[/?]/);
  return groups.has(authority) ? [] : serverIn(directive, word, SCHEME.length);
}

/** `app1`, `app1:8080` or `10.0.0.5:8080`, so many characters behind the beginning of a word. */
function serverIn({ file, line }: Directive, word: Word | undefined, skip: number): NamedServer[] {
  const [, host, port = '80'] = /^([\w.-]+)(?::(\d+))?(?=$|[/?])/.exec(word?.text.slice(skip) ?? '') ?? [];
  if (!word || word.quoted || host === undefined || host === 'unix') return [];
  const from = word.from + skip;
  const length = word.text.slice(skip).search(/[/?]|$/);
  return [{ host, port: Number(port), file, line, from, to: from + length }];
}

/** nginx listens on port 80 where a server does not say. */
function hears(directives: readonly Directive[]): boolean {
  const ports = directives.filter(({ name }) => name === 'listen').map(({ args }) => args[0]?.text ?? '');
  return (
    ports.length === 0 ||
    ports.some((text) => /(^|:)80$/.test(text) || !/\d$|^\[|^unix:/.test(text) || /^[\d.]+\.\d+$/.test(text))
  );
}

/** The directives of a block, those of included files in their place. */
const flat = (directives: readonly Directive[]): Directive[] =>
  directives.flatMap((one) => (one.included ? flat(one.included) : [one]));

const all = (directives: readonly Directive[]): Directive[] =>
  flat(directives).flatMap((one) => [one, ...all(one.block ?? [])]);
