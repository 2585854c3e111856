import type { Chain, HostBase, HostName, Message } from '../engine/world.ts';
import { type PeerSet, peerSet } from './balance/peer.ts';
import type { Exchange } from './exchange.ts';
import type { MasterMode } from './master-chart.ts';
import type { NginxSettings, Upstream } from './settings/settings.ts';

/** nginx: a master process and its workers. */
export interface Nginx extends HostBase {
  kind: 'nginx';
  mode: MasterMode;
  /** The files on disk by name; what is read on start and reload. */
  files: Readonly<Record<string, string>>;
  /** The last one takes new requests; those before it finish theirs. One worker per generation is modelled. */
  workers: Worker[];
  /** When the `deadline` timer will fire, in virtual ms; 0: it is not set. */
  wakesAt: number;
  /** Process ids given so far, and connections accepted: only log lines show them. */
  pids: number;
  masterPid: number;
  connections: number;
  /** What arrived while the processes were stopped by SIGSTOP: the kernel keeps it. */
  inbox: Message[];
}

export interface Worker {
  pid: number;
  generation: number;
  settings: NginxSettings;
  /** By index of `settings.upstreams`. */
  sets: PeerSet[];
  /** Idle kept connections by index of `settings.upstreams`, the latest first. */
  idle: IdleConnection[][];
  exchanges: Map<Chain, Exchange>;
}

export interface IdleConnection {
  address: string;
  /** The host at the other end. */
  host: HostName;
  since: number;
  /** Requests it has served. */
  served: number;
}

/** A worker with everything fresh: nothing of an older generation is known to it. */
export function newWorker(settings: NginxSettings, pid: number, generation: number): Worker {
  return {
    pid,
    generation,
    settings,
    sets: settings.upstreams.map(peerSet),
    idle: settings.upstreams.map(() => []),
    exchanges: new Map(),
  };
}

/** Takes the latest idle connection to an address; those that have been idle too long are gone. */
export function takeIdle(worker: Worker, upstream: number, address: string, now: number): IdleConnection | undefined {
  const idle = worker.idle[upstream] as IdleConnection[];
  const { timeout } = (worker.settings.upstreams[upstream] as Upstream).keepalive as NonNullable<Upstream['keepalive']>;
  const alive = idle.filter(({ since }) => now - since < timeout);
  const index = alive.findIndex((one) => one.address === address);
  worker.idle[upstream] = alive.filter((_, i) => i !== index);
  return alive[index];
}

/** Keeps a connection for later; beyond `keepalive N`, the one idle longest is closed. */
export function keepIdle(worker: Worker, upstream: number, connection: IdleConnection): void {
  const settings = (worker.settings.upstreams[upstream] as Upstream).keepalive;
  if (!settings || connection.served >= settings.requests) return;
  worker.idle[upstream] = [connection, ...(worker.idle[upstream] as IdleConnection[])].slice(0, settings.connections);
}

/** The other end closed its connections. */
export function dropIdle(worker: Worker, gone: (connection: IdleConnection) => boolean): void {
  worker.idle = worker.idle.map((idle) => (idle.some(gone) ? idle.filter((one) => !gone(one)) : idle));
}
