import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { isRecord } from '../../is-record.ts';
import { type Message, message } from '../messages.ts';
import { Listeners, type SyncTransport, type TransportState } from '../transport.ts';
import type { Room } from './room.ts';
import { SharedLog } from './shared-log.ts';

/** The server gives a sign of life every five seconds; after so many ms without one the line is taken to be cut. */
const SILENT_MS = 15_000;
/** How long until the line is tried again, at first and at most (ms). */
const RETRY_MS = { delay: 500, minDelay: 300, maxDelay: 4000 };
/** While time passes, the desk says where it is with every frame; so often is enough for a room full of devices (ms). */
const CURSOR_MS = 100;

/**
 * Carries a class over a server (`npm run follow`): the log in a Yjs document that every end keeps a copy of, everything
 * else as it comes. With a token one presents, without one only listens: what a stage says stays here, and what it asks
 * for is answered from its own copy.
 */
export class NetworkTransport implements SyncTransport {
  readonly own = false;
  readonly #room: Room;
  readonly #listeners = new Listeners();
  readonly #log: SharedLog;
  readonly #socket: HocuspocusProviderWebsocket;
  readonly #provider: HocuspocusProvider;
  readonly #counted: (followers: number) => void;
  /** What the server has is here: until then, whatever is written would stand there twice. */
  #met = false;
  #lastCursor: unknown;
  #waiting: Message | undefined;
  #saying: ReturnType<typeof setTimeout> | undefined;

  /** `counted` hears how many follow, whenever the server says so. */
  constructor(room: Room, socket: string, counted: (followers: number) => void = () => {}) {
    this.#room = room;
    this.#counted = counted;
    this.#log = new SharedLog((grown) => {
      if (!this.#presents) this.#listeners.hear(grown);
    });
    this.#socket = new HocuspocusProviderWebsocket({ url: socket, messageReconnectTimeout: SILENT_MS, ...RETRY_MS });
    this.#provider = new HocuspocusProvider({
      name: room.room,
      document: this.#log.document,
      websocketProvider: this.#socket,
      token: room.token ?? '',
      onSynced: () => this.#meet(),
      onStatus: ({ status }) => {
        if (status === 'disconnected' && this.state === 'connected') this.#listeners.become('lost');
      },
      onAuthenticationFailed: () => this.close(),
      onStateless: ({ payload }) => this.#hear(parsed(payload)),
    });
    this.#provider.attach();
  }

  get state(): TransportState {
    return this.#listeners.state;
  }

  get #presents(): boolean {
    return this.#room.token !== undefined;
  }

  post(said: Message): void {
    if (!this.#presents) this.#answer(said);
    else if (said.type === 'cursor') this.#sayCursor(said);
    else if (said.type === 'hello') this.#say(said);
    else if (said.type === 'log' && this.#met) this.#log.write(said);
  }

  subscribe(hear: (data: unknown) => void): () => void {
    return this.#listeners.subscribe(hear);
  }

  watch(changed: (state: TransportState) => void): () => void {
    return this.#listeners.watch(changed);
  }

  close(): void {
    clearTimeout(this.#saying);
    this.#provider.destroy();
    this.#socket.destroy();
    this.#listeners.become('closed');
  }

  /** The server and this end know the same. Whoever presents then tells all that is lacking. */
  #meet(): void {
    this.#met = true;
    this.#listeners.become('connected');
    const { log, length } = this.#log;
    const lacking = { type: 'hello', role: 'stage', log, lastSeq: length - 1 } as const;
    if (this.#presents) this.#listeners.hear(message(this.#room.room, lacking));
  }

  #hear(said: unknown): void {
    if (isRecord(said) && typeof said['followers'] === 'number') return this.#counted(said['followers']);
    if (this.#presents) return;
    if (isRecord(said) && said['type'] === 'cursor') this.#lastCursor = said;
    this.#listeners.hear(said);
  }

  #answer(said: Message): void {
    if (said.type !== 'hello') return;
    const from = said.log === this.#log.log ? said.lastSeq + 1 : 0;
    for (const part of this.#log.from(from)) this.#listeners.hear(part);
    if (this.#lastCursor !== undefined) this.#listeners.hear(this.#lastCursor);
  }

  /** Says the newest of the cursors, the first at once. */
  #sayCursor(said: Message): void {
    this.#waiting = said;
    if (this.#saying !== undefined) return;
    this.#waiting = undefined;
    this.#say(said);
    this.#saying = setTimeout(() => {
      this.#saying = undefined;
      if (this.#waiting) this.#sayCursor(this.#waiting);
    }, CURSOR_MS);
  }

  #say(said: Message): void {
    if (this.state === 'connected') this.#provider.sendStateless(JSON.stringify(said));
  }
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
