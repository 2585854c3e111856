import type { Version } from '../version.ts';

/** What redis-cli was started for. */
export interface Options {
  version: Version;
  host: string;
  port: number;
  /** What AUTH sends on every new connection: a password, or a user and a password. */
  auth?: string[];
  database: number;
  /** Show replies for people (types, quotes) or bare. */
  output: 'standard' | 'raw';
  /** The command of the command line; empty: it asks for commands. */
  command: string[];
  /** How often the command is sent; negative: for ever. */
  repeat: number;
  /** Milliseconds between two of these. */
  interval: number;
  /** An error reply ends it with exit code 1 (`-e`). */
  failOnError: boolean;
  /** What is printed on stderr before anything else. */
  warning: string;
}

/** How a command line is understood: a start, an immediate end, or an option that the lab does not have. */
export type Understood =
  | { options: Options }
  | { exit: number; stdout: string; stderr: string }
  /** A real option (`--bigkeys`); there is nothing behind it here. */
  | { unmodelled: string };

/** What the shell knows that redis-cli asks for. */
export interface Surroundings {
  version: Version;
  /** stdout is a terminal; else replies are bare. */
  terminal: boolean;
  environment?: Readonly<Record<string, string>>;
  /** What came through a pipe, where there is one: `-x` appends it to the command. */
  stdin?: string;
}

/** Options without a value, and those with one, that only later versions know. */
const FLAGS: Readonly<Record<Version, readonly string[]>> = {
  '3.2.1': ['-x', '-c', '--raw', '--no-raw'],
  '7.0.15': ['-x', '-c', '--raw', '--no-raw', '--no-auth-warning', '-e', '-2'],
};
const VALUED: Readonly<Record<Version, readonly string[]>> = {
  '3.2.1': ['-h', '-p', '-a', '-n', '-r', '-i'],
  '7.0.15': ['-h', '-p', '-a', '--pass', '--user', '-n', '-r', '-i'],
};
const UNMODELLED: Readonly<Record<Version, readonly string[]>> = {
  '3.2.1': words(`-s -d --csv --latency --latency-dist --latency-history --lru-test --slave --stat --scan --pattern
    --intrinsic-latency --rdb --pipe --pipe-timeout --bigkeys --eval --ldb --ldb-sync-mode --help`),
  '7.0.15':
    words(`-s -d -D -u -3 -X --csv --json --quoted-input --quoted-pattern --askpass --tls --sni --cacert --cacertdir
    --cert --key --tls-ciphers --tls-ciphersuites --insecure --show-pushes --latency --latency-dist --latency-history
    --lru-test --replica --slave --stat --scan --pattern --intrinsic-latency --rdb --functions-rdb --pipe --pipe-timeout
    --bigkeys --memkeys --memkeys-samples --hotkeys --eval --ldb --ldb-sync-mode --cluster --verbose --help`),
};

function words(text: string): string[] {
  return text.split(/\s+/);
}

const PASSWORD_WARNING =
  "Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\n";

/** Reads the words after `redis-cli` (redis-cli.c, `parseOptions`). */
export function understand(argv: readonly string[], around: Surroundings): Understood {
  const { version } = around;
  const given = new Map<string, string>();
  let at = 0;
  for (; at < argv.length; at++) {
    const option = argv[at] as string;
    const value = argv[at + 1];
    if (option === '-v' || option === '--version') return { exit: 0, stdout: `redis-cli ${version}\n`, stderr: '' };
    if (VALUED[version].includes(option) && value !== undefined) given.set(option, argv[++at] as string);
    else if (FLAGS[version].includes(option)) given.set(option, '');
    else if (UNMODELLED[version].includes(option) || option === '-h') return { unmodelled: option };
    else if (option.startsWith('-')) return unrecognized(option);
    else break;
  }
  const port = integer(given.get('-p') ?? '6379');
  if (version !== '3.2.1' && (port < 0 || port > 65535))
    return { exit: 1, stdout: '', stderr: 'Invalid server port.\n' };
  const command = argv.slice(at);
  if (given.has('-x')) command.push(around.stdin ?? '');
  return { options: { ...optionsOf(given, around), port, command } };
}

const unrecognized = (option: string): Understood => ({
  exit: 1,
  stdout: '',
  stderr: `Unrecognized option or bad number of args for: '${option}'\n`,
});

function optionsOf(given: ReadonlyMap<string, string>, around: Surroundings): Omit<Options, 'port' | 'command'> {
  const { version } = around;
  const typed = given.get('-a') ?? given.get('--pass');
  const password = typed ?? (version === '3.2.1' ? undefined : around.environment?.['REDISCLI_AUTH']);
  const user = given.get('--user');
  const raw = given.has('--raw') || (!around.terminal && !given.has('--no-raw'));
  const silent = version === '3.2.1' || typed === undefined || given.has('--no-auth-warning');
  return {
    version,
    host: given.get('-h') ?? '127.0.0.1',
    ...(password === undefined ? {} : { auth: user === undefined ? [password] : [user, password] }),
    database: integer(given.get('-n') ?? '0'),
    output: raw ? 'raw' : 'standard',
    repeat: integer(given.get('-r') ?? '1'),
    interval: Math.max(0, Number.parseFloat(given.get('-i') ?? '0') || 0) * 1000,
    failOnError: given.has('-e'),
    warning: silent ? '' : PASSWORD_WARNING,
  };
}

/** `atoi`: the digits at the beginning, 0 without any. */
export const integer = (text: string): number => Number.parseInt(/^\s*([+-]?\d+)/.exec(text)?.[1] ?? '0', 10) | 0;
