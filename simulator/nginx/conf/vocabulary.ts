import { own } from '../../core/own.ts';
import type { Completion } from '../../core/text.ts';
import { allCommands, allowedIn, type Command, type Context, commandIn } from './catalogue.ts';
import { builtInNames, PREFIXES } from './variables.ts';

/**
 * Words that a directive's own setter knows, by directive (`server`: inside `upstream`); a word that ends
 * with `=` takes a value. From the setters of nginx 1.22.1.
 */
const PARAMETERS = {
  server: ['weight=', 'max_fails=', 'fail_timeout=', 'max_conns=', 'backup', 'down'],
  hash: ['consistent'],
  random: ['two', 'least_conn'],
  listen: ['default_server', 'ssl', 'http2', 'proxy_protocol', 'reuseport', 'backlog=', 'ipv6only='],
  location: ['=', '~', '~*', '^~'],
  rewrite: ['last', 'break', 'redirect', 'permanent'],
  error_log: ['debug', 'info', 'notice', 'warn', 'error', 'crit', 'alert', 'emerg', 'stderr'],
  access_log: ['off', 'combined', 'buffer=', 'flush=', 'if='],
  add_header: ['always'],
  error_page: ['='],
  real_ip_header: ['X-Real-IP', 'X-Forwarded-For', 'proxy_protocol'],
  proxy_redirect: ['default', 'off'],
  limit_req: ['zone=', 'burst=', 'nodelay', 'delay='],
  limit_req_zone: ['zone=', 'rate='],
  limit_conn_zone: ['zone='],
  resolver: ['valid=', 'ipv6='],
  keepalive_timeout: ['0'],
  set_real_ip_from: ['unix:'],
} as const satisfies Record<string, readonly string[]>;

type Parameters = typeof PARAMETERS;

/** A word of a directive, e.g. `server weight=`. */
export type ParameterId = { [Name in keyof Parameters]: `${Name} ${Parameters[Name][number]}` }[keyof Parameters];

/** The words that `name` knows in a context: its setter's own, or those of a switch, an enum, a bitmask. */
export function wordsOf(name: string, context: Context): Completion[] {
  const command = commandIn(name, context);
  if (!command) return [];
  const words = command.block && name === 'server' ? [] : (own<readonly string[]>(PARAMETERS, name) ?? []);
  const values = command.arity === 'f' ? ['on', 'off'] : command.values;
  return [
    ...words.map((word) => entry(word, 'parameter', `nginx/parameter/${name} ${word}`)),
    ...values.map((word) => entry(word, 'value', `nginx/directive/${name}`)),
  ];
}

/** The directives that may stand in a context, ready to be typed on from. */
export function directivesIn(context: Context, whole: boolean): Completion[] {
  const found: Completion[] = [];
  for (const [name, commands] of allCommands()) {
    const command = commands.find((one) => allowedIn(one, context));
    if (!command || command.replacement) continue;
    const kind = command.block ? 'block' : 'directive';
    found.push({ label: name, insert: whole ? snippet(command) : name, kind, doc: `nginx/directive/${name}` });
  }
  return found;
}

/** Every variable of nginx itself, with its dollar sign; `$cookie_` and the like wait for a name. */
export function variables(): Completion[] {
  return [...builtInNames(), ...PREFIXES].map((name) => entry(`$${name}`, 'variable', `nginx/variable/${name}`));
}

/** What a variable's page is called: `$cookie_JSESSIONID` is one of `$cookie_`. */
export function variablePage(name: string): string {
  const prefix = builtInNames().includes(name) ? undefined : PREFIXES.find((start) => name.startsWith(start));
  return `nginx/variable/${prefix ?? name}`;
}

const entry = (label: string, kind: Completion['kind'], doc: string): Completion => ({
  label,
  // A dollar sign would begin a stop of the editor's.
  insert: label.replaceAll('$', '\\$'),
  kind,
  doc,
});

function snippet({ name, arity, block }: Command): string {
  const words = arity.includes('0') ? '' : ` \${1${arity === 'f' ? ':on' : ''}}`;
  return block ? `${name}${words} {\n    \${${words ? 2 : 1}}\n}` : `${name}${words};`;
}
