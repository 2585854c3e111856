import type { HttpRequest, HttpResponse } from '../core/http.ts';
import { own } from '../core/own.ts';
import { forkSharedMap, type SharedMap } from '../core/shared-map.ts';
import type { Body, Chain, HostBase, HostName } from '../engine/world.ts';
import type { ContextSettings } from './conf/context.ts';
import type { ServerSettings } from './conf/server-xml.ts';
import type { JavaClasses } from './java/class.ts';
import { classesBelow } from './java/class-files.ts';
import { demoClasses } from './java/demo.ts';
import type { JavaValue, Throwable } from './java/value.ts';
import type { TomcatState } from './lifecycle.ts';
import { forkPool, forkThread, type RedisPool, type RedisThread } from './session/redis/state.ts';
import { type Traits, traitsOf } from './version.ts';

/** A Tomcat: its files, what it wrote to disk, and (from `server` on) what dies with the process. */
export interface Tomcat extends HostBase {
  kind: 'tomcat';
  version: string;
  traits: Traits;
  state: TomcatState;
  /** The id of its newest process. */
  pid: number;
  /** What the last process ended with, as a shell shows it. */
  exitCode: number | undefined;
  /** Files under CATALINA_BASE, as saved. Replaced, never changed in place. */
  files: Readonly<Record<string, string>>;
  /** WEB-INF/classes by webapp folder, where it is not the webapp's first build. */
  builds: Readonly<Record<string, JavaClasses>>;
  /** Session files that Tomcat wrote below CATALINA_BASE; those elsewhere are on the machine's disk (`session/disk.ts`). */
  disk: Map<string, SessionFile>;
  /** Version of the Tomcat Native library that the machine has. */
  nativeLibrary: string | undefined;
  /** How many times as long the threads' own work takes as on a processor of their own. */
  slowness: number;
  /** Connections to Redis ever opened; names them. */
  connections: number;
  server: ServerSettings | undefined;
  webapps: Map<string, Webapp>;
  /** Requests that a thread works on. */
  running: Map<string, Running>;
  /** Connections that the kernel accepted, and whose request nobody has read yet. */
  backlog: Waiting[];
  /** When the background thread began to count (ms). */
  since: number;
  /** For when the background thread's next useful run is set (ms). */
  wakesAt: number | undefined;
  /** For when it is set that somebody looks which thread has waited too long for Redis, and which pool's evictor is due. */
  alarm: number | undefined;
  /** What came from Redis while the process hung. */
  unheard: Body[];
  /** Requests accepted; names the worker thread. */
  accepted: number;
  /** Files saved since autoDeploy last looked. */
  dirty: readonly string[];
  /** How often a stop has looked for running requests. */
  unloadRounds: number;
  /** What a stop that is under way will exit with; for a hung process, a stop that it has yet to read. */
  stopping: { exitCode: number; byPort: boolean } | undefined;
  /** The shell that waits for its end: `catalina.sh run`. */
  shell: HostName | undefined;
}

export interface Webapp {
  settings: ContextSettings;
  /** False: its start failed, everything in it is 404. */
  available: boolean;
  classes: JavaClasses;
  sessions: SharedMap<Session>;
  /** Why ids that this process once knew are gone, the newest ones; it explains, and decides nothing. */
  forgotten: Map<string, Forgotten>;
  /** Connections to Redis, of a webapp whose manager keeps its sessions there. */
  redis: RedisPool | undefined;
}

export type Forgotten = 'expired' | 'invalidated' | 'renamed';

/** A session in memory. Times are virtual ms. */
export interface Session {
  id: string;
  created: number;
  lastAccessed: number;
  thisAccessed: number;
  /** Milliseconds of idling after which it ends; 0 or less: never. */
  maxInactive: number;
  isNew: boolean;
  /** Replaced, never changed in place. */
  attributes: Readonly<Record<string, JavaValue>>;
  /** When a PersistentManager last wrote it to its store. */
  backedUp: number;
}

/** A file of sessions: SESSIONS.ser of a StandardManager, or one `ID.session` of a FileStore. Immutable. */
export interface SessionFile {
  sessions: readonly StoredSession[];
  /** The exception that ended the writing in the midst of the last session. */
  broken?: Throwable;
}

export interface StoredSession extends Omit<Session, 'attributes' | 'backedUp'> {
  /** An object's bytes in a stream, or the NotSerializableException that stands in its place. */
  attributes: readonly ({ name: string; bytes: string } | { name: string; fault: Throwable })[];
}

/** Where an answer goes. */
export interface Caller {
  from: HostName;
  chain: Chain;
  attempt: number;
  /** The IP that the access log shows. */
  source: string;
  request: HttpRequest;
}

export interface Waiting extends Caller {
  /** Nobody waits for an answer: the caller went away, or has it. */
  gone: boolean;
}

export interface Running extends Waiting {
  /** Context path of its webapp. */
  app: string;
  page: string;
  thread: number;
  session: string | undefined;
  requestedId: string | undefined;
  fromCookie: boolean;
  fromUrl: boolean;
  /** The id for which the answer sets a cookie. */
  cookieFor: string | undefined;
  /** The answer, ready to be sent when the thread comes back; absent while the servlet sleeps. */
  response: HttpResponse | undefined;
  /** An answer that the servlet has flushed: it is on its way, whatever the thread does from now on. */
  committed: HttpResponse | undefined;
  /** Its time was up while the process hung. */
  due: boolean;
  /** A local variable of the sleeping servlet. */
  saved: number;
  /** Its thread, where it may have to wait for Redis. */
  redis: RedisThread | undefined;
}

export interface NewTomcat {
  name: string;
  machine: string;
  version: string;
  files: Readonly<Record<string, string>>;
  nativeLibrary?: string;
}

/** A Tomcat that was just unpacked: switched off. Without any webapp among its files it gets the demo as ROOT. */
export function newTomcat({ name, machine, version, files, nativeLibrary }: NewTomcat): Tomcat {
  const hasWebapp = Object.keys(files).some((file) => file.startsWith('webapps/'));
  return {
    kind: 'tomcat',
    name,
    machine,
    version,
    traits: traitsOf(version),
    state: 'stopped',
    pid: 0,
    exitCode: undefined,
    files: hasWebapp ? files : { ...files, 'webapps/ROOT/WEB-INF/web.xml': '<web-app>\n</web-app>\n' },
    builds: {},
    disk: new Map(),
    nativeLibrary,
    connections: 0,
    slowness: 1,
    ...newProcess(),
  };
}

/** The memory of a process that has not begun. */
export const newProcess = () => ({
  server: undefined,
  webapps: new Map<string, Webapp>(),
  running: new Map<string, Running>(),
  backlog: [] as Waiting[],
  since: 0,
  wakesAt: undefined,
  alarm: undefined,
  unheard: [] as Body[],
  accepted: 0,
  dirty: [] as readonly string[],
  unloadRounds: 0,
  stopping: undefined,
  shell: undefined as HostName | undefined,
});

/** The classes in a webapp's WEB-INF/classes: those compiled there, and those of the demo that none of them replaces. */
export function classesIn(host: Tomcat, folder: string): JavaClasses {
  const known = own(host.builds, folder) ?? demoClasses;
  const compiled = classesBelow(host.files, `${folder}/WEB-INF/classes`);
  return compiled ? { ...known, ...compiled } : known;
}

/** A copy that shares only what is never changed in place. */
export function forkTomcat(host: Tomcat): Tomcat {
  const webapps = new Map<string, Webapp>();
  for (const [path, app] of host.webapps) {
    const sessions = forkSharedMap(app.sessions);
    webapps.set(path, { ...app, sessions, forgotten: new Map(app.forgotten), redis: app.redis && forkPool(app.redis) });
  }
  const running = new Map<string, Running>();
  for (const [key, request] of host.running)
    running.set(key, { ...request, redis: request.redis && forkThread(request.redis) });
  return {
    ...host,
    disk: new Map(host.disk),
    webapps,
    running,
    backlog: host.backlog.map((waiting) => ({ ...waiting })),
    unheard: [...host.unheard],
  };
}
