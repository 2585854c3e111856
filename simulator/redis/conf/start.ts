import { resolvePath } from '../../core/path.ts';
import { textOf } from '../../core/utf8.ts';
import type { Version } from '../version.ts';
import { type Disk, openFile } from './disk.ts';
import { isLogged, type LogEntry, master } from './log.ts';
import { isYes, numberValue, textValue, type Values } from './values.ts';

/** Of the kernel, what a starting server looks at. */
export interface Kernel {
  /** net.core.somaxconn. */
  somaxconn: number;
  /** vm.overcommit_memory. */
  overcommit: number;
  /** /sys/kernel/mm/transparent_hugepage/enabled. */
  hugePages: 'always' | 'madvise' | 'never';
  /** `ulimit -n`: what holds, and what it may be raised to. */
  files: { soft: number; hard: number };
}

/** Lines that a server logs, and whether it ends with the last of them. */
export interface Stage {
  values: Values;
  entries: LogEntry[];
  failed: boolean;
}

/** How it was called, for the lines that say so. */
export interface Calling {
  program: string;
  pid: string;
  /** A file or options were given. */
  configured: boolean;
}

/** From the configuration to the ports: who it is, and how many files it may open. */
export function beforeListening(values: Values, calling: Calling, kernel: Kernel): Stage {
  const old = values.version === '3.2.1';
  const entries: LogEntry[] = [];
  const say = (text: string) => entries.push({ mark: '#', role: 'C', text });
  if (!old) {
    say('oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo');
    say(`Redis version=7.0.15, bits=64, commit=00000000, modified=0, pid=${calling.pid}, just started`);
  }
  if (!calling.configured) say(noFile(calling.program));
  else if (!old) say('Configuration loaded');
  const secured = encryption(values);
  if (secured.length > 0) return { values, entries: [...entries, ...secured], failed: true };
  const limited = limitFiles(values, kernel);
  entries.push(...limited.entries);
  if (!old && !limited.failed) entries.push(master(values, '*', 'monotonic clock: POSIX clock_gettime'));
  return { ...limited, entries };
}

/** 7.0.15 cannot encrypt without a certificate, and the lab's machine has none. */
function encryption(values: Values): LogEntry[] {
  if (values.version === '3.2.1') return [];
  const wanted =
    numberValue(values, 'tls-port') !== 0 || isYes(values, 'tls-replication') || isYes(values, 'tls-cluster');
  const certificate = textOf(textValue(values, 'tls-cert-file'));
  const why =
    certificate === ''
      ? 'No tls-cert-file configured!'
      : `Failed to load certificate: ${certificate}: error:80000002:system library::No such file or directory`;
  const texts = wanted ? [why, 'Failed to configure TLS. Check logs for more info.'] : [];
  return texts.map((text) => master(values, '#', text));
}

const noFile = (program: string) =>
  `Warning: no config file specified, using the default config. In order to specify a config file use ${program} /path/to/redis.conf`;

/** Files that it keeps for itself beside one for each client (CONFIG_MIN_RESERVED_FDS). */
const RESERVED = 32;

/** Raises `ulimit -n` to what maxclients needs, or lowers maxclients (server.c, `adjustOpenFilesLimit`). */
function limitFiles(values: Values, { files }: Kernel): Stage {
  const clients = numberValue(values, 'maxclients');
  // Unsigned, 32 bits: the largest maxclients needs the fewest files.
  const wanted = (clients + RESERVED) % 2 ** 32;
  if (wanted <= files.soft) return { values, entries: [], failed: false };
  const steps = Math.ceil(Math.max(0, wanted - files.hard) / 16);
  const best = Math.max(wanted - steps * 16, files.soft);
  const warn = (text: string) => master(values, '#', text);
  if (best >= wanted) {
    const text = `Increased maximum number of open files to ${wanted} (it was originally set to ${files.soft}).`;
    return { values, entries: [master(values, '*', text)], failed: false };
  }
  if (best <= RESERVED) {
    const text = `Your current 'ulimit -n' of ${files.soft} is not enough for the server to start. Please increase your open file limit to at least ${wanted}. Exiting.`;
    return { values, entries: [warn(text)], failed: true };
  }
  const reduced = best - RESERVED;
  return {
    values: { ...values, texts: new Map(values.texts).set('maxclients', String(reduced)) },
    entries: [
      warn(`You requested maxclients of ${clients} requiring at least ${wanted} max file descriptors.`),
      warn(`Server can't set maximum open files to ${wanted} because of OS error: Operation not permitted.`),
      warn(
        `Current maximum open files is ${best}. maxclients has been reduced to ${reduced} to compensate for low ulimit. If you need higher maxclients increase 'ulimit -n'.`,
      ),
    ],
    failed: false,
  };
}

/** Its ports are open: logo, warnings, and what it needs to find before it loads data. `terminal`: stdout is one. */
export function initialized(values: Values, kernel: Kernel, terminal: boolean, disk: Disk): Stage {
  const old = values.version === '3.2.1';
  const entries: LogEntry[] = [drawing(values, terminal)];
  const warn = (text: string) => entries.push(master(values, '#', text));
  const backlog = numberValue(values, 'tcp-backlog');
  if (kernel.somaxconn < backlog)
    warn(
      `WARNING: The TCP backlog setting of ${backlog} cannot be enforced because /proc/sys/net/core/somaxconn is set to the lower value of ${kernel.somaxconn}.`,
    );
  warn(old ? 'Server started, Redis version 3.2.1' : 'Server initialized');
  if (kernel.overcommit === 0) warn(OVERCOMMIT[values.version]);
  if (old && kernel.hugePages !== 'never') warn(HUGE_PAGES);
  const missing = old ? [] : missingParts(values, disk);
  for (const text of missing) warn(text);
  if (!old && missing.length === 0) entries.push(...appendOnlyFolder(values, disk));
  return { values, entries, failed: missing.length > 0 };
}

/** 7.0.15 looks for its append only files whether it is to keep them or not (aof.c, `aofLoadManifestFromDisk`). */
function appendOnlyFolder(values: Values, disk: Disk): LogEntry[] {
  const name = textOf(textValue(values, 'appenddirname'));
  if (disk.folders.has(resolvePath(values.dir, name))) return [];
  return [master(values, '.', `The AOF directory ${name} doesn't exist`)];
}

/** 3.2.1 draws always, as a notice; 7.0.15 only for someone who looks, or who asked for it. */
function drawing(values: Values, terminal: boolean): LogEntry {
  const { version } = values;
  const port = numberValue(values, 'port');
  const seen = terminal && textValue(values, 'logfile') === '' && !isYes(values, 'daemonize');
  if (version === '3.2.1') return { mark: '*', logo: version, port };
  if (seen || isYes(values, 'always-show-logo')) return { mark: '*', logo: version, port };
  const mode = isYes(values, 'cluster-enabled') ? 'cluster' : 'standalone';
  return master(values, '*', `Running mode=${mode}, port=${port}.`);
}

const OVERCOMMIT: Readonly<Record<Version, string>> = {
  '3.2.1':
    "WARNING overcommit_memory is set to 0! Background save may fail under low memory condition. To fix this issue add 'vm.overcommit_memory = 1' to /etc/sysctl.conf and then reboot or run the command 'sysctl vm.overcommit_memory=1' for this to take effect.",
  '7.0.15':
    "WARNING Memory overcommit must be enabled! Without it, a background save or replication may fail under low memory condition. Being disabled, it can can also cause failures without low memory condition, see https://github.com/jemalloc/jemalloc/issues/1328. To fix this issue add 'vm.overcommit_memory = 1' to /etc/sysctl.conf and then reboot or run the command 'sysctl vm.overcommit_memory=1' for this to take effect.",
};

const HUGE_PAGES =
  "WARNING you have Transparent Huge Pages (THP) support enabled in your kernel. This will create latency and memory usage issues with Redis. To fix this issue run the command 'echo never > /sys/kernel/mm/transparent_hugepage/enabled' as root, and add it to your /etc/rc.local in order to retain the setting after a reboot. Redis must be restarted after THP is disabled.";

/** Modules and user files that cannot be loaded: the machine has none. */
function missingParts(values: Values, disk: Disk): string[] {
  const [module] = values.modules.map(textOf);
  if (module !== undefined)
    return [
      `Module ${module} failed to load: ${module}: cannot open shared object file: No such file or directory`,
      `Can't load module from ${module}: server aborting`,
    ];
  if (values.moduleOptions.length > 0)
    return ['Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting'];
  const users = textOf(textValue(values, 'aclfile'));
  if (users === '') return [];
  if (values.users.length > 0)
    return [
      'Configuring Redis with users defined in redis.conf and at the same setting an ACL file path is invalid. This setup is very likely to lead to configuration errors and security holes, please define either an ACL file or declare users directly in your redis.conf, but not both.',
    ];
  const opened = openFile(disk, values.dir, users);
  if ('text' in opened) return [];
  return [`Aborting Redis startup because of ACL errors: Error loading ACLs, opening file '${users}': ${opened.error}`];
}

/** Its data is there: it serves, and its clock begins to tick. */
export function ready(values: Values): LogEntry[] {
  const old = values.version === '3.2.1';
  const port = numberValue(values, 'port');
  const socket = textOf(textValue(values, 'unixsocket'));
  const memory = BigInt(textValue(values, 'maxmemory'));
  const notice = (text: string) => master(values, '*', text);
  const unwatched = !old && textValue(values, 'supervised') === 'systemd';
  const entries: LogEntry[] = [];
  if (port !== 0)
    entries.push(
      notice(old ? `The server is now ready to accept connections on port ${port}` : 'Ready to accept connections'),
    );
  if (socket !== '') entries.push(notice(`The server is now ready to accept connections at ${socket}`));
  // It tells systemd twice: that it serves, and that it is ready.
  if (unwatched) entries.push(...[1, 2].map(() => master(values, '#', NO_SYSTEMD['7.0.15'])));
  if (memory > 0n && memory < 1048576n)
    entries.push(
      master(
        values,
        '#',
        `WARNING: You specified a maxmemory value that is less than 1MB (current value is ${memory} bytes). Are you sure this is what you really want?`,
      ),
    );
  return [...entries, ...firstTick(values)];
}

/** The first tick of its clock: it counts, and a replica looks for its master. */
function firstTick(values: Values): LogEntry[] {
  // Nobody is there, and about this much memory an empty server takes.
  const counted =
    values.version === '3.2.1'
      ? master(values, '-', '0 clients connected (0 slaves), 759480 bytes in use')
      : master(values, '.', '0 clients connected (0 replicas), 876352 bytes in use');
  return [counted, ...(values.master ? firstSync(values, values.master) : [])];
}

/** A replica's first try to reach its master; in the lab nobody is there. */
function firstSync(values: Values, { host, port }: NonNullable<Values['master']>): LogEntry[] {
  const connecting = master(values, '*', `Connecting to MASTER ${textOf(host)}:${port}`);
  const known = /^[\d.]+$|:|^localhost$/.test(host);
  if (!known) return [connecting, master(values, '#', 'Unable to connect to MASTER: Resource temporarily unavailable')];
  return [
    connecting,
    master(values, '*', `MASTER <-> ${values.version === '3.2.1' ? 'SLAVE' : 'REPLICA'} sync started`),
    master(values, '#', 'Error condition on socket for SYNC: Connection refused'),
  ];
}

/** Supervision that was asked for and is not there (server.c, `redisIsSupervised`); logged before anything else. */
export function supervision(values: Values): LogEntry[] {
  const text = {
    systemd: NO_SYSTEMD[values.version],
    upstart: 'upstart supervision requested, but UPSTART_JOB not found',
  }[textValue(values, 'supervised')];
  return text === undefined ? [] : [{ mark: '#', role: 'C', text }];
}

const NO_SYSTEMD: Readonly<Record<Version, string>> = {
  '3.2.1': 'systemd supervision requested, but NOTIFY_SOCKET not found',
  '7.0.15': 'systemd supervision error: NOTIFY_SOCKET not found!',
};

/** What `loglevel` lets through. */
export const logged = (values: Values, entries: readonly LogEntry[]): LogEntry[] =>
  entries.filter(({ mark }) => isLogged(values, mark));
