import type { Outbox } from '../engine/world.ts';
import type { Values } from './conf/values.ts';
import type { Server, Stats } from './host.ts';
import { settingsOf } from './settings.ts';
import type { Launch } from './start.ts';

/** Numbers below are the server's own. */
const FIRST_CLIENT = 3;

/** The memory of a process that has just begun. */
export const newServer = (values: Values, { terminal, redirected, argv, cwd }: Launch, out: Outbox): Server => ({
  values,
  settings: settingsOf(values),
  databases: [],
  clients: new Map(),
  terminal,
  redirected: redirected ?? false,
  executable: argv[0] ?? '',
  configFile: null,
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
