import type { Outbox } from '../../engine/world.ts';
import type { ManagerSettings } from '../conf/manager.ts';
import type { Session, Tomcat, Webapp } from '../host.ts';
import type { Throwable } from '../java/value.ts';
import { persistentManager } from './persistent-manager.ts';
import { redisManager } from './redis/lifecycle.ts';
import { standardManager } from './standard-manager.ts';

/** For whom a manager works just now. */
export interface Duty {
  host: Tomcat;
  app: Webapp;
  /** Whose name the log shows. */
  thread: string;
  out: Outbox;
}

/** Where a webapp's sessions live. A manager keeps no state of its own: sessions are in `app`, files in `host`. */
export interface SessionManager<Settings> {
  /** Why it cannot start, or that it never comes back from trying; undefined: it is there. */
  start(duty: Duty, settings: Settings): Throwable | 'hangs' | undefined;
  /** The webapp stops in an orderly way. */
  stop(duty: Duty, settings: Settings): void;
  /** The session with that id, if it is valid now. */
  find(duty: Duty, id: string, settings: Settings): Session | undefined;
  /** A session was invalidated. */
  removed(duty: Duty, id: string, settings: Settings): void;
  /** One run of the background work that is due every `expiresFrequency` runs. */
  background(duty: Duty, settings: Settings): void;
  /** From when on (ms) such a run has something to do; Infinity: never. */
  nextRun(duty: Duty, settings: Settings): number;
}

/** The manager that a webapp was configured with, bound to its settings. */
export function managerOf({ kind }: ManagerSettings): SessionManager<ManagerSettings> {
  return (
    kind === 'redis' ? redisManager : kind === 'persistent' ? persistentManager : standardManager
  ) as SessionManager<ManagerSettings>;
}
