import type { Outbox } from '../engine/world.ts';
import { interrupted } from './answer.ts';
import { readServerXml } from './conf/server-xml.ts';
import { logConnectors } from './connectors.ts';
import { stopContext } from './deploy.ts';
import type { Tomcat, Waiting } from './host.ts';
import { tomcatLifecycle } from './lifecycle.ts';
import { log, type ScriptOutcome, type TomcatNote } from './log/note.ts';
import { aboutOf, countedIn } from './session/about.ts';
import { enter, exit } from './state.ts';

/** What a stop takes (ms) once no request runs. */
const STOP_TIME = 300;

/** bin/shutdown.sh: reads server.xml as it is now, and sends the word to the port that stands there. Returns what came of it. */
export function shutdownScript(host: Tomcat, out: Outbox): Extract<TomcatNote, { kind: 'script' }> {
  const asked = readServerXml(host.files, host.traits).settings;
  const port = asked?.shutdownPort ?? -1;
  const tell = (outcome: ScriptOutcome) => {
    const note = { kind: 'script', script: 'shutdown.sh', outcome, port } as const;
    if (out.noting) out.note(note);
    return note;
  };
  if (!asked || port < 0) return tell('no-port');
  const { server } = host;
  const listens = host.state === 'running' || host.state === 'hung';
  if (!listens || !server || server.shutdownPort !== port) return tell('refused');
  if (asked.shutdownWord !== server.shutdownWord) {
    const told = tell('wrong-word');
    log(out, 'main', 'shutdown-invalid', { command: asked.shutdownWord });
    return told;
  }
  const told = tell(host.state === 'hung' ? 'ignored' : 'sent');
  stop(host, { exitCode: 0, byPort: true }, out);
  return told;
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
  logConnectors(host.server, 'protocol-pause', out);
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
    for (const request of host.running.values()) interrupted(host, request, out);
    host.running.clear();
  }
  out.timer('exit', STOP_TIME + slow);
}

/** The connectors close, and with them whatever is still open. */
export function finishStop(host: Tomcat, out: Outbox): void {
  if (host.state !== 'stopping' || !host.server) return;
  logConnectors(host.server, 'protocol-stop', out);
  logConnectors(host.server, 'protocol-destroy', out);
  cutAll(host, 'stop', out);
  exit(host, 'exited', host.stopping?.exitCode ?? 0, out);
}

/** kill -9: memory is gone, the kernel closes every connection. */
export function crash(host: Tomcat, out: Outbox): void {
  if (!tomcatLifecycle.can(host.state, 'crash')) return;
  if (out.noting) {
    for (const app of host.webapps.values()) {
      const lost = countedIn(app);
      if (lost.count > 0) out.note({ kind: 'sessions-lost', ...aboutOf(app), ...lost, why: 'crash' });
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
