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
  const pid = begin(server, 'rdb', out);
  log(host, '*', `Background saving started by pid ${pid}`, out);
}

/** BGREWRITEAOF, and CONFIG SET appendonly yes. */
export function startRewrite(host: Redis, server: Server, out: Outbox): void {
  server.rewriteScheduled = false;
  const pid = begin(server, 'aof', out);
  if (host.version === '7.0.15' && server.settings.appendonly)
    log(host, '*', `Creating AOF incr file temp-${server.settings.appendfilename}.incr on background rewrite`, out);
  log(host, '*', `Background append only file rewriting started by pid ${pid}`, out);
}

function begin(server: Server, kind: Child['kind'], out: Outbox): number {
  const databases = snapshot(server);
  const takes = writingTime(countKeys(databases)) + REAPING;
  const pid = out.pid();
  server.child = { kind, pid, databases, startedAt: out.now, doneAt: out.now + takes, dirty: server.dirty };
  arm(server, server.child.doneAt, out);
  return pid;
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
  log(host, '*', copied[host.version], out, 'C');
  log(host, '*', 'Background saving terminated with success', out);
  const since = server.dirty - dirty;
  saved(server, out);
  server.dirty = since;
}

/** How much of the memory had to be copied meanwhile: nothing to speak of. */
const copied: Record<Redis['version'], string> = {
  '3.2.1': 'RDB: 0 MB of memory used by copy-on-write',
  '7.0.15': 'Fork CoW for RDB: current 0 MB, peak 0 MB, average 0 MB',
};

function finishRewrite(host: Redis, server: Server, { databases, pid }: Child, out: Outbox): void {
  const { appendonly, appendfilename: name } = server.settings;
  writeTo(host, aofPath(host, server), { kind: 'aof', databases, appending: appendonly });
  const [inChild, inParent] = host.version === '3.2.1' ? oldRewrite : newRewrite(name, pid, appendonly);
  for (const line of inChild) log(host, '*', line, out, 'C');
  for (const line of inParent) log(host, '*', line, out);
}

/** What the child and then the parent write about a rewrite (aof.c of each version). */
const oldRewrite: [string[], string[]] = [
  [
    'AOF rewrite child asks to stop sending diffs.',
    'Parent agreed to stop sending diffs. Finalizing AOF...',
    'Concatenating 0.00 MB of AOF diff received from parent.',
    'SYNC append only file rewrite performed',
    'AOF rewrite: 0 MB of memory used by copy-on-write',
  ],
  [
    'Background AOF rewrite terminated with success',
    'Residual parent diff successfully flushed to the rewritten AOF (0.00 MB)',
    'Background AOF rewrite finished successfully',
  ],
];

const newRewrite = (name: string, pid: number, appending: boolean): [string[], string[]] => [
  [
    `Successfully created the temporary AOF base file temp-rewriteaof-bg-${pid}.aof`,
    'Fork CoW for AOF rewrite: current 0 MB, peak 0 MB, average 0 MB',
  ],
  [
    'Background AOF rewrite terminated with success',
    `Successfully renamed the temporary AOF base file temp-rewriteaof-bg-${pid}.aof into ${name}.1.base.rdb`,
    ...(appending
      ? [`Successfully renamed the temporary AOF incr file temp-${name}.incr into ${name}.1.incr.aof`]
      : []),
    'Background AOF rewrite finished successfully',
  ],
];
