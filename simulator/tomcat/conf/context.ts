import type { Throwable } from '../java/value.ts';
import type { LogEntry } from '../log/messages.ts';
import type { Traits } from '../version.ts';
import { type Component, digest } from './digester.ts';
import { librariesIn } from './libraries.ts';
import { type ManagerSettings, managerSettings, sessionIdLength } from './manager.ts';
import { type Read, type SessionPlaces, sessionPlaces } from './places.ts';
import { redisValveClass } from './redis-classes.ts';
import { contextRules } from './schema.ts';
import { childrenOf } from './server-xml.ts';
import { readWebXml, type WebSettings } from './web-xml.ts';

/** Everything that one webapp was told, every default filled in. Immutable. */
export interface ContextSettings {
  /** `''` for ROOT, `/app`. */
  path: string;
  /** Its folder, e.g. `webapps/ROOT`. */
  folder: string;
  /** Its scratch folder, e.g. `work/Catalina/localhost/ROOT`. */
  work: string;
  manager: ManagerSettings;
  /** Class names of the valves in the Context's pipeline, in order. */
  valves: readonly string[];
  /** A `PersistentValve` stands in the pipeline. */
  persistentValve: boolean;
  /** So many `RedisSessionHandlerValve`s stand in the pipeline; a Redis manager serves the first, the others break every request. */
  redisValves: number;
  /** Bytes of a session id, each shown as two digits. */
  sessionIdLength: number;
  cookie: CookieSettings;
  /** Milliseconds a session may idle; 0 or less: for ever. */
  maxInactive: number;
  /** Milliseconds that a stop waits for running requests. */
  unloadDelay: number;
  /** `<distributable/>`: attributes must be Serializable when they are set. */
  distributable: boolean;
  listeners: string[];
  servlets: WebSettings['servlets'];
  /** The lines that said so, for those who ask why. */
  places: SessionPlaces;
}

export interface CookieSettings {
  /** False: the id travels in URLs only. */
  enabled: boolean;
  name: string;
  /** All that follows `NAME=ID` in `Set-Cookie`, but for the date of `Expires`. */
  attributes: string;
  /** Seconds; undefined for a cookie of the browser's session. */
  maxAge: number | undefined;
  /** A cookie for the path `/` by `sessionCookiePath`: an id known to another webapp of the host is taken over. */
  shared: boolean;
}

/** A webapp's settings, with what was logged on the way and whether it can start. */
export interface ContextReading {
  settings: ContextSettings;
  entries: LogEntry[];
  /** Those of web.xml alone: a reload reads nothing else anew. */
  webEntries: LogEntry[];
  failed: boolean;
  /** A `java.lang.Error` that ended the deployment itself. */
  thrown?: Throwable;
}

/** Where a webapp is, and what server.xml says of it. */
export interface ContextPlace {
  path: string;
  folder: string;
  work: string;
  inServerXml?: Component;
}

/**
 * Reads all that configures one webapp, in Tomcat's order: conf/web.xml, conf/context.xml, META-INF/context.xml,
 * the webapp's WEB-INF/web.xml; a later `<Manager>` replaces an earlier one.
 */
export function readContext(
  files: Readonly<Record<string, string>>,
  place: ContextPlace,
  traits: Traits,
): ContextReading {
  const entries: LogEntry[] = [];
  const contexts: Read<Component>[] = place.inServerXml ? [{ file: 'conf/server.xml', value: place.inServerXml }] : [];
  let failed = false;
  for (const file of ['conf/context.xml', `${place.folder}/META-INF/context.xml`]) {
    const text = files[file];
    if (text === undefined) continue;
    const read = digest(file, text, contextRules, traits, librariesIn(files));
    entries.push(...read.remarks.map(({ entry }) => entry));
    if (read.root) contexts.push({ file, value: read.root });
    if (!read.failure) continue;
    const { exception, line, column, error } = read.failure;
    if (error)
      return {
        settings: contextSettings(place, files, contexts, [], traits),
        entries,
        webEntries: [],
        failed: true,
        thrown: exception,
      };
    failed = true;
    entries.push({ message: 'context-parse-error', values: { path: place.path }, exception });
    entries.push({ message: 'context-parse-place', values: { line, column } });
  }
  const webEntries: LogEntry[] = [];
  const webs = ['conf/web.xml', `${place.folder}/WEB-INF/web.xml`].flatMap((file) => {
    const text = files[file];
    if (text === undefined) return [];
    const read = readWebXml(file, text, traits);
    webEntries.push(...read.entries);
    failed ||= read.failed;
    return [{ file, value: read.settings }];
  });
  const settings = contextSettings(place, files, contexts, webs, traits);
  return { settings, entries: [...entries, ...webEntries], webEntries, failed };
}

function contextSettings(
  place: ContextPlace,
  files: Readonly<Record<string, string>>,
  contexts: Read<Component>[],
  webXmls: Read<WebSettings>[],
  traits: Traits,
): ContextSettings {
  const components = contexts.map(({ value }) => value);
  const webs = webXmls.map(({ value }) => value);
  const attributes: Record<string, string> = Object.assign({}, ...components.map((component) => component.attributes));
  const manager = components.flatMap((component) => childrenOf(component, 'Manager')).at(-1);
  const valves = components.flatMap((component) => childrenOf(component, 'Valve'));
  const resources = components
    .flatMap((component) => childrenOf(component, 'Resource'))
    .map(({ attributes: { name } }) => name ?? '');
  const minutes =
    webs.map(({ sessionTimeout }) => sessionTimeout).findLast((timeout) => timeout !== undefined) ??
    Number(attributes['sessionTimeout'] ?? 30);
  return {
    path: place.path,
    folder: place.folder,
    work: place.work,
    manager: managerSettings(manager, resources, traits),
    persistentValve: valves.some(({ className }) => className === 'org.apache.catalina.valves.PersistentValve'),
    sessionIdLength: sessionIdLength(manager),
    valves: valves.map(({ className = '' }) => className),
    redisValves: valves.filter(({ className }) => className === redisValveClass).length,
    cookie: cookieSettings(place.path, attributes, webs, traits),
    // StandardContext.setSessionTimeout: 0 means never, as -1 does.
    maxInactive: (minutes === 0 ? -1 : minutes) * 60_000,
    unloadDelay: Number(attributes['unloadDelay'] ?? 2000),
    distributable: webs.some(({ distributable }) => distributable),
    listeners: webs.flatMap(({ listeners }) => listeners),
    servlets: webs.flatMap(({ servlets }) => servlets),
    places: sessionPlaces(files, contexts, webXmls),
  };
}

function cookieSettings(
  path: string,
  attributes: Record<string, string>,
  webs: WebSettings[],
  traits: Traits,
): CookieSettings {
  const web: WebSettings['cookie'] = Object.assign({}, ...webs.map(({ cookie }) => cookie));
  const base = path === '' ? '/' : path;
  const slash = attributes['sessionCookiePathUsesTrailingSlash'] ?? String(traits.cookiePathSlash);
  const chosen = attributes['sessionCookiePath'] ?? web.path ?? base;
  const cookiePath = slash === 'true' && !chosen.endsWith('/') ? `${chosen}/` : chosen;
  const domain = attributes['sessionCookieDomain'] ?? web.domain;
  const httpOnly = attributes['useHttpOnly'] !== 'false' || web.httpOnly === true;
  return {
    enabled: attributes['cookies'] !== 'false',
    name: attributes['sessionCookieName'] ?? web.name ?? 'JSESSIONID',
    attributes: `${domain ? `; Domain=${domain}` : ''}; Path=${cookiePath}${web.secure ? '; Secure' : ''}${httpOnly ? '; HttpOnly' : ''}`,
    maxAge: web.maxAge !== undefined && web.maxAge >= 0 ? web.maxAge : undefined,
    shared: attributes['sessionCookiePath'] === '/',
  };
}
