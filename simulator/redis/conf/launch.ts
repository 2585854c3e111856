import type { Version } from '../version.ts';
import { readCommandLine } from './command-line.ts';
import type { Disk } from './disk.ts';
import { type Network, openPorts } from './listen.ts';
import type { LogEntry } from './log.ts';
import { type Reading, readConfiguration, type Told } from './read.ts';
import { beforeListening, initialized, type Kernel, logged, ready, type Stage, supervision } from './start.ts';
import { isYes, numberValue, textValue, type Values } from './values.ts';

/** How redis-server was called. */
export interface Call {
  version: Version;
  argv: readonly string[];
  cwd: string;
  /** The process's number as its log writes it. */
  pid: string;
  /** stdout is a terminal. */
  terminal: boolean;
}

/** Where it starts. */
export interface Machine {
  disk: Disk;
  network: Network;
  kernel: Kernel;
}

/** What a start comes to. */
export interface Launched {
  /** `rejected`: by the configuration. `exited`: later, or there was nothing to start. */
  result: 'running' | 'rejected' | 'exited';
  /** What the shell sees (128 and the signal's number where one ended it); null: it still runs in the foreground. */
  exit: number | null;
  /** Printed as it stands. */
  stdout: string;
  stderr: string;
  /** Logged on stdout. */
  entries: LogEntry[];
  /** Logged in the file that `logfile` names. */
  filed: LogEntry[];
  /** The configuration that is in force; nothing when there is none. */
  values?: Values;
  /** The file it was read from, as it was named. */
  configFile?: string;
}

/**
 * Starts redis-server as far as its data: options, configuration, ports, logo and warnings, in the program's order.
 * `load` reads the data, and tells what that logs.
 */
export function launch(call: Call, machine: Machine, load: (values: Values) => Stage): Launched {
  const line = readCommandLine(call.argv, call.version);
  if ('exit' in line) return { ...ended('exited', line.exit), stdout: line.stdout, stderr: line.stderr };
  const { disk } = machine;
  const reading = readConfiguration({ version: call.version, disk, cwd: call.cwd }, line.file, line.options);
  if (reading.refusal) return rejected(reading, reading.refusal);
  const configured = line.file !== undefined || line.options !== undefined;
  const heard: LogEntry[] = line.stdin ? [{ mark: '*', role: 'C', text: 'Reading config from stdin' }] : [];
  const started = run(call, machine, reading.values, heard, configured, load);
  return line.file === undefined ? started : { ...started, configFile: line.file };
}

const ended = (result: Launched['result'], exit: number | null): Launched => ({
  result,
  exit,
  stdout: '',
  stderr: '',
  entries: [],
  filed: [],
});

function rejected(reading: Reading, told: Told): Launched {
  const end = ended('rejected', 1);
  if ('stderr' in told) return { ...end, stderr: told.stderr };
  if ('signal' in told) return { ...end, result: 'exited', exit: 128 + told.signal };
  const entry: LogEntry = { mark: '#', role: 'C', text: told.log };
  const [entries, filed] = told.filed ? [[], [entry]] : [[entry], []];
  // What 3.2.1 cannot enter (`dir`) ends it like a failure, what it cannot read like a bad configuration.
  const result = reading.problems[0]?.code === 'redis.cannot-enter' ? 'exited' : 'rejected';
  return { ...end, result, entries, filed };
}

function run(
  call: Call,
  { disk, network, kernel }: Machine,
  read: Values,
  heard: LogEntry[],
  configured: boolean,
  load: (values: Values) => Stage,
): Launched {
  const log: LogEntry[] = [];
  const visible = [...heard, ...clusterWarning(read), ...supervision(read)];
  const done = (values: Values, failed: boolean) => finished(values, visible, log, failed);
  const stages: ((values: Values) => Stage)[] = [
    (values) => beforeListening(values, { program: call.argv[0] ?? '', pid: call.pid, configured }, kernel),
    (values) => ({ values, ...openPorts(values, network, disk) }),
    (values) => initialized(values, kernel, call.terminal, disk),
    load,
    (values) => ({ values, entries: ready(values), failed: false }),
  ];
  let values = oneDatabase(read);
  for (const stage of stages) {
    const next = stage(values);
    values = next.values;
    log.push(...next.entries);
    if (next.failed) return done(values, true);
  }
  return done(values, false);
}

/** Before it goes to the background it speaks to the terminal; afterwards only to a file, if one is named. */
function finished(values: Values, first: LogEntry[], later: LogEntry[], failed: boolean): Launched {
  const background = isYes(values, 'daemonize');
  const filed = textValue(values, 'logfile') !== '';
  const entries = logged(values, filed ? [] : background ? first : [...first, ...later]);
  return {
    ...ended(failed ? 'exited' : 'running', background ? 0 : failed ? 1 : null),
    entries,
    filed: filed ? logged(values, [...first, ...later]) : [],
    values,
  };
}

/** 7.0.15 as part of a cluster has one database. */
function clusterWarning(values: Values): LogEntry[] {
  const databases = numberValue(values, 'databases');
  if (values.version === '3.2.1' || !isYes(values, 'cluster-enabled') || databases === 1) return [];
  const text = `WARNING: Changing databases number from ${databases} to 1 since we are in cluster mode`;
  return [{ mark: '#', role: 'C', text }];
}

const oneDatabase = (values: Values): Values =>
  clusterWarning(values).length === 0 ? values : { ...values, texts: new Map(values.texts).set('databases', '1') };
