import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { type Message, message } from '../messages.ts';
import { Listeners, type SyncTransport } from '../transport.ts';
import { isRecord } from './record.ts';
import type { Room } from './room.ts';
import { SharedLog } from './shared-log.ts';

/** A class over the network, as one end has it. */
export interface NetworkTransport extends SyncTransport {
  /** How many follow, as far as the server has said so. */
  readonly followers: number;
}

/** The server gives a sign of life every five seconds; after so many ms without one the line is taken to be cut. */
const SILENT_MS = 15_000;
/** How long until the line is tried again, at first and at most (ms). */
const RETRY_MS = { delay: 500, minDelay: 300, maxDelay: 4000 };

/**
 * Carries a class over a server (`npm run follow`): the log in a Yjs document that every end keeps a copy of, everything
 * else as it comes. With a token one presents, without one only listens: what a stage says stays here, and what it asks
 * for is answered from its own copy. `changed` hears of `followers`.
 */
export function networkTransport(
  { room, token }: Room,
  socket: string,
  changed: (followers: number) => void = () => {},
): NetworkTransport {
  const listeners = new Listeners();
  const log = new SharedLog((grown) => {
    if (token === undefined) listeners.hear(grown);
  });
  let followers = 0;
  let lastCursor: unknown;
  /** What the server has is here: until then, whatever is written would stand there twice. */
  let met = false;
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: socket,
    messageReconnectTimeout: SILENT_MS,
    ...RETRY_MS,
  });
  const provider = new HocuspocusProvider({
    name: room,
    document: log.document,
    websocketProvider,
    token: token ?? '',
    onSynced() {
      met = true;
      listeners.become('connected');
      // Whoever presents tells all that the others may lack.
      if (token !== undefined) listeners.hear(message(room, helloOf(log)));
    },
    onStatus({ status }) {
      if (status === 'disconnected' && listeners.state === 'connected') listeners.become('lost');
    },
    onAuthenticationFailed() {
      close();
    },
    onStateless({ payload }) {
      const said = parsed(payload);
      if (isRecord(said) && typeof said['followers'] === 'number') {
        followers = said['followers'];
        changed(followers);
      } else if (token === undefined) {
        if (isRecord(said) && said['type'] === 'cursor') lastCursor = said;
        listeners.hear(said);
      }
    },
  });
  provider.attach();

  function close(): void {
    provider.destroy();
    websocketProvider.destroy();
    listeners.become('closed');
  }

  /** What a stage asks for is here already. */
  function answer(said: Message): void {
    if (said.type !== 'hello') return;
    for (const part of log.from(said.log === log.log ? said.lastSeq + 1 : 0)) listeners.hear(part);
    if (lastCursor !== undefined) listeners.hear(lastCursor);
  }

  function present(said: Message): void {
    if (said.type === 'log') {
      if (met) log.write(said);
    } else if (listeners.state === 'connected' && (said.type === 'cursor' || said.type === 'hello'))
      provider.sendStateless(JSON.stringify(said));
  }

  return {
    get state() {
      return listeners.state;
    },
    get followers() {
      return followers;
    },
    own: false,
    post: token === undefined ? answer : present,
    subscribe: (hear) => listeners.subscribe(hear),
    watch: (heard) => listeners.watch(heard),
    close,
  };
}

const helloOf = ({ log, length }: SharedLog) => ({ type: 'hello', role: 'stage', log, lastSeq: length - 1 }) as const;

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
