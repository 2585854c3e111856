import { type FrameWord, type HostWord, type Result, type State, toFrame } from '../embed/protocol.ts';
import { readFromFrame } from '../embed/read-from-frame.ts';

/** What the page around an exercise wants to hear of it. */
export interface FrameEars {
  ready(): void;
  checked(result: Result): void;
  changed(): void;
}

/** A frame answers at once, or it is gone; milliseconds. */
const ANSWER = 3000;

/** The other end of the frame protocol: an exercise's frame, which lies in the same package. */
export class FrameLink {
  readonly #frame: HTMLIFrameElement;
  readonly #waiting = new Map<string, (state: State | undefined) => void>();
  #asked = 0;

  constructor(frame: HTMLIFrameElement, ears: FrameEars) {
    this.#frame = frame;
    addEventListener('message', ({ source, data }) => {
      if (source === null || source !== frame.contentWindow) return;
      const read = readFromFrame(data);
      if (read.kind === 'message') this.#hear(read.message, read.message.id, ears);
    });
  }

  say(word: HostWord, id?: string): void {
    this.#frame.contentWindow?.postMessage(toFrame(word, id), location.origin === 'null' ? '*' : location.origin);
  }

  /** The learner's work as it stands; `undefined` when the frame does not say. */
  state(): Promise<State | undefined> {
    const id = `state-${++this.#asked}`;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#answer(id, undefined), ANSWER);
      this.#waiting.set(id, (state) => {
        clearTimeout(timer);
        resolve(state);
      });
      this.say({ type: 'getState' }, id);
    });
  }

  #hear(word: FrameWord, id: string | undefined, ears: FrameEars): void {
    if (word.type === 'ready') ears.ready();
    else if (word.type === 'checked') ears.checked(word);
    else if (word.type === 'change') ears.changed();
    else if (word.type === 'state' && id !== undefined) this.#answer(id, word.state);
  }

  #answer(id: string, state: State | undefined): void {
    this.#waiting.get(id)?.(state);
    this.#waiting.delete(id);
  }
}
