import type { Kernel, World } from './world.ts';

/** What the kernel of a machine shows to its shells. */
export const kernelOf = (world: World, machine: string): Kernel => ({
  files: world.disks.get(machine) ?? new Map(),
  hosts: [...world.hosts.values()].filter((host) => host.machine === machine),
  addresses: world.machines.get(machine) ?? [],
  sockets: world.sockets,
});
