import { decode, textOf } from '../../simulator/core/utf8.ts';
import { shippedConf } from '../../simulator/lab/shipped-redis-conf.ts';
import { configGet } from '../../simulator/redis/conf/config-get.ts';
import { diskOf } from '../../simulator/redis/conf/disk.ts';
import { type Launched, launch } from '../../simulator/redis/conf/launch.ts';
import type { Network } from '../../simulator/redis/conf/listen.ts';
import { master, renderEntry } from '../../simulator/redis/conf/log.ts';
import type { Stage } from '../../simulator/redis/conf/start.ts';
import { isYes, textValue, type Values } from '../../simulator/redis/conf/values.ts';
import type { Version } from '../../simulator/redis/version.ts';
import { recordedKernel } from '../support/recorded-kernel.ts';
import { type Case, type Difference, differencesOf, type Suite } from './suite.ts';

/** One start of redis-server with a redis.conf. */
export interface ConfCase extends Case {
  version: Version;
  /** Its text; or that of a shipped file with `edits`; or none. */
  conf?: string | null;
  /** The same for a file that is not UTF-8. */
  conf_b64?: string;
  edits?: { line: number; from: string; to: string }[];
  args: string[];
  files?: Record<string, string>;
  result: 'running' | 'rejected' | 'exited';
  exit: number | null;
  stderr?: string;
  stdout?: string;
  listening?: Record<string, string[]>;
  effective?: Record<string, string | null | { error: string }>;
  /** Parts that differ from run to run. */
  unstable?: string[];
}

const NAMES: Readonly<Record<string, readonly string[]>> = { localhost: ['127.0.0.1'] };

/** A start agrees when it ends alike, prints the same, listens on the same addresses and shows the same values. */
export const redisConf: Suite<ConfCase> = {
  name: 'redis-conf',
  file: 'redis/conf-cases.jsonl',
  programs: ({ version }) => [`Redis ${version}`],
  floor: 100,
  group: ({ group }) => group ?? '',
  compare: (recorded) => {
    const text = textOfCase(recorded);
    if (text === undefined) return { skipped: 'shipped-file' };
    const { launched, listening } = play(recorded, text);
    return { differences: compare(recorded, launched, listening) };
  },
  known: {},
};

/** Starts by chance (`npm run fuzz -- redis-conf`) on which the simulator and the real Redis once disagreed. */
export const redisConfFuzz: Suite<ConfCase> = { ...redisConf, name: 'redis-conf-fuzz', file: 'fuzz/redis-conf.jsonl' };

function textOfCase({ conf, conf_b64, edits = [] }: ConfCase): string | null | undefined {
  if (conf_b64 !== undefined) return decode(Buffer.from(conf_b64, 'base64'));
  if (!conf?.startsWith('<the redis.conf shipped')) return conf ?? null;
  if (!conf.includes('3.2.1')) return undefined;
  const lines = shippedConf.split('\n');
  for (const { line, to } of edits) lines[line - 1] = to;
  return lines.join('\n');
}

function play({ version, args, files = {} }: ConfCase, text: string | null) {
  const folder = `/opt/redis-${version}`;
  const here = Object.entries({ ...files, ...(text === null ? {} : { 'redis.conf': text }) });
  const disk = diskOf(Object.fromEntries(here.map(([name, content]) => [`${folder}/${name}`, content])), [
    `${folder}/src`,
  ]);
  const listening: Record<string, string[]> = {};
  const network: Network = {
    addresses: () => ['127.0.0.1', '::1'],
    resolve: (name) => NAMES[name],
    bind: (address) => {
      const [, ip = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(address) ?? [];
      const there = (listening[port] ??= []);
      const all = ip.includes(':') ? '::' : '0.0.0.0';
      if (
        there.some((other) => other === ip || other === all || (ip === all && other.includes(':') === ip.includes(':')))
      )
        return false;
      there.push(ip);
      return true;
    },
  };
  const launched = launch(
    { argv: ['./src/redis-server', ...args], cwd: folder, version, pid: '<pid>', terminal: false },
    { disk, network, kernel: recordedKernel },
    load,
  );
  return { launched, listening };
}

/** What loading the dump.rdb in that machine's /tmp logs: there is no other data. 7.0.15 makes its append only file. */
function load(values: Values): Stage {
  const texts = loaded(values);
  return { values, entries: texts.map((text) => master(values, '*', text)), failed: false };
}

function loaded(values: Values): string[] {
  const old = values.version === '3.2.1';
  if (isYes(values, 'appendonly')) {
    const name = textOf(textValue(values, 'appendfilename'));
    const made = [
      `Creating AOF base file ${name}.1.base.rdb on server start`,
      `Creating AOF incr file ${name}.1.incr.aof on server start`,
    ];
    return old ? [] : made;
  }
  if (values.dir !== '/tmp' || textValue(values, 'dbfilename') !== 'dump.rdb') return [];
  const told = [
    'Loading RDB produced by version 3.2.1',
    'RDB age <n> seconds',
    'RDB memory usage when created <n> Mb',
    'Done loading RDB, keys loaded: 1, keys expired: 0.',
  ];
  return [...(old ? [] : told), 'DB loaded from disk: <s> seconds'];
}

function compare(recorded: ConfCase, launched: Launched, listening: Record<string, string[]>): Difference[] {
  const stable = (part: string) => !recorded.unstable?.includes(part);
  const stdout =
    launched.stdout +
    launched.entries
      .flatMap((entry) => renderEntry(entry, '<pid>', '<date>'))
      .map((line) => `${line}\n`)
      .join('');
  const differences = [
    ...differencesOf('result', recorded.result, launched.result),
    ...differencesOf('exit', asShell(recorded.exit), launched.exit),
    ...(stable('stderr') ? differencesOf('stderr', recorded.stderr ?? '', seen(launched.stderr)) : []),
    ...(stable('stdout') ? differencesOf('stdout', recorded.stdout ?? '', seen(stdout)) : []),
  ];
  if (recorded.listening) {
    const sorted = Object.fromEntries(Object.entries(listening).map(([port, ips]) => [port, ips.toSorted()]));
    differences.push(...differencesOf('listening', recorded.listening, sorted));
  }
  const { values } = launched;
  if (recorded.effective && values)
    for (const [name, expected] of Object.entries(recorded.effective))
      if (name !== 'AUTH') differences.push(...differencesOf(`effective.${name}`, expected, effective(values, name)));
  return differences;
}

/** CONFIG GET of one name on a new connection, which knows the password if there is one. */
function effective(values: Values, name: string): string | null | { error: string } {
  if (values.requirepass === '' || isShut(values)) return { error: 'NOAUTH Authentication required.' };
  const renamed = values.renames.some(({ from }) => from.toLowerCase() === 'config');
  if (renamed)
    return {
      error:
        values.version === '3.2.1'
          ? "ERR unknown command 'CONFIG'"
          : `ERR unknown command 'CONFIG', with args beginning with: 'GET' '${name}' `,
    };
  const [, value] = configGet(values, [name]);
  return value === undefined ? null : textOf(value);
}

/** 7.0.15: the default user of a `user` line has a password, or is off. */
const isShut = ({ users }: Values) =>
  users.some(
    ([name, ...rules]) =>
      name === 'default' && !rules.includes('nopass') && rules.some((rule) => /^(off$|[>#])/.test(rule)),
  );

/** The recording has -11 where a shell sees 139. */
const asShell = (exit: number | null) => (exit !== null && exit < 0 ? 128 - exit : exit);

/** As the recording shows bytes that are no text. */
const seen = (text: string) => text.replace(/[\udc80-\udcff]/g, '\ufffd');
