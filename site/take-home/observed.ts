import type { HostName, RequestOutcome, World } from '../../simulator/index.ts';
import type { Expected, Listening } from './run.ts';

/** An id of a session, as Tomcat makes them; a `jvmRoute` behind it is kept. */
const SESSION_ID = /[0-9A-F]{32}/g;

/** What a script asserts of a request. `body`: the answer's, if one came. */
export function expectedOf({ status, server }: RequestOutcome, body: string | undefined): Expected {
  if (status !== 200) return { status, server: undefined, page: undefined };
  if (server === undefined || body === undefined) return { status, server: '', page: undefined };
  return { status, server, page: body.replace(SESSION_ID, '*').replace(/\s+/g, ' ').trim() };
}

/** Whether a server is neither starting nor stopping. */
export function isSettled({ hosts }: World, name: HostName): boolean {
  const host = hosts.get(name);
  if (host?.kind === 'tomcat') return host.state !== 'starting' && host.state !== 'stopping';
  if (host?.kind === 'nginx') return host.mode !== 'quitting';
  return host?.kind !== 'redis' || host.mode !== 'loading';
}

/** Where servers listen, each port once: all of them, or one. */
export function listeningIn({ hosts, sockets }: World, only?: HostName): Listening[] {
  const found = new Map<string, Listening>();
  for (const [address, name] of sockets) {
    const host = hosts.get(name);
    const port = address.slice(address.lastIndexOf(':') + 1);
    if (!host || (only !== undefined && name !== only)) continue;
    const protocol = host.kind !== 'tomcat' ? 'tcp' : httpPorts(host).includes(port) ? 'http' : undefined;
    if (!protocol || (found.has(port) && !address.startsWith('127.0.0.1:'))) continue;
    found.set(port, { of: name, protocol, address });
  }
  return [...found.values()];
}

/** Whoever opens one of a Tomcat's other ports is taken for something else. */
const httpPorts = ({ server }: Extract<ReturnType<World['hosts']['get']>, { kind: 'tomcat' }>): string[] =>
  (server?.services ?? []).flatMap(({ connectors }) =>
    connectors.flatMap(({ kind, port }) => (kind === 'http' ? [`${port}`] : [])),
  );

/** What the newest command in a terminal has printed to standard output; `undefined`: it is not done. */
export function printedIn({ hosts }: World, terminal: HostName): string[] | undefined {
  const host = hosts.get(terminal);
  if (host?.kind !== 'terminal' || host.foreground) return undefined;
  const from = host.screen.findLastIndex(({ kind }) => kind === 'input');
  return host.screen.slice(from + 1).flatMap((line) => (line.kind === 'output' && !line.error ? [line.text] : []));
}
