import { bytesOf } from '../../simulator/core/utf8.ts';
import { splitArguments } from '../../simulator/redis/split.ts';
import { type ConfCase, redisConf } from '../conformance/redis-conf.ts';
import { differencesOf } from '../conformance/suite.ts';
import type { Recorder, Recording } from './recorder.ts';
import { RedisServer, redisMachine, redisVersion } from './redis-server.ts';
import { Connection } from './resp.ts';

class ConfRecording implements Recording<ConfCase> {
  readonly #machine = redisMachine();

  async record(given: ConfCase): Promise<ConfCase> {
    const text = given.conf_b64 === undefined ? given.conf : Buffer.from(given.conf_b64, 'base64');
    const server = new RedisServer(this.#machine, given.version, {
      ...given.files,
      ...(text == null ? {} : { 'redis.conf': text }),
    });
    try {
      await server.start(given.args);
      const { listening: _, effective: __, ...asked } = given;
      return { ...asked, ...(await told(given, server)) };
    } finally {
      server.end();
    }
  }

  async close(): Promise<void> {
    this.#machine.close();
  }
}

type Told = Pick<ConfCase, 'result' | 'exit'> & Pick<Required<ConfCase>, 'stderr' | 'stdout'> & Partial<Effects>;
type Effects = Required<Pick<ConfCase, 'listening' | 'effective'>>;

/** What one start came to. */
async function told(given: ConfCase, server: RedisServer): Promise<Told> {
  const { exit, stdout, stderr } = server;
  const listening = server.listening();
  const running = exit === null || (exit === 0 && Object.keys(listening).length > 0);
  const rejected = /FATAL CONFIG FILE ERROR|^Invalid option|Fatal error, can't open config file/m.test(stderr + stdout);
  const result = running ? 'running' : rejected ? 'rejected' : 'exited';
  const asked = given.effective && running ? { listening, effective: await effective(given, listening) } : {};
  return { result, exit, stderr, stdout, ...asked };
}

/** CONFIG GET of the names that were asked for, over one connection that gives the file's password. */
async function effective(given: ConfCase, listening: Record<string, string[]>): Promise<Effects['effective']> {
  const [[port, [ip = '']] = ['', []]] = Object.entries(listening);
  const connection = await Connection.open(Number(port), ip === '0.0.0.0' ? '127.0.0.1' : ip === '::' ? '::1' : ip);
  const found: Effects['effective'] = {};
  const password = passwordOf(given.conf ?? '');
  if (password !== undefined) found['AUTH'] = (await connection.command(['AUTH', password])).slice(1, -2);
  for (const name of Object.keys(given.effective ?? {})) {
    if (name === 'AUTH') continue;
    const reply = await connection.command(['CONFIG', 'GET', name]);
    const [, value] = /^\*2\r\n\$\d+\r\n[^\r]*\r\n\$\d+\r\n([\s\S]*)\r\n$/.exec(reply) ?? [];
    if (reply.startsWith('-')) found[name] = { error: reply.slice(1, -2) };
    else found[name] = value === undefined ? null : Buffer.from(value, 'latin1').toString('utf8');
  }
  connection.close();
  return found;
}

/** What a file says last of `requirepass`, in bytes. */
function passwordOf(conf: string): string | undefined {
  const lines = conf.split('\n').map((line) => splitArguments(bytesOf(line)) ?? []);
  return lines.findLast(([name, word]) => name?.toLowerCase() === 'requirepass' && word)?.[1];
}

/** A start of redis-server with a file, in a machine of its own. */
export const redisConfRecorder: Recorder<ConfCase> = {
  suite: redisConf,
  programs: ['redis-server'],
  recordedFrom: 'Redis 7.0.15',
  version: () => `Redis ${redisVersion()}`,
  hindrance: ({ version, edits, conf }) => {
    if (version !== redisVersion()) return `wants Redis ${version}`;
    if (edits || conf?.startsWith('<')) return 'starts from a shipped file that is not here';
    return /^\s*dir\s+"?\/tmp"?\s*$/m.test(conf ?? '') ? 'finds a dump that another server left' : undefined;
  },
  steady: ({ unstable }) => unstable === undefined,
  differences: (recorded, anew) =>
    (['result', 'exit', 'stderr', 'stdout', 'listening', 'effective'] as const).flatMap((field) =>
      recorded[field] === undefined || recorded.unstable?.includes(field)
        ? []
        : differencesOf(field, recorded[field], anew[field]),
    ),
  open: () => new ConfRecording(),
};
