import type { Outbox } from '../../engine/world.ts';
import { arm } from '../cron.ts';
import type { Child, Redis, Server } from '../host.ts';
import { log } from '../log.ts';
import { aofPath, canWrite, writeTo } from './files.ts';
import { cannotOpen, saved, writeRdb } from './save.ts';
import { countKeys, snapshot, writingTime } from './snapshot.ts';

/** The parent notices an end at its next turn, a tenth of a second later at most (ms). */
const REAPING = 50;

/** BGSAVE: a child writes the memory as it is now. */
export function startSave(host: Redis, server: Server, out: Outbox): void {
  server.triedAt = out.now;
  begin(host, server, 'rdb', out);
  log(host, '*', `Background saving started by pid ${childPid(host)}`, out);
}

/** BGREWRITEAOF. */
export function startRewrite(host: Redis, server: Server, out: Outbox): void {
  server.rewriteScheduled = false;
  begin(host, server, 'aof', out);
  log(host, '*', `Background append only file rewriting started by pid ${childPid(host)}`, out);
}

function begin(_host: Redis, server: Server, kind: Child['kind'], out: Outbox): void {
  const databases = snapshot(server);
  const takes = writingTime(countKeys(databases)) + REAPING;
  server.child = { kind, databases, startedAt: out.now, doneAt: out.now + takes, dirty: server.dirty };
  arm(server, server.child.doneAt, out);
}

/** The child has ended. */
export function finishChild(host: Redis, server: Server, out: Outbox): void {
  const { child } = server;
  server.child = null;
  if (child?.kind === 'rdb') finishSave(host, server, child, out);
  else if (child) finishRewrite(host, server, child, out);
}

function finishSave(host: Redis, server: Server, { databases, dirty }: Child, out: Outbox): void {
  if (!canWrite(host, server)) {
    server.saveFailed = true;
    log(host, '#', cannotOpen(host), out, 'C');
    log(host, '#', 'Background saving error', out);
    return;
  }
  writeRdb(host, server, databases, 'changes', out);
  log(host, '*', 'DB saved on disk', out, 'C');
  log(host, '*', memoryOfChild[host.version], out, 'C');
  log(host, '*', 'Background saving terminated with success', out);
  const since = server.dirty - dirty;
  saved(server, out);
  server.dirty = since;
}

/** How much of the memory had to be copied meanwhile: nothing to speak of. */
const memoryOfChild: Record<Redis['version'], string> = {
  '3.2.1': 'RDB: 0 MB of memory used by copy-on-write',
  '7.0.15': 'Fork CoW for RDB: current 0 MB, peak 0 MB, average 0 MB',
};

function finishRewrite(host: Redis, server: Server, { databases }: Child, out: Outbox): void {
  const appending = server.settings.appendonly;
  writeTo(host, aofPath(host, server), { kind: 'aof', databases, appending });
  log(host, '*', 'Background AOF rewrite terminated with success', out);
  log(host, '*', 'Background AOF rewrite finished successfully', out);
}

const childPid = ({ pid }: Redis) => pid + 1;
