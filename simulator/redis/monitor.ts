import type { Call } from './call.ts';
import { addressOf, speak } from './clients.ts';
import type { CommandSpec } from './commands/table.ts';
import { quoted } from './quoted.ts';
import { status } from './replies.ts';

/** Shows a command to the clients that ran MONITOR (replicationFeedMonitors); administration is not shown. */
export function feedMonitors(call: Call, { flags }: CommandSpec): void {
  if (call.host.mode !== 'loading' && !flags.includes('M') && !flags.includes('a')) showCommand(call);
}

/** Shows a command, whatever it is. */
export function showCommand(call: Call): void {
  const { server, client, db, argv, out } = call;
  const micros = `${String(out.wallClock % 1000).padStart(3, '0')}000`;
  const shown = `${Math.floor(out.wallClock / 1000)}.${micros} [${db} ${addressOf(client)}] ${argv.map(quoted).join(' ')}`;
  for (const one of server.clients.values())
    if (one.monitor && one !== client) speak(one, [status(shown)], out, call.chain);
}
