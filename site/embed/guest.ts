import { Sitting } from '../lab/page/sitting.svelte.ts';
import { addressIn, askedIn } from './address.ts';
import { H5pChild } from './h5p.ts';
import { Port } from './port.ts';
import { type ErrorCode, type FrameLocale, type HostWord, type Options, type ToFrame, VERSION } from './protocol.ts';

/** What the page of a frame knows about itself. */
export interface FramePage {
  exercise: string;
  locale: FrameLocale;
  /** Of the exercise's own lab. */
  seed: number;
  errors: Record<ErrorCode, string>;
}

/** All that a page may ask of the lab itself. */
export type Order = Exclude<HostWord, { type: 'init' }>;

/** What is left to the lab when it has come to life. */
export interface Served {
  /** Does what the page around the frame asks for, and answers. Never rejects. */
  take(order: Order, id: string | undefined): Promise<void>;
}

/** More orders than these do not wait for the lab. */
const MOST_WAITING = 100;

/** The lab as a guest in somebody's page: hears that page from the first moment on, long before the lab is alive. */
class Guest {
  readonly sitting = new Sitting();
  /** The page wants to hear what the learner writes. */
  changes = false;
  /** The page wants to hear results as statements. */
  statements = false;
  #port: Port | undefined;
  #page: FramePage | undefined;
  #waiting = 0;
  #last = Promise.resolve();
  #attach: (served: Served) => void = () => {};
  readonly #served = new Promise<Served>((resolve) => {
    this.#attach = resolve;
  });

  /** Undefined where nobody is around: in a window of its own. */
  get port(): Port | undefined {
    return this.#port;
  }

  /** Begins to listen; to be called once, in the browser. */
  open(page: FramePage): void {
    this.#page = page;
    const { options, seed = page.seed } = askedIn(location.search);
    this.#allow(options);
    if (parent === window) return;
    const host = parent;
    const height = () => Math.ceil(document.body.getBoundingClientRect().height);
    const h5p = new H5pChild((message) => host.postMessage(message, '*'), height);
    const port = new Port(host, {
      hear: (message) => this.#hear(message),
      hearH5p: (message) => h5p.hear(message),
      words: page.errors,
      now: () => performance.now(),
    });
    this.#port = port;
    addEventListener('message', (event) => port.arrive(event));
    h5p.begin();
    const { exercise, locale } = page;
    port.say({ type: 'ready', exercise, locale, seed, apiVersion: VERSION });
    let last = 0;
    new ResizeObserver(() => {
      if (height() === last) return;
      last = height();
      port.say({ type: 'resize', height: last });
      h5p.resized();
    }).observe(document.body);
  }

  /** The lab lives. */
  serve(served: Served): void {
    this.#attach(served);
  }

  #hear(message: ToFrame): void {
    if (message.type !== 'init') return this.#order(message, message.id);
    const { locale, theme, state, options = {} } = message;
    if (locale && this.#page && locale !== this.#page.locale) return location.replace(addressIn(locale, location));
    if (theme) dispatchEvent(new CustomEvent('theme-chosen', { detail: theme }));
    this.#allow(options);
    if (state) this.#order({ type: 'setState', state }, message.id);
  }

  #allow({ feedback, maxAttempts, hideSolution, changes, statements }: Partial<Options>): void {
    const { sitting } = this;
    sitting.feedback = feedback ?? sitting.feedback;
    sitting.maxAttempts = maxAttempts ?? sitting.maxAttempts;
    sitting.hideSolution = hideSolution ?? sitting.hideSolution;
    this.changes = changes ?? this.changes;
    this.statements = statements ?? this.statements;
  }

  /** One order after the other; the first wakes the lab. */
  #order(order: Order, id: string | undefined): void {
    if (this.#waiting >= MOST_WAITING) return this.#port?.complain('too-many-messages', id);
    this.#waiting++;
    dispatchEvent(new Event('wanted'));
    this.#last = this.#last
      .then(() => this.#served)
      .then((served) => served.take(order, id))
      .finally(() => this.#waiting--);
  }
}

/** The one of this page. */
export const guest = new Guest();
