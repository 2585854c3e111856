import type { Outbox } from '../engine/world.ts';
import type { ServerSettings } from './settings.ts';

/** Opens the port on every address of `bind`. False: one of them is in use, or is none of this machine. */
export function listen({ bind, port }: ServerSettings, out: Outbox): boolean {
  if (port === 0) return true;
  const own = out.addresses();
  const wanted = new Set(bind.length === 0 ? own : bind.flatMap((name) => addressesOf(name, own, out)));
  for (const ip of wanted) {
    if (own.includes(ip) && out.bind(ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`)) continue;
    out.unbind();
    return false;
  }
  return true;
}

/** What a word of `bind` means; a `-` before it (7.0): no matter if it cannot be had. */
function addressesOf(word: string, own: readonly string[], out: Outbox): readonly string[] {
  const optional = word.startsWith('-');
  const name = optional ? word.slice(1) : word;
  const isV6 = (ip: string) => ip.includes(':');
  if (name === '*' || name === '0.0.0.0') return own.filter((ip) => !isV6(ip));
  if (name === '::*' || name === '::') return own.filter(isV6);
  const found = out.resolve(name) ?? [name];
  return optional ? found.filter((ip) => own.includes(ip)) : found;
}
