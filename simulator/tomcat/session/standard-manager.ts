import { eachOf, inOrder, newSharedMap, ownAt, putAt, valueAt } from '../../core/shared-map.ts';
import type { StandardManagerSettings } from '../conf/manager.ts';
import type { Session } from '../host.ts';
import { hashMapOrder } from '../java/value.ts';
import { log } from '../log/note.ts';
import { aboutOf, counted, countedIn } from './about.ts';
import { deleteSessionFile, readSessionFile, writeSessionFile } from './disk.ts';
import { savedSessionsFile } from './files.ts';
import type { SessionManager } from './manager.ts';
import { expire, isExpired } from './session.ts';
import { readSessions, writeSessions } from './stored.ts';

/** Sessions in this process's memory; with a `pathname`, kept in one file from a graceful stop to the next start. */
export const standardManager: SessionManager<StandardManagerSettings> = {
  start(duty, settings) {
    const { app, thread, out } = duty;
    const file = savedSessionsFile(app.settings.work, settings);
    const saved = file === undefined ? undefined : readSessionFile(duty, file);
    if (file === undefined || !saved) return undefined;
    deleteSessionFile(duty, file);
    const { sessions, fault } = readSessions(app, saved, thread, out);
    for (const session of sessions) putAt(app.sessions, session.id, session);
    if (fault) log(out, thread, 'sessions-load-failed', {}, fault);
    if (!out.noting) return undefined;
    const about = aboutOf(app);
    out.note({ kind: 'sessions-loaded', ...about, file, ...counted(sessions) });
    const lost = saved.sessions.filter(({ id }) => !valueAt(app.sessions, id));
    if (lost.length > 0) out.note({ kind: 'sessions-lost', ...about, ...counted(lost), why: 'unreadable' });
    return undefined;
  },

  stop(duty, settings) {
    const { app, thread, out } = duty;
    const file = savedSessionsFile(app.settings.work, settings);
    if (app.sessions.size === 0) return;
    if (file === undefined) {
      if (out.noting) out.note({ kind: 'sessions-lost', ...aboutOf(app), ...countedIn(app), why: 'not-saved' });
    } else {
      const ids = hashMapOrder(inOrder(app.sessions).map(([id]) => id));
      const sessions = ids.map((id) => valueAt(app.sessions, id) as Readonly<Session>);
      const written = writeSessions(app, sessions, thread, out);
      writeSessionFile(duty, file, written);
      if (written.broken) log(out, thread, 'sessions-save-failed', {}, written.broken);
      if (out.noting) out.note({ kind: 'sessions-saved', ...aboutOf(app), file, ...counted(written.sessions) });
    }
    app.sessions = newSharedMap();
  },

  find({ app, out }, id) {
    const session = ownAt(app.sessions, id);
    if (session === undefined || !isExpired(session, out.now)) return session;
    expire(app, session, 'request', out);
    return undefined;
  },

  removed() {},

  background({ app, out }) {
    const over = inOrder(app.sessions, (session) => isExpired(session, out.now));
    for (const [, session] of over) expire(app, session, 'background', out);
  },

  nextRun({ app }) {
    let next = Infinity;
    eachOf(app.sessions, ({ thisAccessed, maxInactive }) => {
      if (maxInactive > 0) next = Math.min(next, thisAccessed + maxInactive);
    });
    return next;
  },
};
