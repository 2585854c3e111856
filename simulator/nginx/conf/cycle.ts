import type { Files } from '../../core/language.ts';
import type { Problem, Range } from '../../core/text.ts';
import type { Command, Context } from './catalogue.ts';
import type { Environment } from './environment.ts';
import type { Code } from './messages.ts';
import type { Directive, Word } from './tree.ts';

/** A configuration being built, with what nginx keeps until the end of the file or of `http {}`. */
export interface Cycle {
  files: Files;
  environment: Environment;
  problems: Problem[];
  main: Scope;
  events?: Scope;
  http: Http;
  /** Log files to open, in order of appearance. */
  logs: { path: string; place: Spot }[];
  /** Directories for temporary files and caches. */
  paths: TemporaryPath[];
  zones: Map<string, Zone>;
  threadPools: Map<string, { threads: boolean; place: Spot }>;
  /** Files opened so far by include. */
  opened: number;
  /** Lists whose values were compiled when a level was merged. */
  compiled: Set<Setting>;
  /** Lists of headers of which the hash that levels share was built. */
  hashed: Set<string>;
  /** The directives behind a list, for those compiled late. */
  late: Map<Setting, Directive[]>;
}

/** Where a problem is shown: the directive's file and line, and the stretch of text that is meant. */
export interface Spot extends Range {
  file: string;
  line: number;
}

/** One `{ … }` with what was set in it. */
export interface Scope {
  context: Context;
  parent?: Scope | undefined;
  opened?: Directive | undefined;
  /** The first directive of each name that set something, with its value. */
  set: Map<string, Setting>;
  server?: Server;
  location?: Location;
  upstream?: Upstream;
}

export interface Setting {
  directive: Directive;
  value: unknown;
}

/** What `http {}` collects over all its blocks. */
export interface Http {
  /** Set once `http {` was read. */
  scope?: Scope;
  servers: Scope[];
  /** Scopes with location settings below a server, in order of appearance: locations, ifs, limit_excepts. */
  locations: Scope[];
  upstreams: Upstream[];
  variables: Variables;
  /** Addresses of `listen`, in order; filled while reading, like nginx's ports. */
  ports: Port[];
  logFormats: Set<string>;
}

export interface Variables {
  /** Names defined by set, map, geo, captures …; the built-in ones are not repeated here. */
  defined: Set<string>;
  /** Where each name was first used, in order. */
  used: Map<string, Spot>;
}

export interface Server {
  names: ServerName[];
  listens: number;
  /** nginx's `server_name`, the first one, for comparison. */
  spot: Spot;
}

export interface ServerName {
  name: string;
  regex: boolean;
  spot: Spot;
}

export interface Port {
  family: 'inet' | 'inet6' | 'unix';
  port: number;
  addresses: ListenAddress[];
}

export interface ListenAddress {
  /** As nginx prints it, e.g. `0.0.0.0:80`. */
  text: string;
  ip: string;
  options: boolean;
  bind: boolean;
  wildcard: boolean;
  ssl: boolean;
  servers: Scope[];
  /** The one marked as such; without it the first server is it. */
  defaultServer: Scope | undefined;
  spot: Spot;
}

export interface Location {
  name: string;
  kind: 'prefix' | 'exact' | 'noregex' | 'regex' | 'named' | 'noname';
  server: Scope;
  spot: Spot;
}

export interface Upstream {
  name: string;
  /** True for `upstream NAME {`, false where a proxy_pass mentioned it. */
  explicit: boolean;
  /** Of the first mention; `undefined` for a block and a unix socket. */
  port: number | undefined;
  /** The first mention gave no port of its own. */
  noPort: boolean;
  /** Where it was first mentioned. */
  spot: Spot;
  /** `server` lines by whether they are backups; `undefined`: none were given, the name is looked up. */
  servers: { backup: boolean }[] | undefined;
  /** A balancing method (or keepalive) was chosen. */
  hasMethod: boolean;
  /** Whether the method knows `backup`. */
  takesBackup: boolean;
}

export interface Zone {
  name: string;
  size: number;
  /** What it is for; one zone serves one purpose. */
  tag: string;
  spot: Spot;
}

export interface TemporaryPath {
  path: string;
  levels: string;
  spot: Spot;
}

/** What a directive's setter is given: nginx's `ngx_conf_t`. */
export interface Conf {
  cycle: Cycle;
  scope: Scope;
  directive: Directive;
  command: Command;
}

/** A block that a setter opened. */
export interface Block {
  scope: Scope;
  /** Reads each line of the block itself, as in `types {}` or `map {}`. */
  handler?: (line: Conf) => 'include' | void;
  /** Checks that wait for the `}`. */
  close?: (end: Spot) => void;
}

export function newScope(context: Context, parent?: Scope, opened?: Directive): Scope {
  return { context, parent, opened, set: new Map() };
}

export function spotOf(directive: Directive, range: Range = directive): Spot {
  return { file: directive.file, line: directive.line, from: range.from, to: range.to };
}

type Values = Readonly<Record<string, string | number>>;

/** Reports what nginx reports; `at` is the stretch of text the editor marks. */
export function fault(conf: Conf, code: Code, values: Values = {}, at: Range = conf.directive): void {
  faultAt(conf.cycle, spotOf(conf.directive, at), code, { name: conf.directive.name, ...values });
}

export function faultAt(cycle: Cycle, spot: Spot, code: Code, values: Values = {}): void {
  cycle.problems.push({ code: `nginx.${code}`, severity: 'error', ...spot, values });
}

export function warn(conf: Conf, code: Code, values: Values = {}, at: Range = conf.directive): void {
  warnAt(conf.cycle, spotOf(conf.directive, at), code, values);
}

export function warnAt(cycle: Cycle, spot: Spot, code: Code, values: Values = {}): void {
  cycle.problems.push({ code: `nginx.${code}`, severity: 'warning', ...spot, values });
}

/** The n-th word after the name, which the table's argument counts guarantee. */
export function argument(conf: Conf, index: number): Word {
  return conf.directive.args[index] as Word;
}

/** Remembers a value; reports a second one. False: it was a duplicate. */
export function setOnce(conf: Conf, value: unknown): boolean {
  const { name } = conf.directive;
  if (conf.scope.set.has(name)) {
    fault(conf, 'duplicate', {}, conf.directive.nameRange);
    return false;
  }
  conf.scope.set.set(name, { directive: conf.directive, value });
  return true;
}
