import { bytesOf } from '../../core/utf8.ts';
import { quoted } from '../quoted.ts';
import { splitArguments } from '../split.ts';
import type { Version } from '../version.ts';
import { lower } from './values.ts';

/** What the words after `redis-server` mean. */
export type CommandLine =
  /** Read this file, what comes through a pipe, and these further lines. */
  | { file: string | undefined; options: string | undefined; stdin?: true }
  /** It prints this and ends. */
  | { exit: number; stdout: string; stderr: string };

/** Reads the command line (server.c, `main`); `argv[0]` is the program itself. */
export function readCommandLine(argv: readonly string[], version: Version): CommandLine {
  const args = argv.slice(1);
  const [first] = args;
  if (first === undefined) return { file: undefined, options: undefined };
  if (first === '-v' || first === '--version') return { exit: 0, stdout: VERSIONS[version], stderr: '' };
  if (first === '-h' || first === '--help') return { exit: 1, stdout: '', stderr: USAGE[version] };
  if (first === '--test-memory' && args.length !== 2) return { exit: 1, stdout: '', stderr: NO_MEGABYTES };
  return version === '3.2.1' ? readOld(args) : readNew(args);
}

const VERSIONS: Readonly<Record<Version, string>> = {
  '3.2.1': 'Redis server v=3.2.1 sha=00000000:0 malloc=jemalloc-4.0.3 bits=64 build=9409e6e9ade72a99\n',
  '7.0.15': 'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=ae4d7c971a948f0\n',
};

const NO_MEGABYTES = `Please specify the amount of memory to test in megabytes.
Example: ./redis-server --test-memory 4096

`;

const USAGE: Readonly<Record<Version, string>> = {
  '3.2.1': `Usage: ./redis-server [/path/to/redis.conf] [options]
       ./redis-server - (read config from stdin)
       ./redis-server -v or --version
       ./redis-server -h or --help
       ./redis-server --test-memory <megabytes>

Examples:
       ./redis-server (run the server with default conf)
       ./redis-server /etc/redis/6379.conf
       ./redis-server --port 7777
       ./redis-server --port 7777 --slaveof 127.0.0.1 8888
       ./redis-server /etc/myredis.conf --loglevel verbose

Sentinel mode:
       ./redis-server /etc/sentinel.conf --sentinel
`,
  '7.0.15': `Usage: ./redis-server [/path/to/redis.conf] [options] [-]
       ./redis-server - (read config from stdin)
       ./redis-server -v or --version
       ./redis-server -h or --help
       ./redis-server --test-memory <megabytes>
       ./redis-server --check-system

Examples:
       ./redis-server (run the server with default conf)
       echo 'maxmemory 128mb' | ./redis-server -
       ./redis-server /etc/redis/6379.conf
       ./redis-server --port 7777
       ./redis-server --port 7777 --replicaof 127.0.0.1 8888
       ./redis-server /etc/myredis.conf --loglevel verbose -
       ./redis-server /etc/myredis.conf --loglevel verbose

Sentinel mode:
       ./redis-server /etc/sentinel.conf --sentinel
`,
};

/** A first word that does not begin with `--` is the file; `--name` begins a line, other words go on with it. */
function readOld(args: readonly string[]): CommandLine {
  const file = args[0]?.startsWith('--') ? undefined : args[0];
  let options = '';
  for (const word of file === undefined ? args : args.slice(1)) {
    if (word === '--check-rdb') continue;
    if (word.startsWith('--')) options += `${options === '' ? '' : '\n'}${word.slice(2)} `;
    else options += `${value(word)} `;
  }
  return { file, options };
}

/** The same, but a value may begin with `--`, `--save` may have none, and no word with a `-` is a file. */
function readNew(args: readonly string[]): CommandLine {
  const file = args[0]?.startsWith('-') ? undefined : args[0];
  let options = '';
  let named = false;
  let stdin = false;
  const words = file === undefined ? args : args.slice(1);
  for (const [index, word] of words.entries()) {
    if (word === '-' && (index === words.length - 1 || (index === 0 && file === undefined))) {
      stdin = true;
      continue;
    }
    if (named || !word.startsWith('--')) {
      options += `${value(word)} `;
      named = false;
      continue;
    }
    options += `${options === '' ? '' : '\n'}${word.slice(2)} `;
    const next = words[index + 1];
    const alone = splitArguments(word)?.length === 1;
    const ends = next === undefined || next.startsWith('--');
    if (alone && ends && lower(word) === '--save') options += '""';
    named = alone && !(ends && next !== undefined && ['--save', '--sentinel'].includes(lower(word)));
  }
  return { file, options, ...(stdin ? { stdin: true } : {}) };
}

/** A word of the command line as a word of the file. */
const value = (word: string) => quoted(bytesOf(word));
