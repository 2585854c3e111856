import { listenerClasses, managerClasses, type Properties, storeClasses, valveClasses } from './classes.ts';

/** What Tomcat's Digester does at an element. */
export interface ElementRule {
  /** The object made is of the class that `className` names, one of these … */
  classes?: Readonly<Record<string, Properties>>;
  /** … or, without `className`, of this one; without either, it is an error. */
  defaultClass?: string;
  properties?: Properties;
  /** Takes any attribute (a JNDI resource). */
  anyProperty?: boolean;
  /** Only its text matters. */
  text?: boolean;
}

const contextProperties: Properties = {
  className: 'string',
  path: 'string',
  docBase: 'string',
  displayName: 'string',
  name: 'string',
  reloadable: 'boolean',
  crossContext: 'boolean',
  privileged: 'boolean',
  cookies: 'boolean',
  sessionCookieName: 'string',
  sessionCookiePath: 'string',
  sessionCookieDomain: 'string',
  sessionCookiePathUsesTrailingSlash: 'boolean',
  useHttpOnly: 'boolean',
  usePartitioned: 'boolean',
  sessionTimeout: 'int',
  unloadDelay: 'int',
  antiResourceLocking: 'boolean',
  swallowOutput: 'boolean',
  override: 'boolean',
  ignoreAnnotations: 'boolean',
  distributable: 'boolean',
  backgroundProcessorDelay: 'int',
  startStopThreads: 'int',
  validateClientProvidedNewSessionId: 'boolean',
  clearReferencesThreadLocals: 'boolean',
  clearReferencesStopThreads: 'boolean',
  clearReferencesStopTimerThreads: 'boolean',
  clearReferencesRmiTargets: 'boolean',
  tldValidation: 'boolean',
  xmlValidation: 'boolean',
  xmlNamespaceAware: 'boolean',
  useRelativeRedirects: 'boolean',
  logEffectiveWebXml: 'boolean',
  wrapperClass: 'string',
  workDir: 'string',
  altDDName: 'string',
  preemptiveAuthentication: 'boolean',
  allowCasualMultipartParsing: 'boolean',
  mapperContextRootRedirectEnabled: 'boolean',
  mapperDirectoryRedirectEnabled: 'boolean',
  parallelAnnotationScanning: 'boolean',
};

const any: ElementRule = { anyProperty: true };

/** What may stand in a `<Context>`: of conf/context.xml, META-INF/context.xml, or a Host. */
export const contextRules: Readonly<Record<string, ElementRule>> = {
  Context: { properties: contextProperties },
  'Context/InstanceListener': { text: true },
  'Context/Listener': { classes: { 'org.apache.catalina.startup.ContextConfig': {} } },
  'Context/Loader': any,
  'Context/Manager': { classes: managerClasses, defaultClass: 'org.apache.catalina.session.StandardManager' },
  'Context/Manager/Store': { classes: storeClasses },
  'Context/Manager/SessionIdGenerator': {
    classes: { 'org.apache.catalina.util.StandardSessionIdGenerator': { className: 'string', sessionIdLength: 'int' } },
    defaultClass: 'org.apache.catalina.util.StandardSessionIdGenerator',
  },
  'Context/Parameter': any,
  'Context/Realm': any,
  'Context/Resources': any,
  'Context/ResourceLink': any,
  'Context/Resource': any,
  'Context/ResourceEnvRef': any,
  'Context/Environment': any,
  'Context/Ejb': any,
  'Context/Transaction': any,
  'Context/Valve': { classes: valveClasses },
  'Context/WatchedResource': { text: true },
  'Context/WrapperLifecycle': { text: true },
  'Context/WrapperListener': { text: true },
  'Context/JarScanner': any,
  'Context/JarScanner/JarScanFilter': any,
  'Context/CookieProcessor': {
    classes: {
      'org.apache.tomcat.util.http.Rfc6265CookieProcessor': {
        className: 'string',
        sameSiteCookies: 'string',
        partitioned: 'boolean',
      },
      'org.apache.tomcat.util.http.LegacyCookieProcessor': { className: 'string', sameSiteCookies: 'string' },
    },
    defaultClass: 'org.apache.tomcat.util.http.Rfc6265CookieProcessor',
  },
};

/** Properties of a connector that are its protocol handler's: with an unknown protocol nobody takes them. */
export const handlerProperties: readonly string[] = [
  'connectionTimeout',
  'keepAliveTimeout',
  'maxKeepAliveRequests',
  'maxThreads',
  'minSpareThreads',
  'maxConnections',
  'acceptCount',
  'maxHttpHeaderSize',
  'compression',
  'server',
  'disableUploadTimeout',
  'tcpNoDelay',
];

/** Names under which a connector's protocol is known; AJP's besides. */
export const httpProtocols: readonly string[] = [
  'HTTP/1.1',
  'org.apache.coyote.http11.Http11NioProtocol',
  'org.apache.coyote.http11.Http11Nio2Protocol',
];

const connector: Properties = {
  port: 'int',
  protocol: 'string',
  address: 'address',
  redirectPort: 'int',
  connectionTimeout: 'int',
  keepAliveTimeout: 'int',
  maxKeepAliveRequests: 'int',
  maxThreads: 'int',
  minSpareThreads: 'int',
  maxConnections: 'int',
  acceptCount: 'int',
  URIEncoding: 'string',
  useBodyEncodingForURI: 'boolean',
  enableLookups: 'boolean',
  maxPostSize: 'int',
  maxParameterCount: 'int',
  maxHttpHeaderSize: 'int',
  maxSavePostSize: 'int',
  compression: 'string',
  server: 'string',
  proxyName: 'string',
  proxyPort: 'int',
  scheme: 'string',
  secure: 'boolean',
  SSLEnabled: 'boolean',
  executor: 'string',
  secret: 'string',
  secretRequired: 'boolean',
  xpoweredBy: 'boolean',
  relaxedPathChars: 'string',
  relaxedQueryChars: 'string',
  disableUploadTimeout: 'boolean',
  tcpNoDelay: 'boolean',
};

const host = 'Server/Service/Engine/Host';

/** What may stand in conf/server.xml. */
export const serverRules: Readonly<Record<string, ElementRule>> = {
  Server: {
    properties: {
      className: 'string',
      port: 'int',
      portOffset: 'int',
      shutdown: 'string',
      address: 'string',
      utilityThreads: 'int',
    },
  },
  'Server/GlobalNamingResources': {},
  'Server/GlobalNamingResources/Resource': any,
  'Server/GlobalNamingResources/ResourceLink': any,
  'Server/GlobalNamingResources/Environment': any,
  'Server/Listener': { classes: listenerClasses },
  'Server/Service': { properties: { className: 'string', name: 'string' } },
  'Server/Service/Listener': { classes: listenerClasses },
  'Server/Service/Executor': any,
  'Server/Service/Connector': { properties: connector },
  'Server/Service/Connector/SSLHostConfig': any,
  'Server/Service/Connector/SSLHostConfig/Certificate': any,
  'Server/Service/Connector/UpgradeProtocol': any,
  'Server/Service/Engine': {
    properties: {
      className: 'string',
      name: 'string',
      defaultHost: 'string',
      jvmRoute: 'string',
      backgroundProcessorDelay: 'int',
      startStopThreads: 'int',
    },
  },
  'Server/Service/Engine/Cluster': any,
  'Server/Service/Engine/Realm': any,
  'Server/Service/Engine/Realm/Realm': any,
  'Server/Service/Engine/Valve': { classes: valveClasses },
  [host]: {
    properties: {
      className: 'string',
      name: 'string',
      appBase: 'string',
      xmlBase: 'string',
      autoDeploy: 'boolean',
      deployOnStartup: 'boolean',
      deployXML: 'boolean',
      deployIgnore: 'string',
      unpackWARs: 'boolean',
      copyXML: 'boolean',
      createDirs: 'boolean',
      workDir: 'string',
      errorReportValveClass: 'string',
      backgroundProcessorDelay: 'int',
      startStopThreads: 'int',
      undeployOldVersions: 'boolean',
      xmlValidation: 'boolean',
      xmlNamespaceAware: 'boolean',
    },
  },
  [`${host}/Alias`]: { text: true },
  [`${host}/Cluster`]: any,
  [`${host}/Realm`]: any,
  [`${host}/Valve`]: { classes: valveClasses },
  ...Object.fromEntries(Object.entries(contextRules).map(([path, rule]) => [`${host}/${path}`, rule])),
};
