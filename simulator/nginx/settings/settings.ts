import type { Place } from '../../core/text.ts';

/**
 * What nginx made of its files, every default filled in: immutable plain data, shared by all futures of
 * a world. Names follow nginx's directives; times are ms unless said otherwise, sizes are bytes.
 */
export interface NginxSettings {
  servers: Server[];
  upstreams: Upstream[];
  maps: Record<string, MapBlock>;
  logFormats: Record<string, LogFormat>;
  /** Sockets to listen on, in the order of the file. */
  listens: Listen[];
  /** `types` by extension. */
  types: Record<string, string>;
  /** `error_log` of the main context: what the master logs. */
  errorLog: ErrorLog;
}

/** A text with variables, as nginx's scripts read it: literal pieces and `$names` in turn. */
export interface Template {
  text: string;
  /** `undefined` when there is a variable inside. */
  constant: string | undefined;
  parts: readonly (string | { variable: string })[];
}

export interface Listen {
  /** As `bind()` takes it: `*:80`, `127.0.0.1:80` or `[::]:80`. */
  address: string;
  port: number;
  place: Place;
}

export interface Server {
  /** `server_name`, lower case; `""` when none is set. */
  names: string[];
  listens: { address: string; port: number; isDefault: boolean }[];
  codes: Code[];
  locations: Location[];
  /** What the server itself says; used where no location matches. */
  conf: Conf;
  place: Place;
}

export type LocationMatch = 'prefix' | '^~' | '=' | '~' | '~*' | '@';

export interface Location {
  match: LocationMatch;
  /** The prefix, the regular expression or the name after `@`. */
  name: string;
  codes: Code[];
  locations: Location[];
  conf: Conf;
  place: Place;
  internal: boolean;
}

/** One step of the rewrite module, in the order of the file. */
export type Code =
  | { kind: 'set'; variable: string; value: Template }
  | { kind: 'rewrite'; regex: string; replacement: Template; dropArgs: boolean; flag: RewriteFlag; place: Place }
  | { kind: 'return'; status: number; text: Template | undefined; redirect: boolean; place: Place }
  | { kind: 'break' }
  /** `conf` is the nameless location that an `if` inside a location opens. */
  | { kind: 'if'; condition: Condition; codes: Code[]; conf: Conf | undefined; place: Place };

export type RewriteFlag = 'last' | 'break' | 'redirect' | 'permanent' | undefined;

export type Condition =
  | { kind: 'variable'; variable: string }
  | { kind: 'equals'; variable: string; value: Template; negated: boolean }
  | { kind: 'matches'; variable: string; regex: string; ignoreCase: boolean; negated: boolean }
  | { kind: 'file'; test: string; path: Template; negated: boolean };

/** What holds in a location after inheritance. */
export interface Conf {
  proxyPass: ProxyPass | undefined;
  proxy: ProxySettings;
  addHeaders: AddHeader[];
  errorPages: ErrorPage[];
  accessLog: { file: string; format: string }[];
  errorLog: ErrorLog;
  realIp: RealIp;
  serverTokens: boolean;
  absoluteRedirect: boolean;
  serverNameInRedirect: boolean;
  portInRedirect: boolean;
  msiePadding: boolean;
  mergeSlashes: boolean;
  /** `allow` and `deny`, in order; the first that fits decides. */
  access: AccessRule[];
  /** `try_files`: what to look for among the files, and where to go when nothing is found. */
  tryFiles: Template[];
  root: string;
  alias: string | undefined;
  index: string[];
  defaultType: string;
  clientMaxBodySize: number;
  resolver: boolean;
}

export interface ProxyPass {
  /** Index into `upstreams`; `undefined` when the URL has variables. */
  upstream: number | undefined;
  url: Template;
  /** The URI part after the host, `undefined` when there is none. */
  uri: string | undefined;
  /** `$proxy_host`. */
  host: string;
  /** `$proxy_port`. */
  port: string;
  place: Place;
  /** What `proxy_redirect default` does here; `undefined` where the URL has variables. */
  defaultRedirect: { from: string; to: string } | undefined;
  /** The prefix that `uri` replaces; empty in a regex or named location. */
  location: string;
}

export interface ProxySettings {
  connectTimeout: number;
  readTimeout: number;
  nextUpstream: { conditions: readonly string[]; place: Place | undefined };
  nextUpstreamTries: { limit: number; place: Place | undefined };
  nextUpstreamTimeout: { limit: number; place: Place | undefined };
  httpVersion: '1.0' | '1.1';
  /** `proxy_set_header`, nginx's defaults included. */
  setHeaders: { name: string; value: Template }[];
  passRequestHeaders: boolean;
  method: string | undefined;
  bufferSize: number;
  /** `proxy_redirect`, in order; empty when `off`. */
  redirects: (Replacement | 'default')[];
  cookiePaths: Replacement[];
  hideHeaders: string[];
  passHeaders: string[];
  interceptErrors: boolean;
  ignoreClientAbort: boolean;
}

/** A prefix, or a regular expression, of a header's value and what stands in its place. */
export interface Replacement {
  from: Template;
  regex: 'case' | 'ignore-case' | undefined;
  to: Template;
}

export interface AddHeader {
  name: string;
  value: Template;
  always: boolean;
}

export interface ErrorPage {
  statuses: number[];
  /** `=200` or `=` (0: whatever the page answers); `undefined`: the status stays. */
  overwrite: number | undefined;
  uri: Template;
  place: Place;
}

export interface RealIp {
  from: Cidr[];
  header: string;
  recursive: boolean;
  place: Place | undefined;
}

/** A network: its address as bytes (4 or 16) and how many bits count. */
export interface Cidr {
  bytes: number[];
  bits: number;
}

export interface AccessRule {
  allowed: boolean;
  /** `undefined`: everybody. */
  from: Cidr | undefined;
}

export interface ErrorLog {
  file: string;
  level: LogLevel;
}
export type LogLevel = 'debug' | 'info' | 'notice' | 'warn' | 'error' | 'crit' | 'alert' | 'emerg';

export interface LogFormat {
  template: Template;
  escape: 'default' | 'json' | 'none';
}

export interface MapBlock {
  source: Template;
  /** Lower-case texts and their values. */
  exact: Record<string, Template>;
  regexes: { regex: string; ignoreCase: boolean; value: Template }[];
  hostnames: boolean;
  fallback: Template;
}

export interface Upstream {
  name: string;
  /** 0 for an `upstream` block; the port of a `proxy_pass http://host:port` without one. */
  port: number;
  servers: UpstreamServer[];
  method: Method;
  /** Idle connections kept; `undefined` without `keepalive` (or when a later method removed it). */
  keepalive: KeepaliveSettings | undefined;
  place: Place;
}

export interface KeepaliveSettings {
  connections: number;
  requests: number;
  timeout: number;
  place: Place;
}

export type Method =
  | { kind: 'round_robin'; place?: Place }
  | { kind: 'ip_hash'; place: Place }
  | { kind: 'least_conn'; place: Place }
  | { kind: 'hash'; key: Template; consistent: boolean; place: Place }
  | { kind: 'random'; two: boolean; place: Place };

/** One `server` line of an upstream. */
export interface UpstreamServer {
  /** As written: `localhost:8080`. The ring of `hash … consistent` is made from it. */
  text: string;
  /** `ip:port` for each address of the name, in getaddrinfo's order. */
  addresses: string[];
  weight: number;
  maxFails: number;
  /** Whole seconds. */
  failTimeout: number;
  maxConns: number;
  down: boolean;
  backup: boolean;
  place: Place;
}
