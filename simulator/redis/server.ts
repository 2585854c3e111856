import type { Outbox } from '../engine/world.ts';
import type { Launch } from './configuration.ts';
import type { Server, Stats } from './host.ts';
import type { ServerSettings } from './settings.ts';

/** Numbers below are the server's own. */
const FIRST_CLIENT = 3;

/** The memory of a process that has just begun. */
export const newServer = (
  settings: ServerSettings,
  { terminal, redirected, argv, cwd }: Launch,
  configFile: string | null,
  out: Outbox,
): Server => ({
  settings,
  databases: Array.from({ length: settings.databases }, () => ({ entries: new Map() })),
  clients: new Map(),
  terminal,
  redirected: redirected ?? false,
  executable: argv[0] ?? '',
  configFile,
  cwd,
  startedAt: out.now,
  dirty: 0,
  savedAt: out.now,
  triedAt: out.now,
  wakesAt: 0,
  nextClientId: FIRST_CLIENT,
  watching: 0,
  monitors: 0,
  child: null,
  rewriteScheduled: false,
  saveFailed: false,
  pausedUntil: 0,
  sleeping: false,
  lists: [],
  activeExpire: true,
  master: null,
  users: new Map(),
  computing: null,
  stats: newStats(),
});

/** All counters at nought, as after CONFIG RESETSTAT. */
export const newStats = (): Stats => ({
  loaded: 0,
  loadedDead: 0,
  saves: 0,
  errors: 0,
  connections: 0,
  commands: 0,
  rejected: 0,
  expired: 0,
  evicted: 0,
  hits: 0,
  misses: 0,
  calls: new Map(),
  errorsByCode: new Map(),
});
