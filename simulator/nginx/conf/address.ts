import { cString } from './bytes.ts';
import type { Environment } from './environment.ts';
import { parseNumber } from './values.ts';

/** How an address is meant: where nginx listens, or an upstream's, with a URI behind it or not. */
export interface UrlOptions {
  listen?: boolean;
  uriPart?: boolean;
  /** Do not look the name up (fastcgi_pass and proxy_pass do that at the end). */
  noResolve?: boolean;
  defaultPort?: number;
}

export interface Url {
  family: 'inet' | 'inet6' | 'unix';
  host: string;
  /** The port given, or the default one. */
  port: number | undefined;
  lastPort?: number | undefined;
  noPort: boolean;
  uri: string;
  /** IPs in the order the resolver gave them; empty where nothing was looked up. */
  addresses: readonly string[];
}

/** nginx's reason, e.g. `invalid port`. */
export interface Refused {
  error: string;
}

/** Longest path of a unix socket, with its final NUL. */
const UNIX_PATH = 108;

/** ngx_parse_url (`core/ngx_inet.c`). */
export function parseUrl(text: string, options: UrlOptions, environment: Environment): Url | Refused {
  if (text.slice(0, 5).toLowerCase() === 'unix:') return parseUnix(text.slice(5), options);
  if (text[0] === '[') return parseInet6(text, options);
  return parseInet(text, options, environment);
}

function parseUnix(path: string, options: UrlOptions): Url | Refused {
  const colon = options.uriPart ? path.indexOf(':') : -1;
  const host = colon < 0 ? path : path.slice(0, colon);
  if (host === '') return { error: 'no path in the unix domain socket' };
  if (host.length + 1 > UNIX_PATH) return { error: 'too long path in the unix domain socket' };
  const uri = colon < 0 ? '' : path.slice(colon + 1);
  return { family: 'unix', host, port: undefined, noPort: false, uri, addresses: [`unix:${host}`] };
}

function parseInet(text: string, options: UrlOptions, environment: Environment): Url | Refused {
  const uriAt = text.search(/[/?]/);
  if (uriAt >= 0 && !options.uriPart) return { error: 'invalid host' };
  const uri = uriAt < 0 ? '' : text.slice(uriAt);
  const authority = uriAt < 0 ? text : text.slice(0, uriAt);
  const colon = authority.indexOf(':');
  let host = authority;
  let ports: Ports | Refused | undefined;
  if (colon >= 0) {
    host = authority.slice(0, colon);
    ports = parsePorts(authority.slice(colon + 1), options);
  } else if (options.listen && uri === '') {
    ports = portAlone(authority, options);
    if (ports && !('error' in ports)) return inet('*', ports, uri, ['0.0.0.0'], options);
  }
  if (ports && 'error' in ports) return ports;
  if (host === '') return { error: 'no host' };
  if (options.listen && host === '*') return inet(host, ports, uri, ['0.0.0.0'], options);
  const numeric = inetAddress(host);
  if (numeric) return inet(host, ports, uri, [numeric], options);
  if (options.noResolve) return inet(host, ports, uri, [], options);
  const addresses = resolveHost(host, environment);
  return addresses ? inet(host, ports, uri, addresses, options) : { error: 'host not found' };
}

function inet(
  host: string,
  ports: Ports | undefined,
  uri: string,
  addresses: readonly string[],
  options: UrlOptions,
): Url {
  const family = addresses[0]?.includes(':') ? 'inet6' : 'inet';
  const port = ports?.port ?? options.defaultPort;
  return { family, host, port, lastPort: ports?.lastPort, noPort: !ports, uri, addresses };
}

interface Ports {
  port: number;
  lastPort?: number | undefined;
}

/** `8080`, or for `listen` also `8080-8085`. */
function parsePorts(text: string, options: UrlOptions): Ports | Refused {
  const dash = options.listen ? text.indexOf('-') : -1;
  const lastPort = dash < 0 ? undefined : portNumber(text.slice(dash + 1));
  if (dash >= 0 && lastPort === undefined) return { error: 'invalid port' };
  const port = portNumber(dash < 0 ? text : text.slice(0, dash));
  if (port === undefined) return { error: 'invalid port' };
  return lastPort !== undefined && port > lastPort ? { error: 'invalid port range' } : { port, lastPort };
}

/** `listen 8080`: a number alone is a port; `undefined`: it is no number, so a host. */
function portAlone(text: string, options: UrlOptions): Ports | Refused | undefined {
  const numbers = text.split('-').map(parseNumber);
  if (text.indexOf('-') !== text.lastIndexOf('-') || numbers.includes(undefined)) {
    const dash = text.indexOf('-');
    const last = dash < 0 ? undefined : parseNumber(text.slice(dash + 1));
    return last !== undefined && (last < 1 || last > 65535) ? { error: 'invalid port' } : undefined;
  }
  return parsePorts(text, options);
}

function portNumber(text: string): number | undefined {
  const port = parseNumber(text);
  return port === undefined || port < 1 || port > 65535 ? undefined : port;
}

function parseInet6(text: string, options: UrlOptions): Url | Refused {
  const close = text.indexOf(']');
  if (close < 0) return { error: 'invalid host' };
  let rest = text.slice(close + 1);
  const slash = rest.indexOf('/');
  if (slash >= 0 && !options.uriPart) return { error: 'invalid host' };
  const uri = slash < 0 ? '' : rest.slice(slash);
  if (slash >= 0) rest = rest.slice(0, slash);
  if (rest !== '' && rest[0] !== ':') return { error: 'invalid host' };
  const ports = rest === '' ? undefined : parsePorts(rest.slice(1), options);
  if (ports && 'error' in ports) return ports;
  const host = text.slice(1, close);
  if (host === '') return { error: 'no host' };
  const address = inet6Address(host);
  if (!address) return { error: 'invalid IPv6 address' };
  const port = ports?.port ?? options.defaultPort;
  return {
    family: 'inet6',
    host: `[${host}]`,
    port,
    lastPort: ports?.lastPort,
    noPort: !ports,
    uri,
    addresses: [address],
  };
}

/** nginx's own reader of IPv4 (ngx_inet_addr): an empty part counts as 0; 255.255.255.255 is refused. */
export function inetAddress(text: string): string | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !/^[0-9.]*$/.test(text)) return undefined;
  const octets = parts.map(Number);
  if (octets.some((octet) => octet > 255) || octets.every((octet) => octet === 255)) return undefined;
  return octets.join('.');
}

/** ngx_inet6_addr; gives the address as inet_ntop would write it. */
function inet6Address(text: string): string | undefined {
  let rest = text.startsWith(':') ? text.slice(1) : text;
  const groups: number[] = [];
  let zero = -1;
  let pending = '';
  while (rest !== '') {
    const dotted = /^[0-9a-fA-F]{1,4}\./.test(rest) && (groups.length > 0 || zero >= 0) ? inetAddress(rest) : undefined;
    if (dotted) {
      const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
      groups.push(a * 256 + b);
      pending = (c * 256 + d).toString(16);
      break;
    }
    const [digits] = /^[0-9a-fA-F]*/.exec(rest) as RegExpExecArray;
    if (digits.length > 4) return undefined;
    pending = digits;
    rest = rest.slice(digits.length);
    if (rest === '') break;
    if (rest[0] !== ':') return undefined;
    if (digits !== '') groups.push(Number.parseInt(digits, 16));
    else if (zero < 0) zero = groups.length;
    else return undefined;
    if (groups.length > 7) return undefined;
    pending = '';
    rest = rest.slice(1);
  }
  if (pending === '' && zero < 0) return undefined;
  groups.push(pending === '' ? 0 : Number.parseInt(pending, 16));
  if (zero < 0 ? groups.length !== 8 : groups.length >= 8) return undefined;
  if (zero >= 0) groups.splice(zero, 0, ...new Array<number>(8 - groups.length).fill(0));
  return formatInet6(groups);
}

function formatInet6(groups: readonly number[]): string {
  let best = { at: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (groups[i + length] === 0) length++;
    if (length > best.length) best = { at: i, length };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.at < 0) return hex.join(':');
  return `${hex.slice(0, best.at).join(':')}::${hex.slice(best.at + best.length).join(':')}`;
}

/** getaddrinfo, which reads up to a NUL: a number in any of inet_aton's forms, else a name of the machine. */
export function resolveHost(host: string, environment: Environment): readonly string[] | undefined {
  const name = cString(host);
  const numeric = inetAton(name);
  return numeric ? [numeric] : environment.resolve(name);
}

/** One to four numbers, decimal, octal or hexadecimal; the last one fills what is left. */
function inetAton(text: string): string | undefined {
  const parts = text.split('.');
  if (parts.length > 4) return undefined;
  const numbers: number[] = [];
  for (const part of parts) {
    if (!/^(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/.test(part)) return undefined;
    numbers.push(/^0[0-7]+$/.test(part) ? Number.parseInt(part, 8) : Number(part));
  }
  const last = numbers.pop() as number;
  const left = 4 - numbers.length;
  if (numbers.some((number) => number > 255) || last >= 256 ** left) return undefined;
  for (let i = left - 1; i >= 0; i--) numbers.push(Math.floor(last / 256 ** i) % 256);
  return numbers.join('.');
}

/** An IP with or without port (ngx_parse_addr_port). */
export function parseAddressPort(text: string): string | undefined {
  const whole = inetAddress(text) ?? inet6Address(text);
  if (whole) return whole;
  const [, bracketed, plain, port = ''] = /^(?:\[([^\]]*)\]|([^:[][^:]*|)):(.*)$/s.exec(text) ?? [];
  const number = parseNumber(port);
  if (number === undefined || number > 65535) return undefined;
  const host = bracketed ?? plain ?? '';
  return inetAddress(host) ?? inet6Address(host);
}

/** A network such as `10.0.0.0/8` (ngx_ptocidr). */
export interface Cidr {
  family: 'inet' | 'inet6';
  /** Address in bits, cut to the mask, and how many bits count. */
  address: bigint;
  bits: number;
  /** The address had bits outside the mask. */
  lowBits: boolean;
}

export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  const host = slash < 0 ? text : text.slice(0, slash);
  const v4 = inetAddress(host);
  const v6 = v4 ? undefined : inet6Address(host);
  if (!v4 && !v6) return undefined;
  const size = v4 ? 32 : 128;
  const bits = slash < 0 ? size : parseNumber(text.slice(slash + 1));
  if (bits === undefined || bits > size) return undefined;
  const whole = v4 ? inetBits(v4) : inet6Bits(v6 as string);
  const shift = BigInt(size - bits);
  const address = (whole >> shift) << shift;
  return { family: v4 ? 'inet' : 'inet6', address, bits, lowBits: address !== whole };
}

/** An IPv4 address as a number. */
export function inetBits(address: string): bigint {
  return address.split('.').reduce((bits, octet) => (bits << 8n) | BigInt(octet), 0n);
}

function inet6Bits(address: string): bigint {
  const [head = '', tail] = address.split('::');
  const groupsOf = (part: string) => (part === '' ? [] : part.split(':'));
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const groups = [...before, ...new Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}
