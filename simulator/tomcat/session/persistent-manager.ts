import { dropAt, inOrder, newSharedMap, ownAt, putAt } from '../../core/shared-map.ts';
import type { PersistentManagerSettings } from '../conf/manager.ts';
import type { Session, Webapp } from '../host.ts';
import { throwableText } from '../java/value.ts';
import { log } from '../log/note.ts';
import { aboutOf, countedIn } from './about.ts';
import { deleteSessionFile, readSessionFile, sessionFilesUnder, writeSessionFile } from './disk.ts';
import { storedSessionFile, storeFolder } from './files.ts';
import type { Duty, SessionManager } from './manager.ts';
import { expire, isExpired } from './session.ts';
import { standardManager } from './standard-manager.ts';
import { readSessions, writeSessions } from './stored.ts';

/**
 * Sessions in memory, with a store beside it: copied there after some idling (`maxIdleBackup`), moved there
 * (`maxIdleSwap`, `minIdleSwap` when there are too many), at a stop (`saveOnRestart`), and looked for there
 * when an id is not in memory. A copy in memory is never compared with the one in the store.
 */
export const persistentManager: SessionManager<PersistentManagerSettings> = {
  start(duty, settings) {
    if (!settings.store) log(duty.out, duty.thread, 'no-store');
    else if (!settings.saveOnRestart) for (const file of filesIn(duty, settings)) deleteSessionFile(duty, file);
    return undefined;
  },

  stop(duty, settings) {
    const { app, out } = duty;
    for (const [, session] of inOrder(app.sessions)) if (settings.saveOnRestart) store(duty, session, settings, 'stop');
    if (app.sessions.size > 0 && out.noting && !(settings.saveOnRestart && settings.store)) {
      const about = { ...aboutOf(app), ...countedIn(app) };
      out.note({ kind: 'sessions-lost', ...about, why: 'not-saved' });
    }
    app.sessions = newSharedMap();
  },

  removed(duty, id, settings) {
    const file = storedSessionFile(duty.app.settings.work, settings, id);
    if (file !== undefined) deleteSessionFile(duty, file);
  },

  find(duty, id, settings) {
    return standardManager.find(duty, id, standardLike(settings)) ?? fetch(duty, id, settings);
  },

  background(duty, settings) {
    const { app, out } = duty;
    for (const [, session] of inOrder(app.sessions)) {
      const idle = Math.floor((out.now - session.thisAccessed) / 1000);
      if (isExpired(session, out.now)) {
        expire(app, session, 'background', out);
        persistentManager.removed(duty, session.id, settings);
      } else if (settings.maxIdleSwap >= 0 && idle >= settings.maxIdleSwap) swapOut(duty, session, settings);
      else if (tooMany(duty, settings) && settings.minIdleSwap >= 0 && idle >= settings.minIdleSwap)
        swapOut(duty, session, settings);
      else if (
        settings.maxIdleBackup >= 0 &&
        idle >= settings.maxIdleBackup &&
        session.backedUp < session.thisAccessed
      ) {
        store(duty, session, settings, 'backup');
        backedUp(app, session, out.now);
      }
    }
  },

  nextRun(duty, settings) {
    const watches =
      settings.store !== undefined &&
      (settings.maxIdleBackup >= 0 || settings.maxIdleSwap >= 0 || settings.minIdleSwap >= 0);
    return watches && duty.app.sessions.size > 0 ? duty.out.now : standardManager.nextRun(duty, standardLike(settings));
  },
};

/** Writes a session into the store after a request, or before (PersistentValve). */
export function store(
  duty: Duty,
  session: Readonly<Session>,
  settings: PersistentManagerSettings,
  why: 'backup' | 'swap' | 'valve' | 'stop',
): void {
  const file = storedSessionFile(duty.app.settings.work, settings, session.id);
  if (file === undefined) return;
  writeSessionFile(duty, file, writeSessions(duty.app, [session], duty.thread, duty.out));
  if (duty.out.noting) duty.out.note({ kind: 'session-stored', ...aboutOf(duty.app), id: session.id, file, why });
}

/** A table whose DataSource is not bound: every use of the store fails (DataSourceStore.open). */
export function storeUnusable({ store: kept }: PersistentManagerSettings): string | undefined {
  return kept?.kind === 'table' && !kept.bound ? kept.source : undefined;
}

/** Logs what DataSourceStore says when its DataSource cannot be looked up. */
export function logUnusable({ thread, out }: Duty, source: string): void {
  const [first = ''] = source.split('/');
  const message = `Name [${source}] is not bound in this Context. Unable to find [${first}].`;
  log(out, thread, 'data-source-missing', { source }, { class: 'javax.naming.NameNotFoundException', message });
}

const tooMany = ({ app }: Duty, { maxActive }: PersistentManagerSettings) =>
  maxActive >= 0 && app.sessions.size >= maxActive;

function backedUp({ sessions }: Webapp, { id }: Readonly<Session>, now: number) {
  const session = ownAt(sessions, id);
  if (session) session.backedUp = now;
}

function swapOut(duty: Duty, session: Readonly<Session>, settings: PersistentManagerSettings) {
  store(duty, session, settings, 'swap');
  dropAt(duty.app.sessions, session.id);
}

function fetch(duty: Duty, id: string, settings: PersistentManagerSettings) {
  const { app, thread, out } = duty;
  const file = storedSessionFile(duty.app.settings.work, settings, id);
  const found = file === undefined ? undefined : readSessionFile(duty, file);
  if (file === undefined || !found) return undefined;
  const { sessions, fault } = readSessions(app, found, thread, out);
  const [session] = sessions;
  if (fault) log(out, thread, 'session-load-failed', { session: id, why: fault.message ?? throwableText(fault) });
  if (!session || isExpired(session, out.now)) return undefined;
  putAt(app.sessions, id, session);
  if (out.noting) out.note({ kind: 'session-fetched', ...aboutOf(app), id, file });
  return session;
}

function filesIn(duty: Duty, settings: PersistentManagerSettings) {
  const folder = storeFolder(duty.app.settings.work, settings);
  return folder === undefined ? [] : sessionFilesUnder(duty, folder);
}

const standardLike = ({ maxActive, expiresFrequency }: PersistentManagerSettings) =>
  ({ kind: 'standard', maxActive, expiresFrequency, pathname: undefined }) as const;
