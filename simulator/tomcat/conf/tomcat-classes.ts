import { extending, managerBase, valveBase } from './bases.ts';
import { type Bean, type JavaClass, type Role, setters } from './bean.ts';

const catalina = 'org.apache.catalina.';
const bean = (types: Parameters<typeof setters>[0] = {}): Bean => ({ properties: setters(types) });
const openBean: Bean = { properties: {}, open: true };

const managers: Record<string, Bean> = {
  [`${catalina}session.StandardManager`]: extending(managerBase, { string: 'pathname' }),
  [`${catalina}session.PersistentManager`]: extending(managerBase, {
    boolean: 'saveOnRestart',
    int: 'maxIdleBackup minIdleSwap maxIdleSwap',
    object: 'store',
  }),
  [`${catalina}ha.session.DeltaManager`]: extending(managerBase, {
    string: 'name',
    boolean: `expireSessionsOnShutdown notifySessionListenersOnReplication notifyListenersOnReplication
      notifyContainerListenersOnReplication stateTimestampDrop sendAllSessions recordAllActions`,
    int: 'stateTransferTimeout sendAllSessionsSize sendAllSessionsWaitTime',
  }),
  [`${catalina}ha.session.BackupManager`]: extending(managerBase, {
    string: 'name mapSendOptions',
    boolean: 'notifyListenersOnReplication recordAllActions terminateOnStartFailure',
    long: 'rpcTimeout accessTimeout',
  }),
};

const stores: Record<string, Bean> = {
  [`${catalina}session.FileStore`]: bean({ string: 'directory', object: 'manager' }),
};

const databaseStore: Bean = {
  properties: setters({
    string: `dataSourceName sessionTable sessionAppCol sessionDataCol sessionIdCol sessionLastAccessedCol
      sessionMaxInactiveCol sessionValidCol`,
    boolean: 'localDataSource',
    object: 'manager',
  }),
};

const olderStore: Bean = {
  properties: {
    ...databaseStore.properties,
    ...setters({ string: 'driverName connectionURL connectionName connectionPassword' }),
  },
};

const accessLog = {
  string: `directory prefix suffix pattern fileDateFormat condition conditionIf conditionUnless encoding locale
    ipv6Canonical`,
  boolean: 'rotatable buffered enabled renameOnRotate checkExists requestAttributesEnabled resolveHosts',
  int: 'maxLogMessageBufferSize maxDays',
};
const requestFilter = {
  string: 'allow deny',
  int: 'denyStatus',
  boolean: 'addConnectorPort invalidAuthenticationWhenDeny',
};
const authenticator = {
  boolean: `alwaysUseSession cache changeSessionIdOnAuthentication disableProxyCaching securePagesWithPragma
    sendAuthInfoResponseHeader allowCorsPreflight jaspicEnabled`,
  string: 'secureRandomAlgorithm secureRandomClass secureRandomProvider jaspicCallbackHandlerClass realmName',
};

const valves: Record<string, Bean> = {
  [`${catalina}valves.AccessLogValve`]: extending(valveBase, accessLog),
  [`${catalina}valves.ExtendedAccessLogValve`]: extending(valveBase, accessLog),
  [`${catalina}valves.PersistentValve`]: {
    ...extending(valveBase, { string: 'filter' }),
    newer: setters({ boolean: 'semaphoreFairness semaphoreBlockOnAcquire semaphoreAcquireUninterruptibly' }),
  },
  [`${catalina}valves.RemoteIpValve`]: extending(valveBase, {
    string: `remoteIpHeader protocolHeader protocolHeaderHttpsValue proxiesHeader internalProxies trustedProxies
      hostHeader portHeader`,
    int: 'httpServerPort httpsServerPort',
    boolean: 'changeLocalName changeLocalPort requestAttributesEnabled',
  }),
  [`${catalina}valves.RemoteAddrValve`]: extending(valveBase, requestFilter),
  [`${catalina}valves.RemoteHostValve`]: extending(valveBase, requestFilter),
  [`${catalina}valves.ErrorReportValve`]: extending(valveBase, { boolean: 'showReport showServerInfo' }),
  [`${catalina}valves.CrawlerSessionManagerValve`]: {
    ...extending(valveBase, { string: 'crawlerUserAgents', int: 'sessionInactiveInterval' }),
    newer: setters({ string: 'crawlerIps', boolean: 'hostAware contextAware' }),
  },
  [`${catalina}valves.StuckThreadDetectionValve`]: extending(valveBase, { int: 'threshold interruptThreadThreshold' }),
  [`${catalina}valves.SemaphoreValve`]: extending(valveBase, {
    int: 'concurrency',
    boolean: 'fairness block interruptible',
  }),
  [`${catalina}valves.SSLValve`]: extending(valveBase, {
    string: 'sslClientCertHeader sslCipherHeader sslSessionIdHeader sslCipherUserKeySizeHeader',
  }),
  [`${catalina}valves.rewrite.RewriteValve`]: extending(valveBase, {}),
  [`${catalina}authenticator.SingleSignOn`]: extending(valveBase, {
    string: 'cookieDomain cookieName',
    boolean: 'requireReauthentication',
  }),
  [`${catalina}authenticator.BasicAuthenticator`]: extending(valveBase, authenticator),
  [`${catalina}authenticator.FormAuthenticator`]: extending(valveBase, {
    ...authenticator,
    string: `${authenticator.string} characterEncoding landingPage`,
  }),
  [`${catalina}ha.session.JvmRouteBinderValve`]: extending(valveBase, { boolean: 'enabled' }),
  [`${catalina}ha.tcp.ReplicationValve`]: extending(valveBase, {
    string: 'filter',
    boolean: 'primaryIndicator statistics',
  }),
};

const listeners: Record<string, Bean> = {
  [`${catalina}startup.VersionLoggerListener`]: bean({ boolean: 'logArgs logEnv logProps' }),
  [`${catalina}core.AprLifecycleListener`]: bean({
    string: 'SSLEngine SSLRandomSeed FIPSMode',
    boolean: 'useAprConnector useOpenSSL',
  }),
  [`${catalina}core.JreMemoryLeakPreventionListener`]: openBean,
  [`${catalina}mbeans.GlobalResourcesLifecycleListener`]: bean(),
  [`${catalina}core.ThreadLocalLeakPreventionListener`]: bean(),
  [`${catalina}security.SecurityListener`]: openBean,
  [`${catalina}startup.UserConfig`]: openBean,
  [`${catalina}startup.HostConfig`]: openBean,
  [`${catalina}startup.ContextConfig`]: openBean,
};

const realms = [
  'UserDatabaseRealm',
  'LockOutRealm',
  'CombinedRealm',
  'MemoryRealm',
  'JNDIRealm',
  'DataSourceRealm',
  'JAASRealm',
  'NullRealm',
];

/** Valves and listeners that are known by name only. */
const moreValves = `authenticator.DigestAuthenticator authenticator.NonLoginAuthenticator authenticator.SSLAuthenticator
  authenticator.SpnegoAuthenticator ha.authenticator.ClusterSingleSignOn
  valves.JDBCAccessLogValve valves.LoadBalancerDrainingValve`.split(/\s+/);
const newerValves = [
  'JsonAccessLogValve',
  'JsonErrorReportValve',
  'ParameterLimitValve',
  'ProxyErrorReportValve',
  'RemoteCIDRValve',
];
const newerListeners = ['ContextNamingInfoListener', 'OpenSSLLifecycleListener', 'PropertiesRoleMappingListener'];

/** Others that are known by name only. */
const others: Record<string, Role> = {
  ...Object.fromEntries(realms.map((name) => [`${catalina}realm.${name}`, 'Realm' as const])),
  [`${catalina}realm.MessageDigestCredentialHandler`]: 'CredentialHandler',
  [`${catalina}loader.WebappLoader`]: 'Loader',
  [`${catalina}webresources.StandardRoot`]: 'Resources',
  [`${catalina}webresources.DirResourceSet`]: 'ResourceSet',
  [`${catalina}webresources.FileResourceSet`]: 'ResourceSet',
  [`${catalina}webresources.JarResourceSet`]: 'ResourceSet',
  [`${catalina}core.StandardThreadExecutor`]: 'Executor',
  [`${catalina}core.StandardVirtualThreadExecutor`]: 'Executor',
  [`${catalina}ha.tcp.SimpleTcpCluster`]: 'Cluster',
  'org.apache.coyote.http2.Http2Protocol': 'UpgradeProtocol',
  'org.apache.tomcat.util.scan.StandardJarScanner': 'JarScanner',
  'org.apache.tomcat.util.scan.StandardJarScanFilter': 'JarScanFilter',
};

const all = (is: Role, beans: Record<string, Bean>, only?: JavaClass['only']): [string, JavaClass][] =>
  Object.entries(beans).map(([name, bean]) => [name, only ? { is, only, ...bean } : { is, ...bean }]);

/** Tomcat's own classes that configuration may name, with their setters. */
export const tomcatClasses: Readonly<Record<string, JavaClass>> = Object.fromEntries([
  ...all('Manager', managers),
  ...all('Store', stores),
  ...all('Store', { [`${catalina}session.DataSourceStore`]: databaseStore }, 'newer'),
  ...all('Store', { [`${catalina}session.JDBCStore`]: olderStore }, 'older'),
  ...all('Valve', valves),
  ...all(
    'Valve',
    {
      [`${catalina}valves.HealthCheckValve`]: extending(valveBase, {
        string: 'path',
        boolean: 'checkContainersAvailable',
      }),
    },
    'newer',
  ),
  ...moreValves.map((name): [string, JavaClass] => [`${catalina}${name}`, { is: 'Valve', ...openBean }]),
  ...newerValves.map((name): [string, JavaClass] => [
    `${catalina}valves.${name}`,
    { is: 'Valve', only: 'newer', ...openBean },
  ]),
  ...newerListeners.map((name): [string, JavaClass] => [
    `${catalina}core.${name}`,
    { is: 'LifecycleListener', only: 'newer', ...openBean },
  ]),
  ...all('LifecycleListener', listeners),
  ...all('LifecycleListener', { [`${catalina}core.JasperListener`]: bean() }, 'older'),
  ...all('SessionIdGenerator', {
    [`${catalina}util.StandardSessionIdGenerator`]: bean({
      int: 'sessionIdLength',
      string: 'jvmRoute secureRandomClass secureRandomAlgorithm secureRandomProvider',
    }),
  }),
  ...all('CookieProcessor', {
    'org.apache.tomcat.util.http.Rfc6265CookieProcessor': bean({ string: 'sameSiteCookies', boolean: 'partitioned' }),
    'org.apache.tomcat.util.http.LegacyCookieProcessor': bean({
      string: 'sameSiteCookies',
      boolean: `partitioned allowEqualsInValue allowNameOnly allowHttpSepsInV0 forwardSlashIsSeparator alwaysAddExpires`,
    }),
  }),
  ...all('Realm', { [`${catalina}realm.JDBCRealm`]: openBean }, 'older'),
  ...Object.entries(others).map(([name, is]): [string, JavaClass] => [name, { is, ...openBean }]),
]);
