import { hasBadLinks } from './link.ts';
import type { Address, HostBase, HostName, World } from './world.ts';

/** The addresses of a host's machine. */
export const addressesOf = ({ machines }: World, { machine }: HostBase): readonly string[] =>
  machines.get(machine) ?? [];

/** Listens on `ip:port`, or on every address of the machine for `*:port`. False: address already in use. */
export function bind(world: World, host: HostBase, address: Address): boolean {
  const port = address.slice(2);
  const every = () => addressesOf(world, host).map((ip) => (ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`));
  const wanted = address.startsWith('*:') ? every() : [address];
  if (wanted.some((one) => world.sockets.has(one))) return false;
  world.sockets = new Map(world.sockets);
  for (const one of wanted) world.sockets.set(one, host.name);
  return true;
}

/** Stops listening everywhere. Who it was is remembered where a link is out of order, which does not end with a process. */
export function unbind(world: World, { name }: HostBase): void {
  const isMine = ([, owner]: [Address, HostName]) => owner === name;
  if (hasBadLinks(world)) world.former = new Map([...world.former, ...[...world.sockets].filter(isMine)]);
  world.sockets = new Map([...world.sockets].filter((entry) => !isMine(entry)));
}
