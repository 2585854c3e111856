import { header } from '../core/http.ts';
import { addressBytes, addressText } from './address.ts';
import type { Exchange } from './exchange.ts';
import type { AccessRule, Cidr, RealIp } from './settings/settings.ts';

/**
 * The client's address as `ngx_http_realip_module` sees it: where the connection comes from a trusted address, the
 * last address in the header; with `recursive`, the last that is not trusted itself.
 */
export function realIp({ request, peerIp }: Exchange, { from, header: name, recursive }: RealIp): string {
  if (!isTrusted(peerIp, from)) return peerIp;
  const field =
    name.toLowerCase() === 'x-forwarded-for'
      ? allForwarded(request.headers)
      : (header(request.headers, name.toLowerCase()) ?? '');
  let ip = peerIp;
  for (const text of field.split(/[, ]+/).reverse()) {
    const address = readAddress(text);
    if (address === undefined) return ip;
    ip = address;
    if (!recursive || !isTrusted(ip, from)) return ip;
  }
  return ip;
}

const allForwarded = (headers: Exchange['request']['headers']) =>
  headers
    .filter(([name]) => name.toLowerCase() === 'x-forwarded-for')
    .map(([, value]) => value)
    .join(', ');

/** `ngx_parse_addr_port`: brackets and a port are fine; 255.255.255.255 is taken for an error. */
function readAddress(text: string): string | undefined {
  const found = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+)(?::\d+)?$/.exec(text)?.[1] ?? text;
  const bytes = addressBytes(found);
  if (!bytes || found === '255.255.255.255') return undefined;
  return addressText(bytes);
}

function isTrusted(ip: string, from: readonly Cidr[]): boolean {
  const bytes = addressBytes(ip);
  return bytes !== undefined && from.some((network) => contains(network, bytes));
}

/** `allow` and `deny` (`ngx_http_access_module`): the first rule that fits; without one everybody may. */
export function isAllowed(ip: string, rules: readonly AccessRule[]): boolean {
  const bytes = addressBytes(ip) ?? [];
  return rules.find(({ from }) => from === undefined || contains(from, bytes))?.allowed ?? true;
}

function contains({ bytes, bits }: Cidr, address: readonly number[]): boolean {
  if (bytes.length !== address.length) return false;
  for (let i = 0; i * 8 < bits; i++) {
    const mask = (0xff00 >> Math.min(8, bits - i * 8)) & 255;
    if (((bytes[i] ?? 0) & mask) !== ((address[i] ?? 0) & mask)) return false;
  }
  return true;
}
