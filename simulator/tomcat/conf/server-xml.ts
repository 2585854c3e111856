import type { LogEntry } from '../log/messages.ts';
import type { Traits } from '../version.ts';
import { type Component, digest } from './digester.ts';
import { librariesIn } from './libraries.ts';
import { type ProtocolKind, protocolKind } from './protocol.ts';
import { serverRules } from './schema.ts';

/** What a Tomcat keeps of its server.xml. */
export interface ServerSettings {
  /** -1: no shutdown port. */
  shutdownPort: number;
  shutdownWord: string;
  services: ServiceSettings[];
  /** Class names, in order. */
  listeners: string[];
}

export interface ServiceSettings {
  name: string;
  connectors: ConnectorSettings[];
  engine: EngineSettings | undefined;
}

export interface ConnectorSettings {
  port: number;
  /** `*` for every address of the machine. */
  address: string;
  kind: ProtocolKind;
  /** As messages name it, e.g. `"http-nio-8080"`. */
  name: string;
  protocol: string;
  /** An AJP connector that will not start without a secret. */
  secretMissing: boolean;
}

export interface EngineSettings {
  name: string;
  defaultHost: string | undefined;
  /** Appended to session ids as `.tomcat1`. */
  jvmRoute: string | undefined;
  /** Milliseconds between two runs of background work (expiry, autoDeploy). */
  backgroundDelay: number;
  hosts: HostSettings[];
  /** An AccessLogValve stands in the Engine or a Host. */
  accessLog: boolean;
}

export interface HostSettings {
  name: string;
  aliases: string[];
  appBase: string;
  autoDeploy: boolean;
  /** Contexts written into server.xml, as digested. */
  contexts: Component[];
}

/** server.xml as read, or why the server cannot start. */
export interface ServerReading {
  settings: ServerSettings | undefined;
  entries: LogEntry[];
}

/**
 * Reads conf/server.xml as `Catalina.load` does. Without a whole `<Server>` there are no settings: the JVM exits with 1. What is
 * wrong behind it is logged, and no more.
 */
export function readServerXml(files: Readonly<Record<string, string>>, traits: Traits): ServerReading {
  const read = digest('conf/server.xml', files['conf/server.xml'] ?? '', serverRules, traits, librariesIn(files));
  const entries = read.remarks.map(({ entry }) => entry);
  if (read.failure) {
    const { exception } = read.failure;
    const message = exception.class.replace(/^.*?columnNumber: \d+; /, '');
    entries.push({ message: 'server-xml-failed', values: { message }, exception });
  }
  if (!read.root || !read.rootEnded) {
    entries.push({ message: 'server-not-configured', values: {} });
    return { settings: undefined, entries };
  }
  return { settings: serverSettings(read.root, traits), entries };
}

function serverSettings(root: Component, traits: Traits): ServerSettings {
  const offset = numberOf(root, 'portOffset', 0);
  const port = numberOf(root, 'port', 8005);
  return {
    shutdownPort: port > 0 ? port + offset : port,
    shutdownWord: root.attributes['shutdown'] ?? 'SHUTDOWN',
    listeners: childrenOf(root, 'Listener').map(({ className }) => className ?? ''),
    services: childrenOf(root, 'Service').map((service) => serviceSettings(service, offset, traits)),
  };
}

function serviceSettings(service: Component, offset: number, traits: Traits): ServiceSettings {
  // A second Engine takes the place of the first.
  const engine = childrenOf(service, 'Engine').at(-1);
  return {
    name: service.attributes['name'] ?? 'null',
    connectors: childrenOf(service, 'Connector').map((connector) => connectorSettings(connector, offset, traits)),
    engine: engine && engineSettings(engine),
  };
}

function connectorSettings(connector: Component, offset: number, traits: Traits): ConnectorSettings {
  const { protocol = 'HTTP/1.1', secret = '', secretRequired = 'true' } = connector.attributes;
  const own = numberOf(connector, 'port', -1);
  const port = own > 0 ? own + offset : own;
  const kind = protocolKind(protocol, traits);
  const guarded = kind === 'ajp' && traits.ajpWantsSecret;
  const address = connector.attributes['address'] ?? (guarded ? '127.0.0.1' : '*');
  const where = address === '*' ? '' : `${address}-`;
  const endpoint = protocol.includes('Nio2') ? 'nio2' : traits.endpoint;
  const name = kind === 'unknown' ? `${protocol}-auto-0` : `"${kind}-${endpoint}-${where}${port}"`;
  return { port, address, kind, name, protocol, secretMissing: guarded && secret === '' && secretRequired !== 'false' };
}

function engineSettings(engine: Component): EngineSettings {
  const { name = 'null', defaultHost, jvmRoute } = engine.attributes;
  return {
    name,
    defaultHost,
    jvmRoute: jvmRoute === '' ? undefined : jvmRoute,
    backgroundDelay: numberOf(engine, 'backgroundProcessorDelay', 10) * 1000,
    accessLog: [engine, ...childrenOf(engine, 'Host')]
      .flatMap((container) => childrenOf(container, 'Valve'))
      .some(({ className }) => className === 'org.apache.catalina.valves.AccessLogValve'),
    hosts: childrenOf(engine, 'Host').map((host) => ({
      name: host.attributes['name'] ?? 'null',
      aliases: childrenOf(host, 'Alias').map(({ text }) => text.trim()),
      appBase: host.attributes['appBase'] ?? 'webapps',
      autoDeploy: host.attributes['autoDeploy'] !== 'false',
      contexts: childrenOf(host, 'Context'),
    })),
  };
}

/** The child elements of that name. */
export const childrenOf = (parent: Component | undefined, element: string): Component[] =>
  parent?.children.filter((child) => child.element === element) ?? [];

/** A number property, or its default. */
export const numberOf = (component: Component | undefined, name: string, otherwise: number): number =>
  Number(component?.attributes[name] ?? otherwise);
