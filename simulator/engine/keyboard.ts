import { administer } from '../redis/administer.ts';
import { interrupt, typeLine } from '../shell/terminal.ts';
import type { Action, Host, ShellOutbox } from './world.ts';

/** What a learner types: in a window, or at a redis-cli that needs none. */
export type Keystroke = Extract<Action, { kind: 'type' | 'interrupt' | 'redis-cli' }>;

/** Does it; `serial` gives a number of its own to a connection. */
export function typed(host: Host, stroke: Keystroke, out: ShellOutbox, serial: () => number): void {
  if (stroke.kind === 'redis-cli') {
    if (host.kind !== 'redis') throw new Error(`"${host.name}" is not a Redis`);
    out.note({ kind: 'administered', argv: stroke.argv });
    return administer(host, stroke.argv, `redis-cli/${serial()}`, out);
  }
  if (host.kind !== 'terminal') throw new Error(`"${host.name}" is not a terminal`);
  if (stroke.kind === 'type') typeLine(host, stroke.line, out);
  else interrupt(host, stroke.signal, out);
}
