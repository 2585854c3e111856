import { newSharedMap } from '../core/shared-map.ts';
import type { Outbox } from '../engine/world.ts';
import { armBackground, UTILITY_THREAD } from './background.ts';
import { type ContextPlace, type ContextReading, readContext } from './conf/context.ts';
import { redisManagerClass } from './conf/redis-classes.ts';
import { classesIn, type Tomcat, type Webapp } from './host.ts';
import type { Throwable } from './java/value.ts';
import { log, logAll } from './log/note.ts';
import { countedIn } from './session/about.ts';
import { managerOf } from './session/manager.ts';

/** Listeners of the demo webapp, and how long (ms) their `contextInitialized` and `contextDestroyed` take. */
const listenerClasses: Readonly<Record<string, { starts: number; stops: number }>> = {
  'demo.SlowCtxListener': { starts: 4000, stops: 1500 },
  'demo.Listener': { starts: 0, stops: 0 },
};

/** Where the webapps of this Tomcat are: the Contexts of server.xml, then the folders of the Host's appBase. */
export function webappPlaces({ files, server }: Tomcat): ContextPlace[] {
  const engine = server?.services[0]?.engine;
  const [host] = engine?.hosts ?? [];
  if (!engine || !host) return [];
  const workOf = (path: string) =>
    `work/${engine.name}/${host.name}/${path === '' ? 'ROOT' : path.slice(1).replaceAll('/', '#')}`;
  const places = host.contexts.map((inServerXml): ContextPlace => {
    const { path = '', docBase = path.slice(1) } = inServerXml.attributes;
    const folder = docBase.startsWith('/') ? docBase : `${host.appBase}/${docBase}`;
    return { path, folder, work: workOf(path), inServerXml };
  });
  const folders = Object.keys(files)
    .filter((file) => file.startsWith(`${host.appBase}/`))
    .map((file) => file.split('/')[1] ?? '');
  for (const folder of new Set(folders)) {
    const path = folder === 'ROOT' ? '' : `/${folder.replaceAll('#', '/')}`;
    if (!places.some((place) => place.path === path))
      places.push({ path, folder: `${host.appBase}/${folder}`, work: workOf(path) });
  }
  return places;
}

/** Deploys one webapp folder; a webapp that cannot start stays, unavailable. Returns the ms its listeners take. */
export function deploy(host: Tomcat, place: ContextPlace, thread: string, out: Outbox): number {
  const folder = `\${catalina.base}/${place.folder}`;
  if (!place.inServerXml) log(out, thread, 'deploying', { folder });
  const reading = readContext(host.files, place, host.traits);
  const thrown = reading.thrown ?? namelessEngine(host);
  if (thrown) {
    logAll(out, thread, reading.entries);
    log(out, thread, 'deploy-failed', { folder }, host.traits.brackets ? childNotStarted(host, place, thrown) : thrown);
    return 0;
  }
  const slow = startContext(host, place, reading, thread, out);
  if (!host.traits.twoLineLog) log(out, thread, 'tld-scan');
  if (!place.inServerXml) log(out, thread, 'deployed', { folder, ms: DEPLOY_TIME + slow });
  return slow;
}

/** What a deployment is said to have taken (ms). */
const DEPLOY_TIME = 400;

/** StandardContext.getNamingContextName: the name of an Engine without one goes into a queue that takes no null. */
function namelessEngine({ server }: Tomcat): Throwable | undefined {
  const nameless = server?.services[0]?.engine?.name === 'null';
  return nameless ? { class: 'java.lang.NullPointerException' } : undefined;
}

/** How Tomcat 8.5 and later wrap what a webapp's start threw (LifecycleBase, ContainerBase.addChildInternal). */
function childNotStarted({ server }: Tomcat, { path }: ContextPlace, cause: Throwable, valve?: string): Throwable {
  const engine = server?.services[0]?.engine;
  const context = `StandardEngine[${engine?.name}].StandardHost[${engine?.hosts[0]?.name}].StandardContext[${path}]`;
  const component = valve === undefined ? context : `${valve}[${context}]`;
  const phase = cause.class.endsWith('Error') ? 'initialize' : 'start';
  const message = `Failed to ${phase} component [${component}]`;
  const lifecycle = { class: 'org.apache.catalina.LifecycleException', message, cause };
  return { class: 'java.lang.IllegalStateException', message: 'Error starting child', cause: lifecycle };
}

function startContext(
  host: Tomcat,
  place: ContextPlace,
  { settings, entries, failed }: ContextReading,
  thread: string,
  out: Outbox,
): number {
  const app: Webapp = {
    settings,
    available: false,
    classes: classesIn(host, place.folder),
    sessions: newSharedMap(),
    forgotten: new Map(),
    redis: undefined,
  };
  host.webapps.set(place.path, app);
  if (host.traits.listsLoaders) log(out, thread, 'unknown-loader');
  logAll(out, thread, entries);
  if (failed) log(out, thread, 'marked-unavailable');
  if (host.traits.servletPackage === 'jakarta' && settings.redisValves > 0)
    return valveFailed(host, place, thread, out);
  if (failed) log(out, thread, 'components-failed');
  const listening = !failed && listenersStart(app, thread, out);
  // The manager is started all the same, and stopped again.
  const outcome = startManager(host, app, thread, out);
  if (outcome === 'hangs') return Infinity;
  if (!listening || outcome === 'failed') {
    if (outcome === 'started') managerOf(settings.manager).stop({ host, app, thread, out }, settings.manager);
    return contextFailed(place, thread, out);
  }
  app.available = true;
  armBackground(host, app, out);
  return settings.listeners.reduce((sum, name) => sum + (listenerClasses[name]?.starts ?? 0), 0);
}

/** Whether every listener of the webapp could be made. */
function listenersStart({ settings }: Webapp, thread: string, out: Outbox): boolean {
  const missing = settings.listeners.filter((name) => !Object.hasOwn(listenerClasses, name));
  if (missing.length > 0) {
    for (const name of missing) {
      log(
        out,
        thread,
        'listener-class-failed',
        { class: name },
        { class: 'java.lang.ClassNotFoundException', message: name },
      );
    }
    log(out, thread, 'listeners-skipped');
    log(out, thread, 'listeners-failed');
  }
  return missing.length === 0;
}

function startManager(host: Tomcat, app: Webapp, thread: string, out: Outbox): 'started' | 'failed' | 'hangs' {
  const { manager, path } = app.settings;
  if (manager.kind === 'unstartable') {
    log(out, thread, 'manager-failed', {}, { class: 'org.apache.catalina.LifecycleException', message: manager.why });
    return 'failed';
  }
  const failure = managerOf(manager).start({ host, app, thread, out }, manager);
  if (failure === 'hangs' || !failure) return failure ?? 'started';
  managerFailed(host, path, thread, failure, out);
  return 'failed';
}

/** The Valve's methods name javax.servlet, which is not there: the webapp's pipeline does not start. */
function valveFailed(host: Tomcat, place: ContextPlace, thread: string, out: Outbox) {
  const name = 'javax/servlet/ServletException';
  const cause: Throwable = {
    class: 'java.lang.NoClassDefFoundError',
    message: name,
    cause: { class: 'java.lang.ClassNotFoundException', message: name.replaceAll('/', '.') },
  };
  const folder = `\${catalina.base}/${place.folder}`;
  log(out, thread, 'deploy-failed', { folder }, childNotStarted(host, place, cause, 'RedisSessionHandlerValve'));
  return 0;
}

function managerFailed(host: Tomcat, path: string, thread: string, cause: Throwable, out: Outbox) {
  const component = `${redisManagerClass}[${path}]`;
  const exception = {
    class: 'org.apache.catalina.LifecycleException',
    message: `Failed to start component [${component}]`,
    cause,
  };
  log(out, thread, host.traits.twoLineLog ? 'manager-failed' : 'manager-start-error', {}, exception);
}

function contextFailed({ path }: ContextPlace, thread: string, out: Outbox) {
  log(out, thread, 'context-failed', { path });
  return 0;
}

/** Stops one webapp in order: its manager may save. Returns the ms its listeners take. */
export function stopContext(host: Tomcat, app: Webapp, thread: string, out: Outbox): number {
  const { manager, listeners } = app.settings;
  if (!app.available) return 0;
  managerOf(manager).stop({ host, app, thread, out }, manager);
  return listeners.reduce((sum, name) => sum + (listenerClasses[name]?.stops ?? 0), 0);
}

/** HostConfig.check: what autoDeploy makes of the files that changed since it last looked. */
export function autoDeploy(host: Tomcat, out: Outbox): void {
  const changed = host.dirty;
  host.dirty = [];
  const places = webappPlaces(host);
  for (const app of [...host.webapps.values()]) {
    const { path, folder } = app.settings;
    const gone = !places.some((place) => place.path === path);
    if (gone || changed.includes('conf/context.xml') || changed.includes(`${folder}/META-INF/context.xml`))
      undeploy(host, app, out);
    else if (changed.includes('conf/web.xml') || changed.includes(`${folder}/WEB-INF/web.xml`)) reload(host, app, out);
  }
  for (const place of places) if (!host.webapps.has(place.path)) deploy(host, place, UTILITY_THREAD, out);
}

/** The webapp goes, and with it its work folder and whatever sessions were saved there. */
function undeploy(host: Tomcat, app: Webapp, out: Outbox) {
  const { path, work } = app.settings;
  const lost = countedIn(app);
  log(out, UTILITY_THREAD, 'undeploy', { path });
  stopContext(host, app, UTILITY_THREAD, out);
  host.webapps.delete(path);
  const saved = [...host.disk.keys()].filter((file) => file.startsWith(`${work}/`));
  for (const file of saved) host.disk.delete(file);
  if (out.noting && saved.length > 0) out.note({ kind: 'sessions-lost', webapp: path, ...lost, why: 'undeployed' });
}

function reload(host: Tomcat, app: Webapp, out: Outbox) {
  const { path } = app.settings;
  const place = webappPlaces(host).find((candidate) => candidate.path === path);
  if (!place) return;
  log(out, UTILITY_THREAD, 'reload-found', { path });
  log(out, UTILITY_THREAD, 'reload-start', { path });
  stopContext(host, app, UTILITY_THREAD, out);
  const reading = readContext(host.files, place, host.traits);
  startContext(host, place, { ...reading, entries: reading.webEntries }, UTILITY_THREAD, out);
  log(out, UTILITY_THREAD, 'reload-end', { path });
}
