import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

// The real programs, where they are installed; what cannot be asked of them is said in the tests' names.

/** Where a program is; `undefined`: it is not installed. */
export function installed(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/bin', '/usr/local/bin'];
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** `nginx -t` opens ports and logs, which only root may. */
export const nginx = process.getuid?.() === 0 ? installed('nginx') : undefined;
const redisCli = installed('redis-cli');
export const redisServer = redisCli ? installed('redis-server') : undefined;

/** A folder with these files, for as long as `use` takes. */
export async function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => Promise<T> | T) {
  const folder = mkdtempSync(join(tmpdir(), 'take-home-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `nginx -t` says of a folder's nginx.conf, and its exit code. */
export function nginxTest(program: string, folder: string): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(program, ['-t', '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
    encoding: 'utf8',
  });
  return { status, said: stderr };
}

/**
 * Starts a redis-server with a folder's redis.conf, every line of which it reads; only where it listens (a socket of its own), logs
 * and lies is said behind it. Tells the settings that it then has; `undefined`: it did not come up, and `said` says why.
 */
export async function redisSettings(program: string, folder: string, password: string, names: readonly string[]) {
  const socket = join(folder, 'redis.sock');
  const elsewhere = ['--port', '0', '--unixsocket', socket, '--daemonize', 'no', '--dir', folder, '--logfile', ''];
  const server = spawn(program, [join(folder, 'redis.conf'), ...elsewhere, '--pidfile', join(folder, 'pid')]);
  let said = '';
  server.stdout.on('data', (text) => (said += text));
  server.stderr.on('data', (text) => (said += text));
  const ended = once(server, 'exit');
  const settings: Record<string, string> = {};
  // Its log may be told to be silent.
  while (server.exitCode === null && !existsSync(socket)) await setTimeout(50);
  const up = server.exitCode === null;
  if (up) {
    const options = ['-s', socket, ...(password === '' ? [] : ['-a', password, '--no-auth-warning'])];
    for (const name of names) {
      const [, value = ''] = execFileSync(redisCli ?? '', [...options, 'config', 'get', name], {
        encoding: 'utf8',
      }).split('\n');
      settings[name] = value;
    }
    server.kill('SIGTERM');
  }
  await ended;
  return { settings: up ? settings : undefined, said };
}
