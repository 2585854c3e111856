import type { Throwable } from '../java/value.ts';
import type { Traits } from '../version.ts';
import { bracketed as b, type Message, say, type Values } from './message.ts';
import { redisMessages } from './redis-messages.ts';

/** One line (with its exception) for a log, as data. */
export interface LogEntry {
  message: MessageCode;
  values: Values;
  exception?: Throwable;
}

export type MessageCode = keyof typeof messages;

const server = 'org.apache.catalina.core.StandardServer';
const service = 'org.apache.catalina.core.StandardService';
const context = 'org.apache.catalina.core.StandardContext';
const version = 'org.apache.catalina.startup.VersionLoggerListener.log';
const protocol = 'org.apache.coyote.AbstractProtocol';
const hostConfig = 'org.apache.catalina.startup.HostConfig';
const contextConfig = 'org.apache.catalina.startup.ContextConfig';
const digester = 'org.apache.tomcat.util.digester.Digester';
const catalina = 'org.apache.catalina.startup.Catalina';
const standardManager = 'org.apache.catalina.session.StandardManager';
const standardSession = 'org.apache.catalina.session.StandardSession';
const webXml = 'org.apache.tomcat.util.descriptor.web.WebXmlParser.parseWebXml';

const quoted = (values: Values) => `["${values['name']}"]`;

/** Which of Tomcat 7's three rules set the properties of an element. */
function propertiesRule(values: Values, { brackets }: Traits): string {
  if (!brackets && values['path'] === 'Context') return 'org.apache.catalina.startup.SetContextPropertiesRule';
  if (!brackets && String(values['path']).endsWith('/Connector'))
    return 'org.apache.catalina.startup.SetAllPropertiesRule';
  return 'org.apache.tomcat.util.digester.SetPropertiesRule';
}

/** Every message that a modelled Tomcat logs, in its own words (LocalStrings.properties; recorded unless marked "from the source"). */
export const messages = {
  'server-version': say(
    'INFO',
    version,
    (v, t) => `Server version${t.brackets ? ' name' : ''}:${t.brackets ? '   ' : '        '}${v['value']}`,
  ),
  'server-number': say(
    'INFO',
    version,
    (v, t) => `Server ${t.brackets ? 'version ' : ''}number:${t.brackets ? ' ' : '         '}${v['value']}`,
  ),
  'os-name': say('INFO', version, (v) => `OS Name:               ${v['value']}`),
  'os-version': say('INFO', version, (v) => `OS Version:            ${v['value']}`),
  'jvm-version': say('INFO', version, (v) => `JVM Version:           ${v['value']}`),
  'jvm-vendor': say('INFO', version, (v) => `JVM Vendor:            ${v['value']}`),
  architecture: say('INFO', version, (v) => `Architecture:          ${v['value']}`),
  'java-home': say('INFO', version, (v) => `Java Home:             ${v['value']}`),
  'catalina-base': say('INFO', version, (v) => `CATALINA_BASE:         ${v['value']}`),
  'catalina-home': say('INFO', version, (v) => `CATALINA_HOME:         ${v['value']}`),
  'apr-incompatible': say(
    'SEVERE',
    'org.apache.catalina.core.AprLifecycleListener.init',
    (v) =>
      `An incompatible version [${v['found']}] of the Apache Tomcat Native library is installed, while Tomcat requires at least version [1.3.9] of Tomcat Native 1.x`,
  ),
  /** From the source. */
  'apr-missing': say(
    'INFO',
    'org.apache.catalina.core.AprLifecycleListener.lifecycleEvent',
    (_, t) =>
      `The ${t.brackets ? 'Apache Tomcat Native library which allows using OpenSSL' : 'APR based Apache Tomcat Native library which allows optimal performance in production environments'} was not found on the java.library.path: ${b('/usr/java/packages/lib:/usr/lib64:/lib64:/lib:/usr/lib', t)}`,
  ),
  'protocol-init': say('INFO', `${protocol}.init`, (v) => `Initializing ProtocolHandler ${quoted(v)}`),
  'nio-selector': say(
    'INFO',
    'org.apache.tomcat.util.net.NioSelectorPool.getSharedSelector',
    () => 'Using a shared selector for servlet write/read',
  ),
  'unknown-loader': say(
    'INFO',
    'org.apache.catalina.loader.WebappLoader.buildClassPath',
    () =>
      'Unknown loader jdk.internal.loader.ClassLoaders$AppClassLoader@5ffd2b27 class jdk.internal.loader.ClassLoaders$AppClassLoader',
  ),
  'protocol-start': say('INFO', `${protocol}.start`, (v) => `Starting ProtocolHandler ${quoted(v)}`),
  'protocol-pause': say('INFO', `${protocol}.pause`, (v) => `Pausing ProtocolHandler ${quoted(v)}`),
  'protocol-stop': say('INFO', `${protocol}.stop`, (v) => `Stopping ProtocolHandler ${quoted(v)}`),
  'protocol-destroy': say('INFO', `${protocol}.destroy`, (v) => `Destroying ProtocolHandler ${quoted(v)}`),
  initialized: say('INFO', `${catalina}.load`, (v, t) =>
    t.milliseconds ? `Server initialization in [${v['ms']}] milliseconds` : `Initialization processed in ${v['ms']} ms`,
  ),
  started: say('INFO', `${catalina}.start`, (v, t) =>
    t.milliseconds ? `Server startup in [${v['ms']}] milliseconds` : `Server startup in ${v['ms']} ms`,
  ),
  'service-start': say('INFO', `${service}.startInternal`, (v, t) => `Starting service ${b(v['name'], t)}`),
  'service-stop': say('INFO', `${service}.stopInternal`, (v, t) => `Stopping service ${b(v['name'], t)}`),
  'engine-start': say('INFO', 'org.apache.catalina.core.StandardEngine.startInternal', (v, t) =>
    t.brackets ? `Starting Servlet engine: [${v['info']}]` : `Starting Servlet Engine: ${v['info']}`,
  ),
  deploying: say(
    'INFO',
    `${hostConfig}.deployDirectory`,
    (v, t) => `Deploying web application directory ${b(v['folder'], t)}`,
  ),
  'tld-scan': say(
    'INFO',
    'org.apache.jasper.servlet.TldScanner.scanJars',
    () =>
      'At least one JAR was scanned for TLDs yet contained no TLDs. Enable debug logging for this logger for a complete list of JARs that were scanned but no TLDs were found in them. Skipping unneeded JARs during scanning can improve startup time and JSP compilation time.',
  ),
  'deploy-failed': say(
    'SEVERE',
    `${hostConfig}.deployDirectory`,
    (v, t) => `Error deploying web application directory ${b(v['folder'], t)}`,
  ),
  deployed: say(
    'INFO',
    `${hostConfig}.deployDirectory`,
    (v, t) => `Deployment of web application directory ${b(v['folder'], t)} has finished in ${b(v['ms'], t)} ms`,
  ),
  undeploy: say('INFO', `${hostConfig}.undeploy`, (v) => `Undeploying context [${v['path']}]`),
  'reload-found': say('INFO', `${hostConfig}.reload`, (v) => `Reloading context [${v['path']}]`),
  'reload-start': say('INFO', `${context}.reload`, (v) => `Reloading Context with name [${v['path']}] has started`),
  'reload-end': say('INFO', `${context}.reload`, (v) => `Reloading Context with name [${v['path']}] is completed`),
  'shutdown-command': say(
    'INFO',
    `${server}.await`,
    () => 'A valid shutdown command was received via the shutdown port. Stopping the Server instance.',
  ),
  /** The older words are from the source. */
  'shutdown-invalid': say('WARNING', `${server}.await`, (v, t) =>
    t.brackets
      ? `Invalid shutdown command [${v['command']}] received`
      : `StandardServer.await: Invalid command '${v['command']}' received`,
  ),
  /** The older words are from the source. */
  'shutdown-port-taken': say('SEVERE', `${server}.await`, (v, t) =>
    t.brackets
      ? `Failed to create server shutdown socket on address [localhost] and port [${v['port']}] (base port [${v['port']}] and offset [0])`
      : `StandardServer.await: create[localhost:${v['port']}]: `,
  ),
  'shutdown-port-range': say('SEVERE', 'org.apache.catalina.startup.Bootstrap.main', () => 'Error running command'),
  'connector-init-failed': say(
    'SEVERE',
    'org.apache.catalina.util.LifecycleBase.handleSubClassException',
    (v) => `Failed to initialize component [Connector[${v['name']}]]`,
  ),
  'connector-start-failed': say(
    'SEVERE',
    'org.apache.catalina.util.LifecycleBase.handleSubClassException',
    (v) => `Failed to start component [Connector[${v['name']}]]`,
  ),
  'default-host-unknown': say(
    'SEVERE',
    'org.apache.catalina.mapper.MapperListener.findDefaultHost',
    (v) =>
      `Unknown default host [${v['host']}] for service [StandardService[${v['service']}]]. Tomcat will not be able process HTTP/1.0 requests that do not specify a host name.`,
  ),
  'digester-fatal': say('SEVERE', `${digester}.fatalError`, (v, t) =>
    t.brackets
      ? `Parse fatal error at line [${v['line']}] column [${v['column']}]`
      : `Parse Fatal Error at line ${v['line']} column ${v['column']}: ${v['message']}`,
  ),
  'digester-begin-exception': say('SEVERE', `${digester}.startElement`, () => 'Begin event threw exception'),
  'digester-begin-error': say('SEVERE', `${digester}.startElement`, () => 'Begin event threw error'),
  'digester-end-error': say('SEVERE', `${digester}.endElement`, () => 'End event threw error'),
  'digester-end-exception': say('SEVERE', `${digester}.endElement`, () => 'End event threw exception'),
  'digester-no-rules': say('WARNING', `${digester}.endElement`, (v, t) =>
    t.brackets ? `No rules found matching [${v['path']}]` : `  No rules found matching '${v['path']}'.`,
  ),
  'property-not-set': {
    level: 'WARNING',
    source: (v, t) => `${propertiesRule(v, t)}.begin`,
    text: (v, t) => {
      if (t.brackets) return `Match [${v['path']}] failed to set property [${v['name']}] to [${v['value']}]`;
      const rule = propertiesRule(v, t).split('.').at(-1);
      return `[${rule}]{${v['path']}} Setting property '${v['name']}' to '${v['value']}' did not find a matching property.`;
    },
  },
  'setter-threw': say(
    'WARNING',
    'org.apache.tomcat.util.IntrospectionUtils.setProperty',
    (v) => `IntrospectionUtils: InvocationTargetException for class ${v['class']} ${v['name']}=${v['value']})`,
  ),
  'uri-encoding': say(
    'SEVERE',
    'org.apache.catalina.connector.Connector.setURIEncoding',
    (v, t) =>
      `The encoding [${v['encoding']}] is not recognised by the JRE. The Connector will continue to use [${t.brackets ? 'UTF-8' : 'ISO-8859-1'}]`,
  ),
  'max-inactive-ignored': say(
    'WARNING',
    'org.apache.catalina.session.ManagerBase.setMaxInactiveInterval',
    () =>
      'Manager.setMaxInactiveInterval() is deprecated and calls to this method are ignored. Session timeouts should be configured in web.xml or via Context.setSessionTimeout(int timeoutInMinutes)',
  ),
  /** The older words are from the source. */
  'server-xml-failed': say('WARNING', `${catalina}.parseServerXml`, (v, t) =>
    t.brackets
      ? 'Unable to load server configuration from [${catalina.base}/conf/server.xml]'
      : `Catalina.start using conf/server.xml: ${v['message']}`,
  ),
  'server-not-configured': say(
    'SEVERE',
    'org.apache.catalina.startup.Bootstrap.main',
    () => 'Cannot start server. Server instance is not configured.',
  ),
  'context-parse-error': say(
    'SEVERE',
    `${contextConfig}.processContextConfig`,
    (v, t) => `Parse error in context.xml for ${b(v['path'], t)}`,
  ),
  'context-parse-place': say(
    'SEVERE',
    `${contextConfig}.processContextConfig`,
    (v, t) => `Occurred at line ${b(v['line'], t)} column ${b(v['column'], t)}`,
  ),
  'web-parse-error': say(
    'SEVERE',
    webXml,
    (v, t) => `Parse error in application web.xml file at ${b(`file:\${catalina.base}/${v['file']}`, t)}`,
  ),
  'web-parse-place': say('SEVERE', webXml, (v, t) => `Occurred at line ${b(v['line'], t)} column ${b(v['column'], t)}`),
  'marked-unavailable': say(
    'SEVERE',
    `${contextConfig}.configureStart`,
    () => 'Marking this application unavailable due to previous error(s)',
  ),
  'components-failed': say(
    'SEVERE',
    `${context}.startInternal`,
    () => 'One or more components marked the context as not correctly configured',
  ),
  'manager-failed': say('SEVERE', `${context}.startInternal`, () => 'The session manager failed to start'),
  'manager-start-error': say('SEVERE', `${context}.startInternal`, () => 'Error manager.start()'),
  ...redisMessages,
  /** From the source. */
  'listener-class-failed': say(
    'SEVERE',
    `${context}.listenerStart`,
    (v, t) => `Error configuring application listener of class ${b(v['class'], t)}`,
    true,
  ),
  /** From the source. */
  'listeners-skipped': say(
    'SEVERE',
    `${context}.listenerStart`,
    () => 'Skipped installing application listeners due to previous error(s)',
    true,
  ),
  /** From the source. */
  'listeners-failed': say(
    'SEVERE',
    `${context}.startInternal`,
    () => 'One or more listeners failed to start. Full details will be found in the appropriate container log file',
  ),
  'context-failed': say(
    'SEVERE',
    `${context}.startInternal`,
    (v) => `Context [${v['path']}] startup failed due to previous errors`,
  ),
  'no-store': say(
    'SEVERE',
    'org.apache.catalina.session.PersistentManagerBase.startInternal',
    () => 'No Store configured, persistence disabled',
  ),
  'sessions-load-failed': say(
    'SEVERE',
    `${standardManager}.startInternal`,
    () => 'Exception loading sessions from persistent storage',
  ),
  'sessions-save-failed': say(
    'SEVERE',
    `${standardManager}.stopInternal`,
    () => 'Exception unloading sessions to persistent storage',
  ),
  'attribute-not-serializable': say(
    'WARNING',
    `${standardSession}.doWriteObject`,
    (v, t) => `Cannot serialize session attribute ${b(v['name'], t)} for session ${b(v['session'], t)}`,
    true,
  ),
  'attribute-not-deserializable': say(
    'WARNING',
    `${standardSession}.doReadObject`,
    (v, t) => `Cannot deserialize session attribute ${b(v['name'], t)} for session ${b(v['session'], t)}`,
    true,
  ),
  'data-source-missing': say(
    'SEVERE',
    'org.apache.catalina.session.DataSourceStore.open',
    (v) => `Cannot open JNDI DataSource [${v['source']}]`,
    true,
  ),
  'store-load-failed': say(
    'SEVERE',
    'org.apache.catalina.valves.PersistentValve.invoke',
    (v) => `Loading session [${v['session']}] from the store failed`,
    true,
  ),
  'session-load-failed': say(
    'INFO',
    'org.apache.catalina.connector.Request.doGetSession',
    (v) => `Failed to load session [${v['session']}] due to [${v['why']}]`,
  ),
  'servlet-exception': say(
    'SEVERE',
    'org.apache.catalina.core.StandardWrapperValve.invoke',
    (v) =>
      `Servlet.service() for servlet [${v['servlet']}] in context with path [${v['path']}] threw exception${v['wrapped'] === undefined ? '' : ` [${v['wrapped']}] with root cause`}`,
    true,
  ),
  'servlet-unavailable': say(
    'INFO',
    'org.apache.catalina.core.ApplicationContext.log',
    (v, t) => `Marking servlet ${b(v['servlet'], t)} as unavailable`,
    true,
  ),
  'servlet-allocate': say(
    'SEVERE',
    'org.apache.catalina.core.StandardWrapperValve.invoke',
    (v, t) => `Allocate exception for servlet ${b(v['servlet'], t)}`,
    true,
  ),
  'request-exception': say(
    'SEVERE',
    'org.apache.catalina.core.StandardHostValve.invoke',
    (v, t) => `Exception Processing ${b(v['uri'], t)}`,
    true,
  ),
  'header-removed': say(
    'WARNING',
    'org.apache.coyote.http11.Http11Processor.writeHeaders',
    (v) =>
      `The HTTP response header [${v['name']}] with value [${v['value']}] has been removed from the response because it is invalid`,
  ),
  'unload-waiting': say(
    'INFO',
    'org.apache.catalina.core.StandardWrapper.unload',
    (v, t) => `Waiting for ${b(v['count'], t)} instance(s) to be deallocated for Servlet [${v['servlet']}]`,
  ),
  'still-processing': say(
    'SEVERE',
    'org.apache.catalina.loader.WebappClassLoaderBase.clearReferencesThreads',
    (v) =>
      `The web application [${v['name']}] is still processing a request that has yet to finish. This is very likely to create a memory leak. You can control the time allowed for requests to finish by using the unloadDelay attribute of the standard Context implementation.`,
  ),
} satisfies Record<string, Message>;
