import { type CompletedLine, completeLine } from '../shell/complete.ts';
import type { HostName, Kernel, World } from './world.ts';

/** What the kernel of a machine shows to its shells. */
export const kernelOf = (world: World, machine: string): Kernel => ({
  files: world.disks.get(machine) ?? new Map(),
  hosts: [...world.hosts.values()].filter((host) => host.machine === machine),
  addresses: world.machines.get(machine) ?? [],
  sockets: world.sockets,
});

/** What Tab makes of a line in a window, the cursor being at `at`. Changes nothing. */
export function completeIn(world: World, host: HostName, line: string, at: number): CompletedLine {
  const terminal = world.hosts.get(host);
  if (terminal?.kind !== 'terminal') throw new Error(`"${host}" is not a terminal`);
  return completeLine(terminal, kernelOf(world, terminal.machine), line, at);
}

/** Whether anybody may read what is on the disks. */
export function hasShells({ hosts }: World): boolean {
  for (const { kind } of hosts.values()) if (kind === 'terminal') return true;
  return false;
}
