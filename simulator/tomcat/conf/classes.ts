import { redisManagerClass, redisManagerProperties, redisValveClass } from './redis-classes.ts';

/** How a property's setter reads its text; one that cannot be read leaves the default and is logged. */
export type PropertyType = 'string' | 'int' | 'long' | 'boolean' | 'address' | 'policies';

export type Properties = Readonly<Record<string, PropertyType>>;

const manager: Properties = {
  maxActiveSessions: 'int',
  processExpiresFrequency: 'int',
  sessionIdLength: 'int',
  secureRandomClass: 'string',
  secureRandomAlgorithm: 'string',
  secureRandomProvider: 'string',
  sessionAttributeNameFilter: 'string',
  sessionAttributeValueClassNameFilter: 'string',
  warnOnSessionAttributeFilterFailure: 'boolean',
  persistAuthentication: 'boolean',
  sessionMaxAliveTime: 'int',
  sessionLastAccessAtStart: 'boolean',
  sessionActivityCheck: 'boolean',
  notifyBindingListenerOnUnchangedValue: 'boolean',
  notifyAttributeListenerOnUnchangedValue: 'boolean',
  className: 'string',
};

/** Managers of every Tomcat. `maxInactiveInterval` is added for those that still have it. */
export const managerClasses: Readonly<Record<string, Properties>> = {
  'org.apache.catalina.session.StandardManager': { ...manager, pathname: 'string' },
  'org.apache.catalina.session.PersistentManager': {
    ...manager,
    saveOnRestart: 'boolean',
    maxIdleBackup: 'int',
    minIdleSwap: 'int',
    maxIdleSwap: 'int',
  },
  [redisManagerClass]: { ...manager, ...redisManagerProperties },
  'org.apache.catalina.ha.session.DeltaManager': { ...manager, expireSessionsOnShutdown: 'boolean' },
  'org.apache.catalina.ha.session.BackupManager': { ...manager, mapSendOptions: 'string' },
};

const store: Properties = { className: 'string' };

/** Stores by class name, with their properties. */
export const storeClasses: Readonly<Record<string, Properties>> = {
  'org.apache.catalina.session.FileStore': { ...store, directory: 'string' },
  'org.apache.catalina.session.DataSourceStore': {
    ...store,
    dataSourceName: 'string',
    localDataSource: 'boolean',
    sessionTable: 'string',
    sessionAppCol: 'string',
    sessionDataCol: 'string',
    sessionIdCol: 'string',
    sessionLastAccessedCol: 'string',
    sessionMaxInactiveCol: 'string',
    sessionValidCol: 'string',
  },
};

const valve: Properties = { className: 'string', asyncSupported: 'boolean', domain: 'string' };
const accessLog: Properties = {
  ...valve,
  directory: 'string',
  prefix: 'string',
  suffix: 'string',
  pattern: 'string',
  rotatable: 'boolean',
  buffered: 'boolean',
  enabled: 'boolean',
  fileDateFormat: 'string',
  resolveHosts: 'boolean',
  requestAttributesEnabled: 'boolean',
  condition: 'string',
};

/** Valves by class name, with their properties. */
export const valveClasses: Readonly<Record<string, Properties>> = {
  [redisValveClass]: { ...valve },
  'org.apache.catalina.valves.AccessLogValve': accessLog,
  'org.apache.catalina.valves.PersistentValve': { ...valve, filter: 'string', semaphoreFairness: 'boolean' },
  'org.apache.catalina.valves.RemoteIpValve': {
    ...valve,
    remoteIpHeader: 'string',
    protocolHeader: 'string',
    proxiesHeader: 'string',
    internalProxies: 'string',
    trustedProxies: 'string',
  },
  'org.apache.catalina.valves.RemoteAddrValve': { ...valve, allow: 'string', deny: 'string', denyStatus: 'int' },
  'org.apache.catalina.valves.ErrorReportValve': { ...valve, showReport: 'boolean', showServerInfo: 'boolean' },
  'org.apache.catalina.valves.CrawlerSessionManagerValve': {
    ...valve,
    crawlerUserAgents: 'string',
    sessionInactiveInterval: 'int',
  },
  'org.apache.catalina.valves.StuckThreadDetectionValve': { ...valve, threshold: 'int' },
  'org.apache.catalina.valves.rewrite.RewriteValve': valve,
  'org.apache.catalina.authenticator.SingleSignOn': {
    ...valve,
    cookieDomain: 'string',
    requireReauthentication: 'boolean',
  },
  'org.apache.catalina.authenticator.BasicAuthenticator': valve,
};

/** Listeners by class name, with their properties. */
export const listenerClasses: Readonly<Record<string, Properties>> = {
  'org.apache.catalina.startup.VersionLoggerListener': {
    className: 'string',
    logArgs: 'boolean',
    logEnv: 'boolean',
    logProps: 'boolean',
  },
  'org.apache.catalina.core.AprLifecycleListener': {
    className: 'string',
    SSLEngine: 'string',
    useAprConnector: 'boolean',
  },
  'org.apache.catalina.core.JasperListener': { className: 'string' },
  'org.apache.catalina.core.JreMemoryLeakPreventionListener': { className: 'string', appContextProtection: 'boolean' },
  'org.apache.catalina.mbeans.GlobalResourcesLifecycleListener': { className: 'string' },
  'org.apache.catalina.core.ThreadLocalLeakPreventionListener': { className: 'string' },
  'org.apache.catalina.security.SecurityListener': { className: 'string' },
};
