import type { Outbox, PowerEvent } from '../engine/world.ts';
import { load } from './load.ts';
import { type MasterEvent, masterLifecycle } from './master-chart.ts';
import type { LogLevel, NginxSettings } from './settings/settings.ts';
import { type Nginx, newWorker, type Worker } from './worker.ts';

/** What a command printed, and its exit status. */
export interface Terminal {
  lines: string[];
  exit: number;
}

/**
 * Obeys the commands of the terminal; signals that are not for nginx in this mode do nothing.
 * @returns what the command printed, where it was one.
 */
export function command(nginx: Nginx, event: PowerEvent, out: Outbox): Terminal | undefined {
  switch (event) {
    case 'start':
      return start(nginx, out);
    case 'reload':
      return reload(nginx, out);
    case 'stop':
      return stop(nginx, out);
    case 'quit':
      return quit(nginx, out);
    case 'crash':
      crash(nginx, out);
      return undefined;
    case 'hang':
    case 'resume':
      advance(nginx, event);
      return undefined;
  }
}

const advance = (nginx: Nginx, event: MasterEvent): void => {
  nginx.mode = masterLifecycle.next(nginx.mode, event);
};

const isUp = (nginx: Nginx) => masterLifecycle.has(nginx.mode, 'up');
export const isFrozen = (nginx: Nginx): boolean => masterLifecycle.has(nginx.mode, 'frozen');

/** `nginx`: reads the files, binds the sockets, starts a worker. */
function start(nginx: Nginx, out: Outbox): Terminal {
  const { settings, lines } = load(nginx.files, (name) => out.resolve(name));
  if (!settings) return terminal(out, 'nginx', lines, 1);
  const running = isUp(nginx) || isFrozen(nginx);
  const taken = running ? takenBySelf(settings) : bindAll(settings, out);
  if (taken)
    return terminal(
      out,
      'nginx',
      [...lines, ...Array<string>(5).fill(taken), 'nginx: [emerg] still could not bind()'],
      1,
    );
  nginx.masterPid = nextPid(nginx);
  advance(nginx, 'started');
  const printed = terminal(out, 'nginx', lines, 0);
  noteMaster(nginx, settings, out, 'notice', [
    'using the "epoll" event method',
    'nginx/1.22.1',
    'OS: Linux 6.1.0-18-amd64',
    'getrlimit(RLIMIT_NOFILE): 1024:524288',
  ]);
  addWorker(nginx, settings, out);
  return printed;
}

/** Binds every address of the file; the line about the first that is taken. A process has its own sockets already. */
function bindAll(settings: NginxSettings, out: Outbox): string | undefined {
  const ports = new Set<string>();
  for (const { address, port } of settings.listens) {
    // `*:80` of the lab covers IPv6 too.
    if (ports.has(`*:${port}`) || out.bind(address === `[::]:${port}` ? `*:${port}` : address)) {
      ports.add(address === `[::]:${port}` ? `*:${port}` : address);
      continue;
    }
    out.unbind();
    return couldNotBind(address);
  }
  return undefined;
}

/** A second nginx finds the sockets of the first. */
const takenBySelf = ({ listens: [first] }: NginxSettings) => first && couldNotBind(first.address);

const couldNotBind = (address: string) =>
  `nginx: [emerg] bind() to ${address.replace('*', '0.0.0.0')} failed (98: Address already in use)`;

function addWorker(nginx: Nginx, settings: NginxSettings, out: Outbox): void {
  const generation = (nginx.workers.at(-1)?.generation ?? 0) + 1;
  const worker = newWorker(settings, nextPid(nginx), generation);
  nginx.workers.push(worker);
  noteMaster(nginx, settings, out, 'notice', ['start worker processes', `start worker process ${worker.pid}`]);
  noteWorker(worker, 'started', out);
}

const nextPid = (nginx: Nginx) => 1000 + nginx.pids++;

/** `nginx -s reload`: a new worker with the new file, or everything as it was. */
function reload(nginx: Nginx, out: Outbox): Terminal {
  const { settings, lines } = load(nginx.files, (name) => out.resolve(name));
  if (!settings) return terminal(out, 'nginx -s reload', lines, 1);
  if (!isUp(nginx)) return notRunning(nginx, 'nginx -s reload', lines, 1, out);
  const printed = terminal(out, 'nginx -s reload', lines, 0);
  if (nginx.mode !== 'running') return printed;
  const before = nginx.workers.at(-1) as Worker;
  noteMaster(nginx, before.settings, out, 'notice', [
    `signal 1 (SIGHUP) received from ${nextPid(nginx)}, reconfiguring`,
    'reconfiguring',
  ]);
  out.unbind();
  const taken = bindAll(settings, out);
  if (taken) {
    noteMaster(nginx, before.settings, out, 'emerg', [taken.replace('nginx: [emerg] ', '')]);
    bindAll(before.settings, out);
    return printed;
  }
  advance(nginx, 'reloaded');
  noteMaster(nginx, settings, out, 'notice', ['using the "epoll" event method']);
  addWorker(nginx, settings, out);
  noteWorker(before, 'draining', out);
  noteFrom(before.pid, before.settings, out, 'notice', ['gracefully shutting down']);
  retire(nginx, out);
  return printed;
}

/** Workers that are not to take new requests go when theirs are done. */
export function retire(nginx: Nginx, out: Outbox): void {
  const current = nginx.mode === 'quitting' ? undefined : nginx.workers.at(-1);
  const leaving = nginx.workers.filter((worker) => worker !== current && worker.exchanges.size === 0);
  if (leaving.length === 0) return;
  nginx.workers = nginx.workers.filter((worker) => !leaving.includes(worker));
  for (const worker of leaving) exited(nginx, worker, out);
  if (nginx.mode !== 'quitting' || nginx.workers.length > 0) return;
  noteMaster(nginx, (leaving.at(-1) as Worker).settings, out, 'notice', ['exit']);
  advance(nginx, 'drained');
}

function exited(nginx: Nginx, worker: Worker, out: Outbox): void {
  noteFrom(worker.pid, worker.settings, out, 'notice', ['exiting', 'exit']);
  noteMaster(nginx, worker.settings, out, 'notice', [
    `signal 17 (SIGCHLD) received from ${worker.pid}`,
    `worker process ${worker.pid} exited with code 0`,
  ]);
  noteWorker(worker, 'exited', out);
}

/** `nginx -s stop`: requests under way are cut. */
function stop(nginx: Nginx, out: Outbox): Terminal {
  if (!isUp(nginx)) return notRunning(nginx, 'nginx -s stop', [], 1, out);
  const printed = terminal(out, 'nginx -s stop', [], 0);
  const { settings } = nginx.workers.at(-1) as Worker;
  noteMaster(nginx, settings, out, 'notice', [`signal 15 (SIGTERM) received from ${nextPid(nginx)}, exiting`]);
  for (const worker of nginx.workers) exited(nginx, worker, out);
  noteMaster(nginx, settings, out, 'notice', ['exit']);
  vanish(nginx, out);
  advance(nginx, 'stop');
  return printed;
}

/** `nginx -s quit`: no new requests, those under way are finished. */
function quit(nginx: Nginx, out: Outbox): Terminal {
  if (!isUp(nginx)) return notRunning(nginx, 'nginx -s quit', [], 1, out);
  const printed = terminal(out, 'nginx -s quit', [], 0);
  if (nginx.mode === 'quitting') return printed;
  const { settings } = nginx.workers.at(-1) as Worker;
  noteMaster(nginx, settings, out, 'notice', [`signal 3 (SIGQUIT) received from ${nextPid(nginx)}, shutting down`]);
  for (const worker of nginx.workers) {
    noteFrom(worker.pid, worker.settings, out, 'notice', ['gracefully shutting down']);
    noteWorker(worker, 'draining', out);
  }
  out.unbind();
  advance(nginx, 'quit');
  retire(nginx, out);
  return printed;
}

/** kill -9 of every process: no word in any log. */
function crash(nginx: Nginx, out: Outbox): void {
  if (!isUp(nginx) && !isFrozen(nginx)) return;
  vanish(nginx, out);
  advance(nginx, 'crash');
}

/** The processes are gone: the kernel closes their sockets and connections. */
function vanish(nginx: Nginx, out: Outbox): void {
  out.unbind();
  for (const worker of nginx.workers) cutAll(worker, out);
  for (const { from, body } of nginx.inbox)
    if (body.type === 'request')
      out.send(from, { type: 'closed', chain: body.chain, attempt: body.attempt, how: 'reset' });
  nginx.inbox = [];
  nginx.workers = [];
  nginx.wakesAt = 0;
}

function cutAll({ exchanges }: Worker, out: Outbox): void {
  for (const { chain, client, clientAttempt, proxying, attempts } of exchanges.values()) {
    out.send(client, { type: 'closed', chain, attempt: clientAttempt, how: 'closed' });
    const peer = attempts.at(-1)?.address;
    if (peer && proxying) out.send(peer, { type: 'abort', chain, attempt: proxying.attempt });
  }
}

/** One worker is killed by a signal: its requests are cut, and the master starts another in its place. */
export function killWorker(nginx: Nginx, worker: Worker, signal: number, out: Outbox): void {
  cutAll(worker, out);
  worker.exchanges.clear();
  const { settings, pid } = worker;
  noteMaster(nginx, settings, out, 'notice', [`signal 17 (SIGCHLD) received from ${pid}`]);
  noteMaster(nginx, settings, out, 'alert', [`worker process ${pid} exited on signal ${signal}`]);
  noteWorker(worker, 'exited', out);
  const current = worker === nginx.workers.at(-1) && nginx.mode !== 'quitting';
  nginx.workers = nginx.workers.filter((one) => one !== worker);
  if (current) addWorker(nginx, settings, out);
  else retire(nginx, out);
}

/** What `nginx -s` prints when there is nobody to signal. After kill -9 the pid file is still there. */
function notRunning(nginx: Nginx, text: string, lines: string[], exit: number, out: Outbox): Terminal {
  const signal = { 'nginx -s reload': 1, 'nginx -s stop': 15, 'nginx -s quit': 3 }[text] ?? 0;
  const frozen = isFrozen(nginx);
  // A stopped process gets its signals when it goes on; the command itself succeeds.
  if (frozen) return terminal(out, text, lines, 0);
  const line =
    nginx.mode === 'killed'
      ? `nginx: [alert] kill(${nginx.masterPid}, ${signal}) failed (3: No such process)`
      : 'nginx: [error] open() "/run/nginx.pid" failed (2: No such file or directory)';
  return terminal(out, text, [...lines, line], exit);
}

function terminal(out: Outbox, text: string, lines: string[], exit: number): Terminal {
  if (out.noting) out.note({ kind: 'terminal', command: text, lines, exit });
  return { lines, exit };
}

function noteWorker(
  { generation, pid, exchanges }: Worker,
  event: 'started' | 'draining' | 'exited',
  out: Outbox,
): void {
  if (out.noting) out.note({ kind: 'worker', event, generation, pid, requests: exchanges.size });
}

function noteMaster(nginx: Nginx, settings: NginxSettings, out: Outbox, level: LogLevel, messages: string[]): void {
  noteFrom(nginx.masterPid, settings, out, level, messages);
}

const severe: ReadonlySet<LogLevel> = new Set(['emerg', 'alert', 'crit', 'error', 'warn']);

function noteFrom(pid: number, { errorLog }: NginxSettings, out: Outbox, level: LogLevel, messages: string[]): void {
  const chatty = errorLog.level === 'notice' || errorLog.level === 'info' || errorLog.level === 'debug';
  if (!out.noting || (!chatty && !severe.has(level))) return;
  for (const message of messages) out.note({ kind: 'error-log', file: errorLog.file, level, pid, message });
}
