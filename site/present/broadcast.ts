import type { Message } from './messages.ts';
import { Listeners, type SyncTransport } from './transport.ts';

/** The windows of one browser that are in the same room (HTML Standard, BroadcastChannel); needs no server. */
export function broadcastTransport(room: string): SyncTransport {
  const listeners = new Listeners();
  const channel = opened(room);
  if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => listeners.hear(data);
  listeners.become(channel ? 'connected' : 'closed');
  return {
    get state() {
      return listeners.state;
    },
    own: true,
    post(message: Message) {
      if (listeners.state === 'connected') channel?.postMessage(message);
    },
    subscribe: (hear) => listeners.subscribe(hear),
    watch: (changed) => listeners.watch(changed),
    close() {
      channel?.close();
      listeners.become('closed');
    },
  };
}

/** A sandboxed frame of an opaque origin may have none. */
function opened(room: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`sessionlab:${room}`);
  } catch {
    return undefined;
  }
}
