import type { Message } from './messages.ts';

/**
 * How far a transport is: `connecting` until the first message could get through, `lost` while it tries again by itself,
 * `closed` for good: by `close`, or because it cannot work here.
 */
export type TransportState = 'connecting' | 'connected' | 'lost' | 'closed';

/**
 * Carries the messages of one class between windows. It promises nothing: messages may be lost, doubled or come in another
 * order, and whatever comes in is checked by whoever listens. A message does not come back to who posted it.
 */
export interface SyncTransport {
  readonly state: TransportState;
  /**
   * Whoever speaks here sits at the presenter's own browser, so that the desk heeds what a stage wishes. Where anybody
   * may listen in, it is one way only.
   */
  readonly own: boolean;
  /** Sends to all others. While the transport is not connected the message is lost; never throws. */
  post(message: Message): void;
  /** Hears what comes in, as it comes. Returns how to stop. */
  subscribe(hear: (data: unknown) => void): () => void;
  /** Hears of every change of `state`. Returns how to stop. */
  watch(changed: (state: TransportState) => void): () => void;
  close(): void;
}

/** A transport's listeners and its state, for those that are built on something else's events. */
export class Listeners {
  state: TransportState = 'connecting';
  readonly #hearing = new Set<(data: unknown) => void>();
  readonly #watching = new Set<(state: TransportState) => void>();

  hear(data: unknown): void {
    for (const hear of this.#hearing) hear(data);
  }

  become(state: TransportState): void {
    if (this.state === state) return;
    this.state = state;
    for (const changed of this.#watching) changed(state);
  }

  subscribe(hear: (data: unknown) => void): () => void {
    this.#hearing.add(hear);
    return () => this.#hearing.delete(hear);
  }

  watch(changed: (state: TransportState) => void): () => void {
    this.#watching.add(changed);
    return () => this.#watching.delete(changed);
  }
}
