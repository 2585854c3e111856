import { type Bean, setters } from './bean.ts';

/** StandardContext. Its `path` and `docBase` are read only in server.xml. */
export const contextBean: Bean = {
  properties: setters({
    string: `docBase path displayName name sessionCookieName sessionCookiePath sessionCookieDomain wrapperClass workDir
      altDDName containerSciFilter resourceOnlyServlets webappVersion charsetMapperClass publicId j2EEApplication
      j2EEServer engineName server defaultContextXml defaultWebXml encodedPath`,
    boolean: `reloadable crossContext privileged cookies useHttpOnly antiResourceLocking swallowOutput override
      ignoreAnnotations distributable configured logEffectiveWebXml tldValidation xmlValidation xmlNamespaceAware
      xmlBlockExternal clearReferencesThreadLocals clearReferencesStopThreads clearReferencesStopTimerThreads
      clearReferencesRmiTargets clearReferencesHttpClientKeepAliveThread renewThreadsWhenStoppingContext
      sessionCookiePathUsesTrailingSlash useRelativeRedirects allowCasualMultipartParsing preemptiveAuthentication
      addWebinfClassesResources fireRequestListenersOnForwards jndiExceptionOnFailedWrite copyXML delegate
      mapperContextRootRedirectEnabled mapperDirectoryRedirectEnabled dispatchersUseEncodedPaths
      validateClientProvidedNewSessionId failCtxIfServletStartFails unpackWAR startChildren`,
    int: 'sessionTimeout backgroundProcessorDelay startStopThreads effectiveMajorVersion effectiveMinorVersion',
    long: 'unloadDelay startTime startupTime tldScanTime',
    object: 'cluster jarScanner loader logger manager parent realm resources loginConfig namingContextListener',
  }),
  older: setters({
    boolean: `cachingAllowed allowLinking processTlds tldNamespaceAware saveConfig useNaming
      clearReferencesStatic clearReferencesLogFactory`,
    int: 'cacheTTL cacheMaxSize cacheObjectMaxSize',
    string: 'compilerClasspath hostname',
  }),
  newer: setters({
    boolean: `usePartitioned useBloomFilterForArchives parallelAnnotationScanning createUploadTargets
      alwaysAccessSession contextGetResourceRequiresSlash dispatcherWrapsSameObject denyUncoveredHttpMethods
      clearReferencesObjectStreamClassCaches skipMemoryLeakChecksOnJvmShutdown suspendWrappedResponseAfterForward
      notifyBindingListener`,
    int: 'notFoundClassResourceCacheSize',
    string: 'requestCharacterEncoding responseCharacterEncoding encodedReverseSolidusHandling encodedSolidusHandling',
    object: 'cookieProcessor credentialHandler instanceManager jspConfigDescriptor',
  }),
};

/** StandardHost. */
export const hostBean: Bean = {
  properties: setters({
    string: `name appBase xmlBase deployIgnore workDir errorReportValveClass configClass contextClass hostConfigClass`,
    boolean: `autoDeploy deployOnStartup deployXML unpackWARs copyXML createDirs undeployOldVersions
      failCtxIfServletStartFails startChildren`,
    int: 'backgroundProcessorDelay startStopThreads',
    long: 'startTime',
    object: 'cluster realm parent',
  }),
  older: setters({ boolean: 'xmlValidation xmlNamespaceAware', object: 'manager loader resources' }),
  newer: setters({ string: 'legacyAppBase' }),
};

/** StandardEngine. */
export const engineBean: Bean = {
  properties: setters({
    string: 'name defaultHost jvmRoute',
    boolean: 'startChildren',
    int: 'backgroundProcessorDelay startStopThreads',
    object: 'service cluster realm parent',
  }),
  older: setters({ string: 'baseDir', object: 'manager loader resources' }),
};

/** StandardService. */
export const serviceBean: Bean = {
  properties: setters({ string: 'name', object: 'server parentClassLoader container' }),
  newer: setters({ long: 'gracefulStopAwaitMillis' }),
};

/** StandardServer. */
export const serverBean: Bean = {
  properties: setters({
    int: 'port',
    string: 'shutdown address',
    object: 'catalina catalinaBase catalinaHome globalNamingContext globalNamingResources parentClassLoader',
  }),
  newer: setters({ int: 'portOffset utilityThreads periodicEventDelay', boolean: 'utilityThreadsAsDaemon' }),
};

/** Connector's own setters. */
export const connectorBean: Bean = {
  properties: setters({
    int: `port redirectPort maxPostSize maxParameterCount maxSavePostSize proxyPort`,
    long: 'asyncTimeout',
    string: `proxyName scheme parseBodyMethods`,
    encoding: 'URIEncoding',
    boolean: `useBodyEncodingForURI enableLookups secure xpoweredBy allowTrace useIPVHosts`,
    object: 'service',
  }),
  older: setters({ string: 'protocol protocolHandlerClassName' }),
  newer: setters({
    int: 'maxCookieCount',
    boolean: 'discardFacades enforceEncodingInGetWriter rejectSuspiciousURIs throwOnFailure',
    string: 'encodedReverseSolidusHandling encodedSolidusHandling',
  }),
};

/** What a Connector passes on to its protocol handler: without one, nobody takes them. */
export const handlerBean: Bean = {
  properties: setters({
    int: `connectionTimeout keepAliveTimeout maxKeepAliveRequests maxThreads minSpareThreads maxConnections acceptCount
      maxHttpHeaderSize maxHttpRequestHeaderSize maxHttpResponseHeaderSize maxSwallowSize maxTrailerSize
      maxExtensionSize maxHeaderCount processorCache socketBuffer connectionUploadTimeout threadPriority
      acceptorThreadCount acceptorThreadPriority connectionLinger compressionMinSize compressableMimeSize linger
      soTimeout backlog pollerThreadCount packetSize portOffset threadsMaxIdleTime executorTerminationTimeoutMillis
      noCompressionStrongETag`,
    boolean: `disableUploadTimeout tcpNoDelay SSLEnabled secretRequired requiredSecret reuseAddress useSendfile
      bindOnInit serverRemoveAppProvidedValues rejectIllegalHeader rejectIllegalHeaderName useKeepAliveResponseHeader
      allowHostHeaderMismatch tomcatAuthentication tomcatAuthorization ajpFlush daemon useInheritedChannel
      ipv6v6only useVirtualThreads secure`,
    string: `compression compressibleMimeType compressableMimeType noCompressionUserAgents restrictedUserAgents server
      secret relaxedPathChars relaxedQueryChars allowedTrailerHeaders executorName executor tcpKeepAlive
      keystoreFile keystorePass keystoreType keyAlias sslProtocol clientAuth ciphers sslEnabledProtocols
      truststoreFile truststorePass truststoreType algorithm defaultSSLHostConfigName sslImplementationName
      allowedRequestAttributesPattern upgradeProtocol`,
    address: 'address',
    object: 'adapter',
  }),
};
