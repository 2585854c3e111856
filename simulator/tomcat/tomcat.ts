import type { Behaviour, Message, Outbox } from '../engine/world.ts';
import { armAutoDeploy, armBackground, runManagers } from './background.ts';
import { autoDeploy } from './deploy.ts';
import { forkTomcat, type Tomcat, type Waiting } from './host.ts';
import { tomcatKey } from './key.ts';
import { hearRedis, hearUnheard, lookAtClock, setAlarm } from './redis-messages.ts';
import { accept, finish, keyOf } from './requests.ts';
import { runScript, signalled } from './scripts.ts';
import { askSentinelsAgain, deployAll, readBacklog, shutdownAddress, start, startAnswering } from './start.ts';
import { enter } from './state.ts';
import { crash, finishStop, shutdownCommand, shutdownScript, stop, unload } from './stop.ts';

export { newTomcat, type SessionFile, type Tomcat } from './host.ts';
export type { TomcatNote } from './log/note.ts';

/**
 * Tomcat, as versions 7.0.69 and 10.1.60 behave: its process, connectors and shutdown port, webapps and their
 * session managers. Of power, `stop` is bin/shutdown.sh, `quit` a plain kill (SIGTERM), `crash` kill -9, `hang` SIGSTOP.
 */
export const tomcat: Behaviour<Tomcat> = {
  receive(host, message, out) {
    const { body } = message;
    if (body.type === 'request') return arrive(host, message, out);
    if (body.type === 'work') return work(host, body.what, out);
    if (body.type === 'execute') return runScript(host, body, message.from, out);
    if (body.type === 'signal')
      return body.signal === 'SIGCONT' ? resume(host, out) : signalled(host, body.signal, out);
    if (body.type === 'abort') return abandon(host, body.chain, body.attempt);
    hearRedis(host, body, out);
  },

  fire(host, { name }, out) {
    switch (name) {
      case 'deploy':
        return deployAll(host, out);
      case 'answer':
        return startAnswering(host, out);
      case 'unload':
        return unload(host, out);
      case 'exit':
        return finishStop(host, out);
      case 'redis':
        return lookAtClock(host, out);
      case 'sentinels':
        return askSentinelsAgain(host, out);
      case 'background':
        return background(host, out);
    }
  },

  power(host, event, out) {
    switch (event) {
      case 'start':
        return start(host, out);
      case 'stop':
        shutdownScript(host, out);
        return;
      case 'quit':
        return stop(host, { exitCode: 143, byPort: false }, out);
      case 'crash':
        return crash(host, out);
      case 'hang':
        return host.state === 'running' ? enter(host, 'hang', out) : undefined;
      case 'resume':
        return resume(host, out);
    }
  },

  edit(host, file, text, out) {
    const { [file]: _, ...others } = host.files;
    host.files = text === null ? others : { ...others, [file]: text };
    if (host.state !== 'running' && host.state !== 'starting') return;
    host.dirty = [...host.dirty, file];
    if (host.state === 'running') armAutoDeploy(host, out);
  },

  visit() {},
  fork: forkTomcat,
  key: tomcatKey,
};

/** The kernel has accepted a connection; whether anybody reads from it depends on the process. */
function arrive(host: Tomcat, { from, to, body }: Message, out: Outbox) {
  if (body.type !== 'request') return;
  const { chain, attempt, request, source } = body;
  if (host.server && to === shutdownAddress(host.server) && host.state === 'running') {
    out.send(from, { type: 'closed', chain, attempt, how: 'closed' });
    return shutdownCommand(
      host,
      request.target === '' ? request.method : `${request.method} ${request.target} HTTP/${request.version}`,
      out,
    );
  }
  const waiting: Waiting = { from, chain, attempt, source, request, gone: false };
  if (speaksAjp(host, to)) return;
  if (host.state === 'running') return accept(host, waiting, out);
  host.backlog.push(waiting);
  if (out.noting) out.note({ kind: 'request-waits', why: host.state }, chain);
}

/** An AJP connector makes nothing of HTTP: the caller waits in vain. */
function speaksAjp({ server }: Tomcat, to: string) {
  const connectors = server?.services[0]?.connectors ?? [];
  if (connectors.length < 2 && connectors[0]?.kind !== 'ajp') return false;
  const port = Number(to.slice(to.lastIndexOf(':') + 1));
  return connectors.some((connector) => connector.kind === 'ajp' && connector.port === port);
}

function work(host: Tomcat, key: string, out: Outbox) {
  if (host.state !== 'hung') return finish(host, key, out);
  const request = host.running.get(key);
  if (request) request.due = true;
}

/** The one who asked went away; the servlet does not notice. */
function abandon(host: Tomcat, chain: string, attempt: number) {
  const request = host.running.get(keyOf({ chain, attempt }));
  if (request) request.gone = true;
  for (const waiting of host.backlog) if (waiting.chain === chain && waiting.attempt === attempt) waiting.gone = true;
}

function resume(host: Tomcat, out: Outbox) {
  if (host.state !== 'hung') return;
  enter(host, 'resume', out);
  hearUnheard(host, out);
  for (const [key, request] of [...host.running]) if (request.due) finish(host, key, out);
  setAlarm(host, out);
  host.wakesAt = undefined;
  for (const app of host.webapps.values()) armBackground(host, app, out);
  readBacklog(host, out);
  if (host.stopping) stop(host, host.stopping, out);
}

function background(host: Tomcat, out: Outbox) {
  if (host.state !== 'running' || host.wakesAt !== out.now) return;
  host.wakesAt = undefined;
  runManagers(host, out);
  if (host.dirty.length > 0) autoDeploy(host, out);
  for (const app of host.webapps.values()) armBackground(host, app, out);
}
