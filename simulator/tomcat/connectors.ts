import type { Outbox } from '../engine/world.ts';
import type { ConnectorSettings, ServerSettings } from './conf/server-xml.ts';
import type { Throwable } from './java/value.ts';
import { log } from './log/note.ts';
import type { Traits } from './version.ts';

/** Every connector of a server, service by service. */
export const connectorsOf = ({ services }: ServerSettings): ConnectorSettings[] =>
  services.flatMap(({ connectors }) => connectors);

/** Binds a connector's port. If that fails Tomcat goes on without it. */
export function initConnector(connector: ConnectorSettings, traits: Traits, out: Outbox) {
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
  if (out.bind(`${connector.address}:${connector.port}`)) {
    if (traits.listsLoaders && connector.kind === 'http') log(out, 'main', 'nio-selector');
    return;
  }
  log(
    out,
    'main',
    'connector-init-failed',
    { name },
    lifecycleException('Protocol handler initialization failed', portTaken),
  );
}

/** The same line for every connector: it starts, pauses, stops, is destroyed. */
export function logConnectors(
  server: ServerSettings,
  message: 'protocol-pause' | 'protocol-stop' | 'protocol-destroy',
  out: Outbox,
): void {
  for (const connector of connectorsOf(server))
    if (connector.kind !== 'unknown') log(out, 'main', message, { name: plainName(connector) });
}

/** A connector begins to answer; an AJP connector without its secret does not. */
export function startConnector(connector: ConnectorSettings, out: Outbox) {
  const { kind, name, secretMissing } = connector;
  if (kind === 'unknown') return;
  log(out, 'main', 'protocol-start', { name: plainName(connector) });
  if (!secretMissing) return;
  const message =
    'The AJP Connector is configured with secretRequired="true" but the secret attribute is either null or "". This combination is not valid.';
  const cause = { class: 'java.lang.IllegalArgumentException', message };
  log(out, 'main', 'connector-start-failed', { name }, lifecycleException('Protocol handler start failed', cause));
}

const plainName = ({ name }: ConnectorSettings) => name.replaceAll('"', '');

/** What the kernel says to a second program that wants a port. */
export const portTaken: Throwable = { class: 'java.net.BindException', message: 'Address already in use' };
const lifecycleException = (message: string, cause: Throwable): Throwable => ({
  class: 'org.apache.catalina.LifecycleException',
  message,
  cause,
});
