import { own } from '../../core/own.ts';
import type { ShellFile } from '../../engine/world.ts';

/** The files of the release archives, by version: the top of the folder, and what people look at in `src`. */
const top: Readonly<Record<string, string>> = {
  '3.2.1':
    '.gitignore 00-RELEASENOTES BUGS CONTRIBUTING COPYING INSTALL MANIFESTO README.md runtest runtest-cluster runtest-sentinel sentinel.conf',
  '7.0.15':
    '.codespellrc .gitattributes .gitignore 00-RELEASENOTES BUGS CODE_OF_CONDUCT.md CONTRIBUTING.md COPYING INSTALL MANIFESTO README.md SECURITY.md TLS.md runtest runtest-cluster runtest-moduleapi runtest-sentinel sentinel.conf',
};

const sources =
  'adlist ae anet aof bio bitops blocked cluster config crc16 crc64 db debug dict endianconv geo hyperloglog ' +
  'intset latency lzf_c lzf_d memtest multi networking notify object pqsort pubsub quicklist rand rdb release ' +
  'replication rio scripting sds sentinel server setproctitle sha1 slowlog sort sparkline syncio t_hash t_list ' +
  't_set t_string t_zset util ziplist zipmap zmalloc';

/** What `make` compiles for redis-server, in its order (the first and last as recorded). */
export const objects: readonly string[] = [
  'adlist',
  'quicklist',
  ...sources.split(' ').filter((name) => name !== 'adlist' && name !== 'quicklist'),
];

/** The programs that `make` builds in `src`. */
export const programs = [
  'redis-server',
  'redis-sentinel',
  'redis-cli',
  'redis-benchmark',
  'redis-check-rdb',
  'redis-check-aof',
];

const folders = [
  'deps',
  'deps/hiredis',
  'deps/jemalloc',
  'deps/linenoise',
  'deps/lua',
  'src',
  'tests',
  'tests/integration',
  'tests/unit',
  'utils',
];

type Opaque = Extract<ShellFile, { kind: 'opaque' }>;

const opaque = (size: number, is = ''): Opaque => ({ kind: 'opaque', size, is });

/** An archive as it lies on the server, by the name of its file. */
export function archiveNamed(name: string): Opaque | undefined {
  const version = /^redis-(\d+\.\d+\.\d+)\.tar\.gz$/.exec(name)?.[1] ?? '';
  return Object.hasOwn(top, version)
    ? opaque(version === '3.2.1' ? 1_534_696 : 3_026_412, `archive redis-${version}`)
    : undefined;
}

/** What an archive holds: a folder, and its files by path below it; redis.conf comes from the host. */
export interface Archive {
  folder: string;
  version: string;
  files: Map<string, ShellFile>;
}

/** The contents of a file that is `archive redis-3.2.1`. */
export function unpacked(archive: string): Archive | undefined {
  const version = /^archive redis-(.*)$/.exec(archive)?.[1] ?? '';
  const names = own(top, version);
  if (names === undefined) return undefined;
  const files = new Map<string, ShellFile>();
  for (const folder of folders) files.set(folder, { kind: 'folder' });
  for (const name of names.split(' ')) files.set(name, opaque(name.includes('.') ? 7_000 : 2_000));
  files.set('Makefile', opaque(151, 'makefile'));
  files.set('src/Makefile', opaque(10_500, 'makefile'));
  for (const name of sources.split(' ')) files.set(`src/${name}.c`, opaque(20_000));
  files.set('src/redis-cli.c', opaque(80_000));
  files.set('src/redis-benchmark.c', opaque(28_000));
  files.set('src/redis-check-aof.c', opaque(6_000));
  files.set('src/redis-trib.rb', opaque(60_000));
  files.set('src/server.h', opaque(66_000));
  return { folder: `redis-${version}`, version, files };
}
