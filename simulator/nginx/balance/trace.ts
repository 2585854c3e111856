/** How a hashing method arrived at its choice; built only when somebody reads notes. */
export interface Trace {
  /** What was hashed: bytes of the client's address, or the key. */
  bytes?: number[];
  key?: string;
  steps: HashStep[];
  /** Why plain round robin chose instead. */
  fellBack?: 'too-many-rehashes' | 'single-peer' | 'empty-key';
}

/** One try of a hashing method. */
export interface HashStep {
  hash: number;
  /** `ip_hash` and `hash`: the hash modulo the total weight. `consistent`: the position in the ring. */
  point: number;
  /** The peer's address (`consistent`: the text of the server line) whose share the point lies in. */
  peer: string;
  /** Why it could not be taken; `undefined` when it was. */
  rejected?: Unusable;
}

/** Why a peer is left out of a selection. */
export type Unusable = 'tried' | 'down' | 'failed' | 'max_conns';
