/**
 * Elements of context.xml and server.xml that change what the lab's Tomcat does, each with those of its attributes
 * that do. All others are read and checked as Tomcat does, and then change nothing here. Of an element with a class,
 * the class decides (`effectiveClasses`).
 */
const effective: Readonly<Record<string, readonly string[]>> = {
  Context: words(`path docBase cookies sessionCookieName sessionCookiePath sessionCookieDomain
    sessionCookiePathUsesTrailingSlash useHttpOnly sessionTimeout unloadDelay`),
  Manager: words(`className pathname maxActiveSessions processExpiresFrequency saveOnRestart maxIdleBackup minIdleSwap
    maxIdleSwap host port database password timeout sentinelMaster sentinels sessionPersistPolicies
    serializationStrategyClass connectionPoolMaxTotal connectionPoolMaxIdle connectionPoolMinIdle testOnBorrow
    testOnReturn testWhileIdle lifo blockWhenExhausted maxWaitMillis minEvictableIdleTimeMillis
    timeBetweenEvictionRunsMillis numTestsPerEvictionRun`),
  Store: words('className directory dataSourceName'),
  SessionIdGenerator: words('className sessionIdLength'),
  Resource: words('name'),
  Valve: words('className'),
  WatchedResource: [],
  Server: words('port portOffset shutdown'),
  Listener: words('className'),
  Service: words('name'),
  Connector: words('port protocol address secret secretRequired URIEncoding'),
  Engine: words('name defaultHost jvmRoute backgroundProcessorDelay'),
  Host: words('name appBase autoDeploy'),
  Alias: [],
};

const effectiveClasses: ReadonlySet<string> = new Set([
  ...['StandardManager', 'PersistentManager', 'FileStore', 'DataSourceStore'].map(
    (name) => `org.apache.catalina.session.${name}`,
  ),
  'org.apache.catalina.ha.session.DeltaManager',
  'org.apache.catalina.ha.session.BackupManager',
  'org.apache.catalina.valves.PersistentValve',
  'org.apache.catalina.valves.AccessLogValve',
  'org.apache.catalina.startup.VersionLoggerListener',
  'org.apache.catalina.core.AprLifecycleListener',
  'org.apache.catalina.util.StandardSessionIdGenerator',
  'com.orangefunction.tomcat.redissessions.RedisSessionManager',
  'com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve',
]);

/** Whether the lab acts on an element, of the class that it names if it names one. */
export const elementMatters = (element: string, className: string | undefined): boolean =>
  Object.hasOwn(effective, element) && (className === undefined || effectiveClasses.has(className));

/** Whether the lab acts on an attribute of an element that matters. */
export const attributeMatters = (element: string, attribute: string): boolean =>
  effectiveAttributes(element).includes(attribute);

/** The attributes of an element that the lab acts on. */
export const effectiveAttributes = (element: string): readonly string[] =>
  Object.hasOwn(effective, element) ? (effective[element] ?? []) : [];

function words(text: string): string[] {
  return text.split(/\s+/);
}
