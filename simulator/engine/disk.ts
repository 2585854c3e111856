import type { DiskFile, HostBase, World } from './world.ts';

const noFiles: ReadonlyMap<string, DiskFile> = new Map();

/** The disk of a host's machine, by absolute path. */
export const diskOf = ({ disks }: World, { machine }: HostBase): ReadonlyMap<string, DiskFile> =>
  disks.get(machine) ?? noFiles;

/** Writes a file of a host's machine; `undefined` deletes it. */
export function writeFile(world: World, host: HostBase, path: string, file: DiskFile | undefined): void {
  const disk = new Map(diskOf(world, host));
  if (file === undefined) disk.delete(path);
  else disk.set(path, file);
  world.disks = new Map(world.disks).set(host.machine, disk);
}
