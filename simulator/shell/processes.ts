import type { Host, HostName, Kernel } from '../engine/world.ts';
import { folderOf } from './files/tree.ts';
import { jobsOf } from './jobs.ts';
import type { Terminal } from './state.ts';

/** A process of the machine, as `ps` shows it, and where its signals go. */
export interface Process {
  pid: number;
  parent: number;
  tty: string;
  /** The name without arguments. */
  command: string;
  /** The whole command line. */
  title: string;
  target:
    | { kind: 'host'; host: HostName; worker: boolean }
    | { kind: 'terminal'; terminal: HostName; job: number | undefined };
}

/** Every process of the machine, by process id. */
export function processesOf({ hosts, sockets }: Kernel): Process[] {
  const terminals = hosts.filter((host) => host.kind === 'terminal').filter(({ mode }) => mode !== 'closed');
  const all = hosts.flatMap((host) => (host.kind === 'terminal' ? [] : ofHost(host, terminals, sockets)));
  for (const [index, terminal] of terminals.entries()) all.push(...ofTerminal(terminal, `pts/${index}`));
  return all.sort((a, b) => a.pid - b.pid);
}

function ofTerminal(terminal: Terminal, tty: string): Process[] {
  const bash: Process = {
    pid: terminal.pid,
    parent: 1,
    tty,
    command: 'bash',
    title: '-bash',
    target: { kind: 'terminal', terminal: terminal.name, job: undefined },
  };
  const own = jobsOf(terminal).filter(({ program }) => program.kind !== 'host');
  return [
    bash,
    ...own.map(
      ({ pid, source, program }): Process => ({
        pid,
        parent: terminal.pid,
        tty,
        command: 'name' in program ? program.name : program.kind,
        title: source.replace(/ *\|.*$/, ''),
        target: { kind: 'terminal', terminal: terminal.name, job: pid },
      }),
    ),
  ];
}

function ofHost(host: Host, terminals: readonly Terminal[], sockets: Kernel['sockets']): Process[] {
  const target = { kind: 'host', host: host.name, worker: false } as const;
  const started = terminals.findIndex((one) =>
    jobsOf(one).some(({ program }) => program.kind === 'host' && program.host === host.name),
  );
  const tty = started < 0 ? '?' : `pts/${started}`;
  const parent = terminals[started]?.pid ?? 1;
  switch (host.kind) {
    case 'nginx': {
      if (host.mode === 'stopped' || host.mode === 'killed') return [];
      const title = 'nginx: master process nginx';
      const master: Process = { pid: host.masterPid, parent: 1, tty: '?', command: 'nginx', title, target };
      const workers = host.workers.map(
        ({ pid }, index): Process => ({
          ...master,
          pid,
          parent: host.masterPid,
          // ngx_process_cycle.c: one that finishes what it has says so.
          title:
            index < host.workers.length - 1 || host.mode === 'quitting'
              ? 'nginx: worker process is shutting down'
              : 'nginx: worker process',
          target: { ...target, worker: true },
        }),
      );
      return [master, ...workers];
    }
    case 'tomcat':
      if (host.state === 'stopped' || host.state === 'crashed') return [];
      return [{ pid: host.pid, parent, tty, command: 'java', title: javaLine(folderOf(host) ?? ''), target }];
    case 'redis': {
      if (!host.server) return [];
      const every = [...sockets].some(([address, name]) => name === host.name && !/^127\.|^\[::1\]/.test(address));
      const port = [...sockets].find(([, name]) => name === host.name)?.[0].replace(/^.*:/, '') ?? '6379';
      const title = `./src/redis-server ${every ? '*' : '127.0.0.1'}:${port}`;
      return [
        {
          pid: host.pid,
          parent,
          tty,
          command: 'redis-server',
          title,
          target,
        },
      ];
    }
    default:
      return [];
  }
}

const javaLine = (folder: string): string =>
  `/usr/lib/jvm/java-17-openjdk-amd64/bin/java -Djava.util.logging.config.file=${folder}/conf/logging.properties ` +
  '-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager ' +
  `-classpath ${folder}/bin/bootstrap.jar:${folder}/bin/tomcat-juli.jar -Dcatalina.base=${folder} ` +
  `-Dcatalina.home=${folder} -Djava.io.tmpdir=${folder}/temp org.apache.catalina.startup.Bootstrap start`;

/** A socket that a program listens on. */
export interface Listening {
  /** As netstat shows it: `0.0.0.0:80`, `:::8080`, `127.0.0.1:8005`. */
  address: string;
  family: 'tcp' | 'tcp6';
  port: number;
  process: Process;
}

/** Every listening socket; a port that is open on all addresses is one socket per family. */
export function listeningOf(kernel: Kernel): Listening[] {
  const { sockets, addresses } = kernel;
  const processes = processesOf(kernel);
  const found = new Map<string, Listening>();
  for (const [address, host] of sockets) {
    const process = processes.find(({ target }) => target.kind === 'host' && target.host === host && !target.worker);
    if (!process) continue;
    const colon = address.lastIndexOf(':');
    const port = Number(address.slice(colon + 1));
    const six = address.startsWith('[');
    const family = addresses.filter((ip) => ip.includes(':') === six);
    const every =
      family.length > 0 && family.every((ip) => sockets.get(six ? `[${ip}]:${port}` : `${ip}:${port}`) === host);
    const ip = address.slice(0, colon).replace(/^\[|\]$/g, '');
    const alone = every && (!six || sockets.get(`127.0.0.1:${port}`) === host) && (six || family.length > 1);
    const shown = alone ? (six ? '::' : '0.0.0.0') : ip;
    const one: Listening = { address: `${shown}:${port}`, family: six ? 'tcp6' : 'tcp', port, process };
    found.set(one.address, one);
  }
  return [...found.values()].sort((a, b) => a.family.localeCompare(b.family) || a.port - b.port);
}
