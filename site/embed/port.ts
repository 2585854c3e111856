import { Budget } from './budget.ts';
import { type H5pMessage, isH5p } from './h5p.ts';
import { type ErrorCode, type FrameWord, fromFrame, type ToFrame } from './protocol.ts';
import { readToFrame } from './read-to-frame.ts';

/** A window, as far as one talks to it. */
export interface Host {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** A message as it arrives. */
export interface Arriving {
  data: unknown;
  origin: string;
  source: unknown;
}

/** What is heard at the frame's end, and in which words a sender is told what was wrong. */
export interface Ear {
  hear(message: ToFrame): void;
  hearH5p(message: H5pMessage): void;
  words: Record<ErrorCode, string>;
  now(): number;
}

/** What may be said to anybody: nothing in it is the learner's. */
const harmless: ReadonlySet<string> = new Set(['ready', 'resize', 'error']);

/**
 * The frame's end of the conversation. Hears only the page around it, and only from the origin that `init` came from;
 * before `init` it says nothing about its learner.
 */
export class Port {
  readonly #host: Host;
  readonly #ear: Ear;
  readonly #budget = new Budget();
  /** Where `init` came from. */
  #origin: string | undefined;

  constructor(host: Host, ear: Ear) {
    this.#host = host;
    this.#ear = ear;
  }

  /** A page has introduced itself. */
  get hosted(): boolean {
    return this.#origin !== undefined;
  }

  /** Says something. What is the learner's is for the page that has introduced itself, and dropped where there is none. */
  say(word: FrameWord, id?: string): void {
    if (this.#origin === undefined && !harmless.has(word.type)) return;
    this.#host.postMessage(fromFrame(word, id), targetOf(this.#origin));
  }

  complain(code: ErrorCode, id?: string): void {
    this.say({ type: 'error', code, message: this.#ear.words[code] }, id);
  }

  arrive({ data, origin, source }: Arriving): void {
    if (source !== this.#host) return;
    const h5p = isH5p(data);
    const read = h5p ? undefined : readToFrame(data);
    if (read?.kind === 'foreign') return;
    const spent = this.#budget.spend(this.#ear.now());
    if (spent === 'first over') this.complain('too-many-messages');
    if (spent !== 'within') return;
    if (h5p) return this.#ear.hearH5p(data);
    if (read?.kind === 'version') return this.complain('unknown-version', read.id);
    if (read?.kind === 'bad') return this.complain('bad-message', read.id);
    if (read?.kind === 'message') this.#take(read.message, origin);
  }

  #take(message: ToFrame, origin: string): void {
    const known = this.#origin;
    if (known === undefined && message.type !== 'init') return this.complain('no-init', message.id);
    const claimed = message.type === 'init' ? (message.origin ?? origin) : origin;
    if (!isSame(claimed, origin) || (known !== undefined && !isSame(known, origin)))
      return this.complain('wrong-origin', message.id);
    this.#origin = origin;
    this.#ear.hear(message);
  }
}

/** Pages without an origin of their own (files, sandboxes) have one name together, and cannot be addressed by it. */
const isOpaque = (origin: string) => origin === 'null' || origin.startsWith('file:');
const isSame = (a: string, b: string) => a === b || (isOpaque(a) && isOpaque(b));
const targetOf = (origin: string | undefined) => (origin === undefined || isOpaque(origin) ? '*' : origin);
