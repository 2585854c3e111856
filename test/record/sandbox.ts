import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Set for the program that runs alone. */
const ALONE = 'SESSION_LAB_ALONE';

/** With processes of its own: when it ends, whatever it has left running ends. */
const UNSHARED = '--net --mount --propagation private --pid --fork --kill-child --mount-proc'.split(' ');

/** A shell takes notice of the end of processes that nobody else waits for. */
const FIRST = ['sh', '-c', '"$@"; exit $?', 'sh'];

/** Why nothing can be recorded on this machine; `undefined`: it can. */
export function hindrance(programs: readonly string[]): string | undefined {
  if (process.platform !== 'linux') return 'recording needs Linux: it uses namespaces of its own';
  if (process.getuid?.() !== 0) return 'recording needs root: it uses namespaces of its own';
  const missing = ['unshare', 'ip', 'chroot', ...programs].filter((program) => pathOf(program) === undefined);
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  const allowed = spawnSync('unshare', [...UNSHARED, 'true']).status === 0;
  return allowed ? undefined : 'recording needs namespaces of its own, which may not be made here';
}

/**
 * Runs this very program once more, in a network with nothing but loopback and with mounts that nobody else sees: real
 * servers listen on their usual ports there, whatever else this machine runs. Returns its exit code; `undefined` when
 * this is that second run, and loopback is up.
 */
export function alone(): number | undefined {
  if (process.env[ALONE]) {
    execFileSync('ip', ['link', 'set', 'lo', 'up']);
    return undefined;
  }
  const words = [...UNSHARED, ...FIRST, process.execPath, ...process.argv.slice(1)];
  const { status } = spawnSync('unshare', words, { stdio: 'inherit', env: { ...process.env, [ALONE]: '1' } });
  return status ?? 1;
}

/** Where a program lies, as a shell of root finds it; or where it is said to lie, if it does. */
export function pathOf(program: string): string | undefined {
  if (program.startsWith('/')) return existsSync(program) ? program : undefined;
  const folders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
  return folders.map((folder) => `${folder}/${program}`).find((path) => existsSync(path));
}

/** The ports on which something listens here, sorted. */
export function listeningPorts(): number[] {
  const lines = ['tcp', 'tcp6'].flatMap((table) => readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1));
  const ports = lines.flatMap((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/);
    return state === '0A' ? [Number.parseInt(local.slice(local.lastIndexOf(':') + 1), 16)] : [];
  });
  return [...new Set(ports)].sort((a, b) => a - b);
}

const FOLDERS =
  'dev etc/nginx home mnt opt proc root run srv sys tmp usr/local usr/share/nginx var/cache var/lib/nginx var/log/nginx var/tmp var/www';

/** The names of the recording's machine (README of the recordings). */
const HOSTS = `127.0.0.1 localhost
127.0.1.1 tomcat1
127.0.1.2 tomcat2
127.0.1.3 tomcat3
127.0.2.1 dual
127.0.2.2 dual
`;

/** A machine of its own as a folder: programs that run in it see nothing else. Only where `alone()` holds. */
export class Machine {
  readonly path = mkdtempSync(join(tmpdir(), 'recorded-'));

  /** `programs`: what is installed on it, by name. */
  constructor(programs: readonly string[]) {
    execFileSync('mount', ['-t', 'tmpfs', 'none', this.path]);
    for (const folder of FOLDERS.split(' ')) mkdirSync(join(this.path, folder), { recursive: true });
    for (const folder of ['dev', 'proc', 'sys'])
      execFileSync('mount', ['--rbind', `/${folder}`, join(this.path, folder)]);
    for (const file of ['/etc/passwd', '/etc/group']) copyFileSync(file, join(this.path, file));
    // A name server that does not answer, as where the recordings were made: other names "fail temporarily".
    this.write('/etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n');
    this.write('/etc/host.conf', 'multi on\n');
    this.write('/etc/hosts', HOSTS);
    for (const program of programs) this.#install(program);
  }

  /** Lays a program and its libraries where they lie here. */
  #install(program: string): void {
    const path = pathOf(program) ?? '';
    const libraries = execFileSync('ldd', [path], { encoding: 'utf8' }).match(/\/\S+/g) ?? [];
    for (const file of [path, ...libraries, '/lib/x86_64-linux-gnu/libnss_files.so.2']) {
      if (!existsSync(file)) continue;
      mkdirSync(join(this.path, dirname(file)), { recursive: true });
      copyFileSync(file, join(this.path, file));
    }
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(join(this.path, dirname(path)), { recursive: true });
    writeFileSync(join(this.path, path), content);
  }

  /** A file's text; none is empty. */
  read(path: string): string {
    return existsSync(join(this.path, path)) ? readFileSync(join(this.path, path), 'utf8') : '';
  }

  has(path: string): boolean {
    return existsSync(join(this.path, path));
  }

  remove(path: string): void {
    rmSync(join(this.path, path), { recursive: true, force: true });
  }

  /** The words that start a program in it, from `cwd`. */
  words(program: string, ...args: string[]): [string, ...string[]] {
    return ['chroot', this.path, program, ...args];
  }

  /** Runs a program to its end, 20 seconds at most. */
  run(program: string, ...args: string[]): SpawnSyncReturns<Buffer> {
    const [command, ...rest] = this.words(program, ...args);
    return spawnSync(command, rest, { timeout: 20_000, killSignal: 'SIGKILL' });
  }

  /** A folder of this machine is there too, to be read only. */
  borrow(folder: string): void {
    mkdirSync(join(this.path, folder), { recursive: true });
    execFileSync('mount', ['--bind', '--options', 'ro', folder, join(this.path, folder)]);
  }

  /** Ends every program that runs in it. */
  endPrograms(): void {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      if (rootOf(pid) === this.path) process.kill(Number(pid), 'SIGKILL');
  }

  /** Throws it away with all that its programs left. */
  close(): void {
    execFileSync('umount', ['--recursive', '--lazy', this.path]);
    rmdirSync(this.path);
  }
}

function rootOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/root`);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
