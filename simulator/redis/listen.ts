import type { Outbox } from '../engine/world.ts';
import type { Redis } from './host.ts';
import type { ServerSettings } from './settings.ts';

/** Opens the port on every address of `bind`. The lines that the program ends with where one cannot be had. */
export function listen({ version }: Redis, { bind, port }: ServerSettings, out: Outbox): string[] | undefined {
  if (port === 0) return ['Configured to not listen anywhere, exiting.'];
  const own = out.addresses();
  const words = bind.length === 0 ? ['*', '::*'] : bind;
  const taken = new Set<string>();
  for (const word of words) {
    const found = addressesOf(word, own, out);
    const reason = found === undefined ? 'Name or service not known' : open(found, port, own, taken, out);
    if (reason === undefined || word.startsWith('-')) continue;
    out.unbind();
    return cannotListen(version, `${bind.length === 0 ? '*' : word}:${port}`, port, reason);
  }
  return undefined;
}

/** The words about an address that cannot be listened on. */
export const cannotListen = (version: Redis['version'], where: string, port: number, reason: string): string[] =>
  version === '3.2.1'
    ? [`Creating Server TCP listening socket ${where}: ${reason}`]
    : [
        `Warning: Could not create server TCP listening socket ${where}: ${reason}`,
        `Failed listening on port ${port} (TCP), aborting.`,
      ];

export const IN_USE = 'bind: Address already in use';

function open(
  addresses: readonly string[],
  port: number,
  own: readonly string[],
  taken: Set<string>,
  out: Outbox,
): string | undefined {
  for (const ip of addresses) {
    if (!own.includes(ip)) return 'bind: Cannot assign requested address';
    if (taken.has(ip) || !out.bind(ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`)) return IN_USE;
    taken.add(ip);
  }
  return undefined;
}

/** What a word of `bind` means: a name, an address, every IPv4 or IPv6 address. A `-` before it (7.0): if it can be had. */
function addressesOf(word: string, own: readonly string[], out: Outbox): readonly string[] | undefined {
  const name = word.startsWith('-') ? word.slice(1) : word;
  const isV6 = (ip: string) => ip.includes(':');
  if (name === '*' || name === '0.0.0.0') return own.filter((ip) => !isV6(ip));
  if (name === '::*' || name === '::') return own.filter(isV6);
  if (isV6(name) || /^[\d.]+$/.test(name)) return [name];
  return out.resolve(name);
}
