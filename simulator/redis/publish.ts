import type { Outbox } from '../engine/world.ts';
import { speak } from './clients.ts';
import { matches } from './glob.ts';
import type { Server } from './host.ts';
import { bulks } from './replies.ts';

/** Gives a message to whoever subscribed to its channel; how often it was given. */
export function publish(server: Server, channel: string, message: string, out: Outbox): number {
  let receivers = 0;
  for (const client of server.clients.values()) {
    if (!client.channels.includes(channel)) continue;
    speak(client, [bulks(['message', channel, message])], out);
    receivers++;
  }
  for (const client of server.clients.values())
    for (const pattern of client.patterns) {
      if (!matches(pattern, channel)) continue;
      speak(client, [bulks(['pmessage', pattern, channel, message])], out);
      receivers++;
    }
  return receivers;
}

/**
 * Tells subscribers what happened to a key, where notify-keyspace-events asks for it (notify.c): `type` is the event's
 * letter there, e.g. `$` for texts, `g` for any type, `x` for expired.
 */
export function notify(server: Server, db: number, type: string, event: string, key: string, out: Outbox): void {
  const { notifyEvents } = server.settings;
  if (notifyEvents === '' || !(notifyEvents.includes(type) || notifyEvents.includes('A'))) return;
  if (notifyEvents.includes('K')) publish(server, `__keyspace@${db}__:${key}`, event, out);
  if (notifyEvents.includes('E')) publish(server, `__keyevent@${db}__:${event}`, key, out);
}
