import type { FromFrame, Result, State } from '../protocol.ts';

/** What a call to the frame can come to. */
export type Answer = State | Result;

/** An answer that is an error, with its code. */
class LabError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'LabError';
    this.code = code;
  }
}

/** Calls to a frame that were not answered yet. */
export class Calls {
  readonly #open = new Map<string, { resolve(answer: Answer): void; reject(reason: Error): void }>();
  #count = 0;

  /** Makes a call by its name. */
  call(send: (id: string) => void): Promise<Answer> {
    const id = `call-${++this.#count}`;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      send(id);
    });
  }

  /** Whether a message answered one. */
  answer(message: FromFrame): void {
    const call = message.id === undefined ? undefined : this.#open.get(message.id);
    if (!call || message.id === undefined) return;
    this.#open.delete(message.id);
    if (message.type === 'state') call.resolve(message.state);
    else if (message.type === 'checked') call.resolve(resultIn(message));
    else if (message.type === 'error') call.reject(new LabError(message.code, message.message));
  }

  /** None of them will be answered any more. */
  giveUp(code: string, message: string): void {
    for (const { reject } of this.#open.values()) reject(new LabError(code, message));
    this.#open.clear();
  }
}

/** What `checked` tells, without what belongs to the message. */
export function resultIn({ sessionlab, id, type, ...result }: Extract<FromFrame, { type: 'checked' }>): Result {
  return result;
}
