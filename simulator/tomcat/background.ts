import type { Outbox } from '../engine/world.ts';
import type { Session, Tomcat, Webapp } from './host.ts';
import { managerOf } from './session/manager.ts';

/** The thread in the log: which of the two utility threads takes a run is the scheduler's whim. */
export const UTILITY_THREAD = 'Catalina-utility-1';

const BACKGROUND = 'background';

/** Milliseconds between two runs of the background thread; 0 or less: it never runs. */
const delayOf = ({ server }: Tomcat) => server?.services[0]?.engine?.backgroundDelay ?? 10_000;

/**
 * Makes the background thread run when there will be something for it to do, at a multiple of its
 * delay (10 s by default). Runs that would find nothing are left out.
 */
export function armBackground(host: Tomcat, app: Webapp, out: Outbox): void {
  const { manager } = app.settings;
  if (manager.kind === 'unstartable') return;
  const due = managerOf(manager).nextRun({ host, app, thread: UTILITY_THREAD, out }, manager);
  wakeAt(host, due, manager.expiresFrequency, out);
}

/** As `armBackground`, when only this session was used: seldom does it change the time that is set. */
export function armForSession(host: Tomcat, app: Webapp, { maxInactive }: Session, out: Outbox): void {
  const { manager } = app.settings;
  if (manager.kind === 'persistent') return armBackground(host, app, out);
  if (manager.kind === 'unstartable' || maxInactive <= 0) return;
  const ends = out.now + maxInactive;
  if (host.wakesAt === undefined || host.wakesAt > ends) wakeAt(host, ends, manager.expiresFrequency, out);
}

/** As `armBackground`, for files that autoDeploy will look at. */
export function armAutoDeploy(host: Tomcat, out: Outbox): void {
  const auto = host.server?.services[0]?.engine?.hosts[0]?.autoDeploy;
  if (auto && host.dirty.length > 0) wakeAt(host, out.now, 1, out);
}

function wakeAt(host: Tomcat, due: number, frequency: number, out: Outbox) {
  const delay = delayOf(host);
  if (due === Infinity || delay <= 0) return;
  const every = delay * frequency;
  const runs = Math.max(Math.ceil((due - host.since) / every), Math.floor((out.now - host.since) / every) + 1);
  const at = host.since + runs * every;
  if (host.wakesAt !== undefined && host.wakesAt <= at) return;
  host.wakesAt = at;
  out.timer(BACKGROUND, at - out.now);
}

/** Expiry and persistence of every webapp that is due now. */
export function runManagers(host: Tomcat, out: Outbox): void {
  const delay = delayOf(host);
  const run = Math.round((out.now - host.since) / delay);
  for (const app of host.webapps.values()) {
    const { manager } = app.settings;
    if (manager.kind === 'unstartable' || run % manager.expiresFrequency !== 0) continue;
    managerOf(manager).background({ host, app, thread: UTILITY_THREAD, out }, manager);
  }
}
