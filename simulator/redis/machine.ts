import { parentOf } from '../core/path.ts';
import type { Outbox } from '../engine/world.ts';
import { type Disk, diskOf } from './conf/disk.ts';
import type { Network } from './conf/listen.ts';
import type { Redis } from './host.ts';

/** What a starting server finds on the disk. */
export function diskFor({ folder, files, disk }: Redis): Disk {
  const absolute = (path: string) => (path.startsWith('/') ? path : `${folder}/${path}`);
  const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [absolute(path), text]));
  const folders = [...disk].map(([path, file]) => absolute(file.kind === 'folder' ? path : parentOf(absolute(path))));
  return diskOf(texts, [folder, `${folder}/src`, ...folders]);
}

/** The machine's network, as the kernel lets a program have it. */
export function networkFor(out: Outbox): Network {
  return {
    addresses: () => out.addresses(),
    resolve: (name) => out.resolve(name),
    bind(address) {
      const [, ip = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(address) ?? [];
      const wanted = ip === '0.0.0.0' ? ofFamily(out, false) : ip === '::' ? ofFamily(out, true) : [ip];
      return wanted.every((one) => out.bind(one.includes(':') ? `[${one}]:${port}` : `${one}:${port}`));
    },
  };
}

const ofFamily = (out: Outbox, v6: boolean) => out.addresses().filter((ip) => ip.includes(':') === v6);
