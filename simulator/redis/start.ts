import type { HostName, Outbox } from '../engine/world.ts';
import { usersFrom } from './commands/acl.ts';
import { type Launched, launch } from './conf/launch.ts';
import { logged, ready } from './conf/start.ts';
import { initialValues, numberValue } from './conf/values.ts';
import { arm } from './cron.ts';
import { newDatabase, type Redis, type Server } from './host.ts';
import { writeEntries } from './log.ts';
import { diskFor, networkFor } from './machine.ts';
import { rearm } from './periodic.ts';
import { load } from './persistence/load.ts';
import { enter } from './process.ts';
import { newServer } from './server.ts';
import { settingsOf } from './settings.ts';

/** How redis-server was called. */
export interface Launch {
  argv: readonly string[];
  cwd: string;
  /** The shell that waits for it and whose terminal it writes to. */
  terminal: HostName | null;
  /** The id of the process, if there is one already. */
  pid?: number;
  /** Its output goes to a file. */
  redirected?: boolean;
}

/** Numbers beyond have no database in the lab: each one takes memory, kept or not. */
const MOST_DATABASES = 10_000;

/** As the guide calls it, started in the background. */
export const usualLaunch = ({ folder }: Redis): Launch => ({
  argv: ['./src/redis-server', './redis.conf'],
  cwd: folder,
  terminal: null,
});

/** Starts the program: options, configuration, ports, data. Every failure ends it with words and a code. */
export function start(host: Redis, call: Launch, out: Outbox): void {
  const { version } = host;
  const before = host.server;
  const pid = call.pid ?? out.pid();
  // A second process beside the first gets no further than its port.
  const process: Redis = before ? { ...host, disk: new Map(host.disk) } : host;
  process.pid = pid;
  const server = newServer(initialValues(version, call.cwd), call, out);
  process.server = server;
  let loading = 0;
  const network = networkFor(out);
  const launched = launch(
    {
      version,
      argv: call.argv,
      cwd: call.cwd,
      pid: String(pid),
      terminal: call.terminal !== null && !call.redirected,
    },
    { disk: diskFor(host), network: before ? { ...network, bind: () => false } : network, kernel: host.kernel },
    (values) => {
      server.values = values;
      server.settings = settingsOf(values);
      server.users = usersFrom(values.users);
      server.databases = Array.from(
        { length: Math.min(MOST_DATABASES, numberValue(values, 'databases')) },
        newDatabase,
      );
      const read = load(process, server, out);
      loading = read.takes;
      return { values, entries: read.entries, failed: read.corrupt };
    },
  );
  if (launched.values) {
    server.values = launched.values;
    server.settings = settingsOf(launched.values);
  }
  server.configFile = launched.configFile ?? null;
  report(process, launched, loading, out);
  if (launched.result !== 'running') {
    if (before) return;
    host.server = null;
    host.exitCode = launched.exit;
    return out.unbind();
  }
  host.exitCode = null;
  enter(host, 'start', out);
  if (loading > 0) arm(server, out.now + loading, out);
  else serveFromNowOn(host, server, out);
}

/** What the start prints and logs. While data is still being read, its last lines are yet to come. */
function report(process: Redis, launched: Launched, loading: number, out: Outbox): void {
  const { stdout, stderr, entries, filed, exit, values } = launched;
  const { server } = process;
  const file = server?.settings.logfile ?? '';
  const printed = `${stdout}${stderr}`.replace(/\n$/, '');
  const say = (line: string) => {
    if (server?.terminal) out.send(server.terminal, { type: 'output', lines: [line] });
    if (out.noting) out.note({ kind: 'redis-log', file: '', line });
  };
  if (printed !== '') for (const line of printed.split('\n')) say(line);
  const held = loading > 0 && values ? logged(values, ready(values)).length : 0;
  const early = <T>(all: readonly T[]) => (held > 0 ? all.slice(0, -held) : all);
  for (const entry of early(entries)) writeEntries(process, [entry], '', out);
  writeEntries(process, early(filed), file, out);
  if (exit !== null && server?.terminal) out.send(server.terminal, { type: 'exited', code: exit });
}

/** The data is read. */
export function loaded(host: Redis, server: Server, out: Outbox): void {
  writeEntries(host, logged(server.values, ready(server.values)), server.settings.logfile, out);
  serveFromNowOn(host, server, out);
}

function serveFromNowOn(host: Redis, server: Server, out: Outbox): void {
  enter(host, 'loaded', out);
  rearm(host, server, out);
}
