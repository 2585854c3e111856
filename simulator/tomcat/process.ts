import type { Outbox } from '../engine/world.ts';
import { armAutoDeploy } from './background.ts';
import { type ConnectorSettings, readServerXml, type ServerSettings } from './conf/server-xml.ts';
import { deploy, stopContext, webappPlaces } from './deploy.ts';
import { newProcess, type Tomcat, type Waiting } from './host.ts';
import type { Throwable } from './java/value.ts';
import { type TomcatEvent, tomcatLifecycle } from './lifecycle.ts';
import { log, logAll } from './log/note.ts';
import { accept, interrupt } from './requests.ts';

/** From the launch of the JVM to the deployment of the webapps (ms); its port is bound at once. */
const START_TIME = 3000;
/** What a stop takes (ms) once no request runs. */
const STOP_TIME = 300;

/** The address of the shutdown port: only the machine itself can reach it. */
export const shutdownAddress = ({ shutdownPort }: ServerSettings) => `127.0.0.1:${shutdownPort}`;

/** bin/startup.sh: launches the JVM, which reads server.xml and binds its ports. */
export function start(host: Tomcat, out: Outbox): void {
  if (!tomcatLifecycle.can(host.state, 'start')) return;
  Object.assign(host, newProcess());
  enter(host, 'start', out);
  const { settings, entries } = readServerXml(host.files['conf/server.xml'] ?? '', host.traits);
  if (out.noting)
    out.note({ kind: 'script', script: 'startup.sh', outcome: 'started', port: settings?.shutdownPort ?? -1 });
  logAll(out, 'main', entries);
  if (!settings) return exit(host, 'refused', 1, out);
  host.server = settings;
  logListeners(host, settings, out);
  for (const { connector } of connectorsOf(settings)) initConnector(connector, out);
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

const connectorsOf = ({ services }: ServerSettings) =>
  services.flatMap((service) => service.connectors.map((connector) => ({ service, connector })));

/** Binds a connector's port. If that fails Tomcat goes on without it. */
function initConnector(connector: ConnectorSettings, out: Outbox) {
  const name = connector.name;
  if (connector.kind === 'unknown') {
    const cause = { class: 'java.lang.ClassNotFoundException', message: connector.protocol };
    return log(
      out,
      'main',
      'connector-init-failed',
      { name },
      lifecycleException('Protocol handler instantiation failed', cause),
    );
  }
  log(out, 'main', 'protocol-init', { name: plainName(connector) });
  if (connector.port < 0 || connector.port > 65535) {
    const cause = { class: 'java.lang.IllegalArgumentException', message: `port out of range:${connector.port}` };
    return log(
      out,
      'main',
      'connector-init-failed',
      { name },
      lifecycleException('Protocol handler initialization failed', cause),
    );
  }
  if (out.bind(`${connector.address}:${connector.port}`)) return;
  log(
    out,
    'main',
    'connector-init-failed',
    { name },
    lifecycleException('Protocol handler initialization failed', portTaken),
  );
}

const plainName = ({ name }: ConnectorSettings) => name.replaceAll('"', '');
const portTaken: Throwable = { class: 'java.net.BindException', message: 'Address already in use' };
const lifecycleException = (message: string, cause: Throwable): Throwable => ({
  class: 'org.apache.catalina.LifecycleException',
  message,
  cause,
});

/** The JVM has read its classes: the webapps are deployed, one after another. */
export function deployAll(host: Tomcat, out: Outbox): void {
  const { server } = host;
  if (host.state !== 'starting' || !server) return;
  host.since = out.now;
  const service = server.services[0];
  log(out, 'main', 'service-start', { name: service?.name ?? 'Catalina' });
  log(out, 'main', 'engine-start', { info: host.traits.serverInfo });
  let slow = 0;
  for (const place of webappPlaces(host)) slow += deploy(host, place, 'main', out);
  if (slow > 0) out.timer('answer', slow);
  else startAnswering(host, out);
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
  for (const { connector } of connectorsOf(server)) startConnector(connector, out);
  log(out, 'main', 'started', { ms: out.now - host.since + START_TIME });
  enter(host, 'started', out);
  armAutoDeploy(host, out);
  if (!openShutdownPort(host, server, out)) return;
  readBacklog(host, out);
}

function startConnector(connector: ConnectorSettings, out: Outbox) {
  const { kind, name, secretMissing } = connector;
  if (kind === 'unknown') return;
  log(out, 'main', 'protocol-start', { name: plainName(connector) });
  if (!secretMissing) return;
  const message =
    'The AJP Connector is configured with secretRequired="true" but the secret attribute is either null or "". This combination is not valid.';
  const cause = { class: 'java.lang.IllegalArgumentException', message };
  log(out, 'main', 'connector-start-failed', { name }, lifecycleException('Protocol handler start failed', cause));
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

/** bin/shutdown.sh: reads server.xml as it is now, and sends the word to the port that stands there. */
export function shutdownScript(host: Tomcat, out: Outbox): void {
  const asked = readServerXml(host.files['conf/server.xml'] ?? '', host.traits).settings;
  const port = asked?.shutdownPort ?? -1;
  const tell = (outcome: 'sent' | 'refused' | 'no-port' | 'wrong-word' | 'ignored') => {
    if (out.noting) out.note({ kind: 'script', script: 'shutdown.sh', outcome, port });
  };
  if (!asked || port < 0) return tell('no-port');
  const { server } = host;
  const listens = host.state === 'running' || host.state === 'hung';
  if (!listens || !server || server.shutdownPort !== port) return tell('refused');
  if (asked.shutdownWord !== server.shutdownWord) {
    tell('wrong-word');
    return log(out, 'main', 'shutdown-invalid', { command: asked.shutdownWord });
  }
  tell(host.state === 'hung' ? 'ignored' : 'sent');
  stop(host, { exitCode: 0, byPort: true }, out);
}

/** What somebody sent to the shutdown port. */
export function shutdownCommand(host: Tomcat, command: string, out: Outbox): void {
  if (command === host.server?.shutdownWord) stop(host, { exitCode: 0, byPort: true }, out);
  else log(out, 'main', 'shutdown-invalid', { command });
}

/** A graceful stop: pauses the connectors, then waits up to `unloadDelay` for running requests. A hung process hears of it later. */
export function stop(host: Tomcat, reason: NonNullable<Tomcat['stopping']>, out: Outbox): void {
  if (host.state === 'hung') host.stopping = reason;
  if (!tomcatLifecycle.can(host.state, 'stop') || !host.server) return;
  host.stopping = reason;
  enter(host, 'stop', out);
  if (reason.byPort) log(out, 'main', 'shutdown-command');
  for (const { connector } of connectorsOf(host.server))
    if (connector.kind !== 'unknown') log(out, 'main', 'protocol-pause', { name: plainName(connector) });
  log(out, 'main', 'service-stop', { name: host.server.services[0]?.name ?? 'Catalina' });
  unload(host, out);
}

/** StandardWrapper.unload: looks 21 times, a twentieth of unloadDelay apart, whether requests still run. */
export function unload(host: Tomcat, out: Outbox): void {
  if (host.state !== 'stopping') return;
  const delay = Math.max(0, ...[...host.webapps.values()].map(({ settings }) => settings.unloadDelay)) / 20;
  const round = host.unloadRounds++;
  if (host.running.size === 0 || round > 20) return stopWebapps(host, out);
  if (round % 10 === 0) log(out, 'main', 'unload-waiting', { count: host.running.size, servlet: 'demo' });
  out.timer('unload', delay);
}

function stopWebapps(host: Tomcat, out: Outbox) {
  let slow = 0;
  for (const app of host.webapps.values()) slow += stopContext(host, app, 'main', out);
  if (host.running.size > 0 && host.traits.interruptsAtStop) {
    for (const name of new Set([...host.running.values()].map(({ app }) => app)))
      log(out, 'main', 'still-processing', { name });
    for (const request of host.running.values()) interrupt(host, request, out);
    host.running.clear();
  }
  out.timer('exit', STOP_TIME + slow);
}

/** The connectors close, and with them whatever is still open. */
export function finishStop(host: Tomcat, out: Outbox): void {
  if (host.state !== 'stopping' || !host.server) return;
  for (const event of ['protocol-stop', 'protocol-destroy'] as const) {
    for (const { connector } of connectorsOf(host.server))
      if (connector.kind !== 'unknown') log(out, 'main', event, { name: plainName(connector) });
  }
  cutAll(host, 'stop', out);
  exit(host, 'exited', host.stopping?.exitCode ?? 0, out);
}

/** kill -9: memory is gone, the kernel closes every connection. */
export function crash(host: Tomcat, out: Outbox): void {
  if (!tomcatLifecycle.can(host.state, 'crash')) return;
  if (out.noting) {
    for (const { settings, sessions } of host.webapps.values()) {
      if (sessions.size > 0)
        out.note({ kind: 'sessions-lost', webapp: settings.path, count: sessions.size, why: 'crash' });
    }
  }
  cutAll(host, 'crash', out);
  exit(host, 'crash', 137, out);
}

/** A request that was read ends with FIN; bytes that nobody read make the kernel send RST. */
function cutAll(host: Tomcat, why: 'crash' | 'stop', out: Outbox) {
  const cut = ({ from, chain, attempt, gone }: Waiting, how: 'closed' | 'reset') => {
    if (!gone) out.send(from, { type: 'closed', chain, attempt, how });
  };
  for (const request of host.running.values()) {
    cut(request, 'closed');
    if (out.noting) out.note({ kind: 'request-cut', page: request.page, why }, request.chain);
  }
  for (const waiting of host.backlog) {
    cut(waiting, 'reset');
    if (out.noting) out.note({ kind: 'request-cut', page: waiting.request.target, why }, waiting.chain);
  }
}

function exit(host: Tomcat, event: TomcatEvent, exitCode: number, out: Outbox) {
  out.unbind();
  for (const name of ['deploy', 'answer', 'unload', 'exit', 'background']) out.cancel(name);
  Object.assign(host, newProcess());
  host.exitCode = exitCode;
  enter(host, event, out);
}

/** Follows an arrow of the chart. */
export function enter(host: Tomcat, event: TomcatEvent, out: Outbox): void {
  host.state = tomcatLifecycle.next(host.state, event);
  const { state, exitCode } = host;
  const over = state === 'stopped' || state === 'crashed';
  if (out.noting)
    out.note(over && exitCode !== undefined ? { kind: 'state', state, exitCode } : { kind: 'state', state });
}
