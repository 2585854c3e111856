import { remembered } from '../core/remembered.ts';
import type { Outbox } from '../engine/world.ts';
import { armAutoDeploy } from './background.ts';
import { readServerXml, type ServerSettings } from './conf/server-xml.ts';
import { connectorsOf, initConnector, portTaken, startConnector } from './connectors.ts';
import { deploy, webappPlaces } from './deploy.ts';
import { newProcess, type Tomcat } from './host.ts';
import { tomcatLifecycle } from './lifecycle.ts';
import { log, logAll } from './log/note.ts';
import { accept } from './requests.ts';
import { complainOfSentinels } from './session/redis/lifecycle.ts';
import { enter, exit } from './state.ts';
import { stop } from './stop.ts';

/** From the launch of the JVM to the deployment of the webapps (ms); its port is bound at once. */
const START_TIME = 3000;

/** The address of the shutdown port: only the machine itself can reach it. */
export const shutdownAddress = ({ shutdownPort }: ServerSettings): string => onLoopback(String(shutdownPort));
const onLoopback = remembered((port) => `127.0.0.1:${port}`);

/** bin/startup.sh: launches the JVM, which reads server.xml and binds its ports. */
export function start(host: Tomcat, out: Outbox): void {
  if (!tomcatLifecycle.can(host.state, 'start')) return;
  Object.assign(host, newProcess());
  host.pid = out.pid();
  enter(host, 'start', out);
  const { settings, entries } = readServerXml(host.files, host.traits);
  if (out.noting)
    out.note({ kind: 'script', script: 'startup.sh', outcome: 'started', port: settings?.shutdownPort ?? -1 });
  logAll(out, 'main', entries);
  if (!settings) return exit(host, 'refused', 1, out);
  host.server = settings;
  logListeners(host, settings, out);
  for (const connector of connectorsOf(settings)) initConnector(connector, host.traits, out);
  log(out, 'main', 'initialized', { ms: 600 });
  out.timer('deploy', START_TIME);
}

/** The machine of the recordings: Debian 12 with OpenJDK 17. */
const machineLines = [
  ['os-name', 'Linux'],
  ['os-version', '6.1.0'],
  ['architecture', 'amd64'],
  ['java-home', '/usr/lib/jvm/java-17-openjdk-amd64'],
  ['jvm-version', '17.0.15+6-Debian-1deb12u1'],
  ['jvm-vendor', 'Debian'],
  ['catalina-base', '${catalina.base}'],
  ['catalina-home', '${catalina.home}'],
] as const;

function logListeners(host: Tomcat, { listeners }: ServerSettings, out: Outbox) {
  if (!out.noting) return;
  for (const listener of listeners) {
    if (listener.endsWith('.VersionLoggerListener')) {
      const number = `${host.version.split(' ')[0]}.0`;
      log(out, 'main', 'server-version', { value: host.traits.serverInfo });
      log(out, 'main', 'server-number', { value: number });
      for (const [message, value] of machineLines) log(out, 'main', message, { value });
    } else if (listener.endsWith('.AprLifecycleListener')) {
      if (host.nativeLibrary === undefined) log(out, 'main', 'apr-missing');
      else log(out, 'main', 'apr-incompatible', { found: host.nativeLibrary });
    }
  }
}

/** The JVM has read its classes: the webapps are deployed, one after another. */
export function deployAll(host: Tomcat, out: Outbox): void {
  const { server } = host;
  if (host.state !== 'starting' || !server) return;
  host.since = out.now;
  const service = server.services[0];
  log(out, 'main', 'service-start', { name: service?.name ?? 'Catalina' });
  log(out, 'main', 'engine-start', { info: host.traits.serverInfo });
  let slow = 0;
  for (const place of webappPlaces(host)) slow += deploy(host, place, host.traits.deployThread, out);
  if (slow === Infinity) return out.timer('sentinels', 1000);
  if (slow > 0) out.timer('answer', slow);
  else startAnswering(host, out);
}

/** The main thread is still in the start of a webapp whose manager asks sentinels that do not answer. */
export function askSentinelsAgain(host: Tomcat, out: Outbox): void {
  if (host.state !== 'starting') return;
  for (const { settings } of host.webapps.values()) {
    const { manager } = settings;
    if (manager.kind === 'redis' && manager.sentinelMaster !== undefined && manager.sentinels !== undefined)
      complainOfSentinels(manager.sentinels, manager.sentinelMaster, 'main', out);
  }
  out.timer('sentinels', 1000);
}

/** The connectors start: what has waited in the kernel is read. */
export function startAnswering(host: Tomcat, out: Outbox): void {
  const { server } = host;
  if (host.state !== 'starting' || !server) return;
  const engine = server.services[0]?.engine;
  if (engine && !engine.hosts.some(({ name }) => name === engine.defaultHost)) {
    const values = { host: engine.defaultHost ?? 'null', service: server.services[0]?.name ?? '' };
    for (let i = 0; i <= engine.hosts.length; i++) log(out, 'main', 'default-host-unknown', values);
  }
  for (const connector of connectorsOf(server)) startConnector(connector, out);
  log(out, 'main', 'started', { ms: out.now - host.since + START_TIME });
  enter(host, 'started', out);
  armAutoDeploy(host, out);
  if (!openShutdownPort(host, server, out)) return;
  readBacklog(host, out);
}

/** False when the process ends instead. */
function openShutdownPort(host: Tomcat, server: ServerSettings, out: Outbox) {
  const port = server.shutdownPort;
  if (port < 0) return true;
  if (port > 65535) {
    log(
      out,
      'main',
      'shutdown-port-range',
      {},
      { class: 'java.lang.IllegalArgumentException', message: `Port value out of range: ${port}` },
    );
    stop(host, { exitCode: 1, byPort: false }, out);
    return false;
  }
  if (out.bind(shutdownAddress(server))) return true;
  log(out, 'main', 'shutdown-port-taken', { port }, portTaken);
  stop(host, { exitCode: 0, byPort: false }, out);
  return false;
}

/** Worker threads take the connections that waited. */
export function readBacklog(host: Tomcat, out: Outbox): void {
  const waiting = host.backlog;
  host.backlog = [];
  for (const request of waiting) accept(host, request, out);
}
