import { Listeners, type SyncTransport } from './transport.ts';

/** Several transports as one: what is said goes over all of them, what comes over any is heard. Others may join later. */
export interface JoinedTransport extends SyncTransport {
  /** Returns how it leaves again, closed. */
  join(other: SyncTransport): () => void;
}

/** Begins with one transport, whose state and owner are those of the whole. */
export function joined(first: SyncTransport): JoinedTransport {
  const listeners = new Listeners();
  const all = new Map<SyncTransport, () => void>();
  const add = (one: SyncTransport) =>
    all.set(
      one,
      one.subscribe((data) => listeners.hear(data)),
    );
  add(first);
  return {
    get state() {
      return first.state;
    },
    own: first.own,
    post(message) {
      for (const one of all.keys()) one.post(message);
    },
    subscribe: (hear) => listeners.subscribe(hear),
    watch: (changed) => first.watch(changed),
    join(other) {
      add(other);
      return () => {
        all.get(other)?.();
        all.delete(other);
        other.close();
      };
    },
    close() {
      for (const one of all.keys()) one.close();
      all.clear();
    },
  };
}
