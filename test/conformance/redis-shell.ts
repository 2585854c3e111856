import { bytesOf } from '../../simulator/core/utf8.ts';
import type { RedisVersion } from '../../simulator/redis/redis.ts';
import { splitArguments } from '../../simulator/redis/split.ts';
import type { RedisLab } from '../support/redis-lab.ts';
import { RedisTerminal } from './redis-terminal.ts';

/** What a command line of the recordings did. */
export type Ran = { stdout: string; stderr: string; exit: number } | { strange: string };

const done: Ran = { stdout: '', stderr: '', exit: 0 };

/** The few forms of command line that were recorded around redis-cli. */
export async function run(lab: RedisLab, version: RedisVersion, line: string, tty: boolean): Promise<Ran> {
  const file = /^(?:printf "(?<text>[^"]*)"|true) > (?<path>\S+)$/.exec(line)?.groups;
  if (file) return save(lab, file['path'] ?? '', file['text'] ?? '');
  const cut = /^truncate -s (\d+) (\S+)$/.exec(line);
  if (cut) return save(lab, cut[2] ?? '', `REDIS0009${'x'.repeat(Number(cut[1]) - 9)}`);
  const [, verb, path = ''] = /^(rm|mkdir -p|rmdir) (\S+)$/.exec(line) ?? [];
  if (verb === 'rm') return save(lab, path, null);
  if (verb === 'mkdir -p') lab.redis.disk.set(path, { kind: 'folder' });
  if (verb === 'rmdir') lab.redis.disk.delete(path);
  if (verb !== undefined) return done;
  return runClient(lab, version, line, tty);
}

function save(lab: RedisLab, path: string, text: string | null): Ran {
  lab.save(path, text);
  return done;
}

/** `[otherhost] [NAME=value] [printf … |] redis-cli … [; echo rc=$?]` */
async function runClient(lab: RedisLab, version: RedisVersion, line: string, tty: boolean): Promise<Ran> {
  const form =
    /^(?<other>otherhost )?(?:printf '(?<input>[^']*)' \| )?(?<env>\w+=\S+ )?redis-cli(?<args>.*?)(?<code>; echo rc=\$\?)?$/.exec(
      line,
    )?.groups;
  const argv = form && splitArguments(bytesOf(form['args'] ?? ''));
  if (!form || !argv || /[|<>]/.test(form['args'] ?? '')) return { strange: line };
  const input = form['input']?.replaceAll('\\n', '\n');
  const [name = '', value = ''] = (form['env'] ?? '').trim().split('=');
  const around = {
    version,
    terminal: tty,
    ...(input === undefined ? {} : { stdin: input }),
    environment: { [name]: value },
  };
  const dial = dialFrom(form['other'] ? '192.168.25.129' : '192.168.25.128');
  const started = await RedisTerminal.start(lab, argv, around, dial);
  if ('unmodelled' in started) return { strange: `redis-cli ${started.unmodelled}` };
  let ran = 'stdout' in started ? started : { stdout: '', stderr: '', exit: 0 };
  if (started instanceof RedisTerminal) {
    if (input !== undefined && !argv.includes('-x'))
      for (const typed of input.replace(/\n$/, '').split('\n')) {
        if (started.exit !== undefined) break;
        await started.add(typed);
      }
    const { text, stderr } = started.take();
    started.hangUp();
    ran = { stdout: withoutPart(text, stderr), stderr, exit: started.exit ?? 0 };
  }
  return form['code'] ? { ...ran, stdout: `${ran.stdout}rc=${ran.exit}\n`, exit: 0 } : ran;
}

/** Both streams were collected together; stderr was also collected alone, in whole pieces. */
function withoutPart(text: string, part: string): string {
  const at = text.indexOf(part);
  return part === '' || at < 0 ? text : text.slice(0, at) + text.slice(at + part.length);
}

/** How programs reach the server: from the machine itself, or from another. */
export const dialFrom = (own: string) => (host: string, port: number) => {
  const ip = host === 'localhost' ? '127.0.0.1' : host;
  const local = own === '192.168.25.128';
  const from = ip.startsWith('127.') ? '127.0.0.1' : ip === '::1' ? '::1' : own;
  if (!/^[\d.]+$|:/.test(ip)) return undefined;
  return { from: local ? from : own, to: ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}` };
};
