import { valueAt } from '../../core/shared-map.ts';
import { readContext } from '../conf/context.ts';
import { readServerXml } from '../conf/server-xml.ts';
import { webappPlaces } from '../deploy.ts';
import type { Session, Tomcat } from '../host.ts';
import { fileFor } from './files.ts';

/** Where a Tomcat may have a session of one of its webapps. */
export interface SessionHome {
  webapp: string;
  /** Sessions in memory belong to one request only: Redis keeps them. */
  inRedis: boolean;
  /** The session in memory, where this process has it. */
  session: Readonly<Session> | undefined;
  /** The file that would keep it, below CATALINA_BASE or absolute. */
  file: string | undefined;
}

/** Those places, as the running process was configured; of one that does not run, as the next start would have it. */
export function sessionHomes(host: Tomcat, id: string): SessionHome[] {
  return settingsOf(host).map(({ path, work, manager }) => ({
    webapp: path,
    inRedis: manager.kind === 'redis',
    session: inMemory(host, path, id) ?? borrowed(host, path, id),
    file: fileFor(work, manager, id),
  }));
}

function inMemory({ webapps }: Tomcat, path: string, id: string): Readonly<Session> | undefined {
  const app = webapps.get(path);
  return app && valueAt(app.sessions, id);
}

/** A session that a request has fetched from Redis and not yet written back. */
function borrowed({ running }: Tomcat, path: string, id: string): Session | undefined {
  for (const { app, redis } of running.values())
    if (app === path && redis?.locals.session?.id === id) return redis.locals.session;
  return undefined;
}

function settingsOf(host: Tomcat) {
  if (host.webapps.size > 0) return [...host.webapps.values()].map(({ settings }) => settings);
  const server = readServerXml(host.files, host.traits).settings;
  return webappPlaces({ ...host, server }).map((place) => readContext(host.files, place, host.traits).settings);
}
