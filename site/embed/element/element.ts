import { type ErrorCode, type FromFrame, type HostWord, type Result, type State, toFrame } from '../protocol.ts';
import { readFromFrame } from '../read-from-frame.ts';
import { addressOf, type Settings, settingsOf } from './attributes.ts';
import { Calls, resultIn } from './calls.ts';
import { themeAround, watchTheme } from './host-theme.ts';
import { Shell } from './shell.ts';
import { localeOf, words } from './words.ts';

/** Where the site lives: this script is `<site>/embed/v1.js`. */
const site = new URL(/* @vite-ignore */ '../', import.meta.url).href;

/** How long after its loading a frame may be silent, and how long loading may take, in ms. */
const SILENCE = 5_000;
const PATIENCE = 60_000;

/** These make another frame; the others are told to the one that there is. */
const remaking: ReadonlySet<string> = new Set(['exercise', 'lang', 'seed', 'prefill']);

/** `<session-lab exercise="…">`: a lab in somebody's page, in a frame that can reach nothing of that page. */
export class SessionLab extends HTMLElement {
  static readonly observedAttributes = [
    ...remaking,
    'feedback',
    'max-attempts',
    'hide-solution',
    'changes',
    'theme',
    'height',
  ];

  #shell: Shell | undefined;
  readonly #calls = new Calls();
  /** Said before the frame could listen. */
  #unsent: { word: HostWord; id: string | undefined }[] = [];
  #ready = false;
  #spoke = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #theme = '';
  #changed = new Set<string>();
  readonly #endings: (() => void)[] = [];

  connectedCallback(): void {
    this.#shell ??= new Shell(this, () => this.#load());
    addEventListener('message', this.#arrive);
    this.#endings.push(
      () => removeEventListener('message', this.#arrive),
      watchTheme(() => this.#follow()),
      this.#shell.whenNear(() => this.#load()),
    );
    this.#shell.wait(this.#words.loading);
  }

  disconnectedCallback(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#drop();
    this.#shell?.remove();
    this.#calls.giveUp('removed', 'The element was taken out of the page.');
  }

  attributeChangedCallback(name: string): void {
    // What is changed together is told together.
    if (this.#changed.size === 0) queueMicrotask(() => this.#apply());
    this.#changed.add(name);
  }

  /** Runs the checks. Rejected when no attempt is left, or when the check is given up. */
  check(): Promise<Result> {
    return this.#call({ type: 'check' }) as Promise<Result>;
  }

  /** Puts the files back as the exercise begins. */
  reset(): Promise<State> {
    return this.#call({ type: 'reset' }) as Promise<State>;
  }

  /** All that is to be kept to let the learner go on another day. */
  getState(): Promise<State> {
    return this.#call({ type: 'getState' }) as Promise<State>;
  }

  /** Lets the learner go on from there. */
  setState(state: State): Promise<State> {
    return this.#call({ type: 'setState', state }) as Promise<State>;
  }

  get #settings(): Settings {
    const lang = this.getAttribute('lang') ?? this.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
    return settingsOf((name) => this.getAttribute(name), localeOf(lang), themeAround(this));
  }

  get #words() {
    return words[this.#settings.locale];
  }

  #apply(): void {
    const names = this.#changed;
    this.#changed = new Set();
    const shell = this.#shell;
    if (!this.isConnected || !shell?.frame) return;
    if ([...names].some((name) => remaking.has(name))) return this.#load();
    const { options, theme, height } = this.#settings;
    shell.setHeight(height);
    this.#theme = theme;
    if (this.#ready) this.#post({ type: 'init', origin: self.origin, theme, options });
  }

  #follow(): void {
    const { theme } = this.#settings;
    if (theme === this.#theme) return;
    this.#theme = theme;
    if (this.#ready) this.#post({ type: 'init', origin: self.origin, theme });
  }

  #load(): void {
    if (!this.isConnected || !this.#shell) return;
    const settings = this.#settings;
    this.#drop();
    if (!settings.exercise) return this.#fail();
    this.#theme = settings.theme;
    this.#shell.wait(this.#words.loading);
    this.#shell.load(addressOf(site, settings), words[settings.locale].title(settings.exercise), settings.height);
    this.#shell.frame?.addEventListener('load', () => this.#loaded());
    this.#timer = setTimeout(() => this.#fail(), PATIENCE);
  }

  /** A page has come into the frame: ours says so itself, before. */
  #loaded(): void {
    if (this.#spoke) {
      this.#spoke = false;
      return;
    }
    this.#ready = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fail(), SILENCE);
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#ready = this.#spoke = false;
  }

  #fail(): void {
    this.#drop();
    this.#unsent = [];
    this.#shell?.fail(this.#words.failed, this.#words.again);
    this.#tell('error', { code: 'not-loaded' satisfies ErrorCode, message: this.#words.failed });
    this.#calls.giveUp('not-loaded', this.#words.failed);
  }

  readonly #arrive = ({ source, origin, data }: MessageEvent): void => {
    // The frame is sandboxed: whatever is in it has no origin of its own.
    if (!this.#shell?.frame || source !== this.#shell.frame.contentWindow || origin !== 'null') return;
    const read = readFromFrame(data);
    if (read.kind !== 'message') return;
    this.#log('in', read.message);
    this.#hear(read.message);
    this.#calls.answer(read.message);
  };

  #hear(message: FromFrame): void {
    switch (message.type) {
      case 'ready': {
        const { exercise, locale, seed } = message;
        this.#welcome();
        return this.#tell('ready', { exercise, locale, seed });
      }
      case 'resize':
        return this.#shell?.resize(message.height);
      case 'change':
        return this.#tell('change', { files: message.files });
      case 'checked':
        return this.#tell('checked', resultIn(message));
      case 'error':
        return this.#tell('error', { code: message.code, message: message.message });
      case 'state':
        return undefined;
    }
  }

  #welcome(): void {
    clearTimeout(this.#timer);
    this.#ready = this.#spoke = true;
    this.#shell?.show();
    const { theme, options } = this.#settings;
    this.#post({ type: 'init', origin: self.origin, theme, options });
    for (const { word, id } of this.#unsent.splice(0)) this.#post(word, id);
  }

  async #call(word: HostWord): Promise<State | Result> {
    if (!this.isConnected) throw new DOMException('The element is in no page.', 'InvalidStateError');
    // Whoever asks for something does not wait until the reader comes near.
    if (!this.#shell?.frame) this.#load();
    return this.#calls.call((id) => (this.#ready ? this.#post(word, id) : this.#unsent.push({ word, id })));
  }

  /** Without an origin of its own, the frame cannot be addressed by one; it is only spoken to after it has said that it is ours. */
  #post(word: HostWord, id?: string): void {
    const message = toFrame(word, id);
    this.#shell?.frame?.contentWindow?.postMessage(message, '*');
    this.#log('out', message);
  }

  #tell(type: 'ready' | 'change' | 'checked' | 'error', detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`sessionlab:${type}`, { detail, bubbles: true, composed: true }));
  }

  /** Every message, for whoever wants to look on. */
  #log(direction: 'in' | 'out', message: unknown): void {
    this.dispatchEvent(new CustomEvent('sessionlab:message', { detail: { direction, message } }));
  }
}
