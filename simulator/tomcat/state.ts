import type { Outbox } from '../engine/world.ts';
import { newProcess, type Tomcat } from './host.ts';
import { type TomcatEvent, tomcatLifecycle } from './lifecycle.ts';
import { closeConnections } from './session/redis/lifecycle.ts';

/** Follows an arrow of the chart. */
export function enter(host: Tomcat, event: TomcatEvent, out: Outbox): void {
  host.state = tomcatLifecycle.next(host.state, event);
  const { state, exitCode } = host;
  const over = state === 'stopped' || state === 'crashed';
  if (out.noting)
    out.note(over && exitCode !== undefined ? { kind: 'state', state, exitCode } : { kind: 'state', state });
}

/** The process is over: its memory, ports and timers go. */
export function exit(host: Tomcat, event: TomcatEvent, exitCode: number, out: Outbox): void {
  out.unbind();
  for (const app of host.webapps.values()) closeConnections(app, out);
  for (const name of ['deploy', 'answer', 'unload', 'exit', 'background', 'redis', 'sentinels']) out.cancel(name);
  const { shell } = host;
  Object.assign(host, newProcess());
  host.exitCode = exitCode;
  enter(host, event, out);
  if (shell !== undefined) out.send(shell, { type: 'exited', code: exitCode }, 0);
}
