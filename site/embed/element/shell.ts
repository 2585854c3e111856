import { style } from './style.ts';

/**
 * Scripts, because the lab is one; pages of their own for links, which may then do what pages may; files to save. Nothing
 * else, above all not the site's own origin: the lab cannot reach the page, nor anything that a browser keeps.
 */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Until the lab has said how high it is, in CSS pixels; and a page may not grow for ever. */
const FIRST_HEIGHT = 640;
const LARGEST_HEIGHT = 20_000;

/** What can be seen of the element: a frame, or what is said in its place. The page's own link is shown when all else fails. */
export class Shell {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #status: HTMLElement;
  readonly #says: HTMLElement;
  readonly #again: HTMLButtonElement;
  readonly #own: HTMLSlotElement;
  #height: number | 'auto' = 'auto';
  frame: HTMLIFrameElement | undefined;

  constructor(host: HTMLElement, again: () => void) {
    this.#host = host;
    this.#root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
    this.#says = document.createElement('p');
    this.#says.setAttribute('role', 'status');
    this.#own = document.createElement('slot');
    this.#again = document.createElement('button');
    this.#again.type = 'button';
    this.#again.addEventListener('click', again);
    this.#status = document.createElement('div');
    this.#status.className = 'status';
    this.#status.append(this.#says, this.#own, document.createElement('p'));
    this.#status.lastElementChild?.append(this.#again);
    this.#root.append(this.#status);
  }

  /** Calls `near` when the reader comes near. Returns how to end it. */
  whenNear(near: () => void): () => void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        if (!this.frame) near();
      },
      { rootMargin: '100%' },
    );
    observer.observe(this.#host);
    return () => observer.disconnect();
  }

  load(address: string, title: string, height: number | 'auto'): void {
    this.remove();
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', SANDBOX);
    frame.title = title;
    frame.hidden = true;
    frame.src = address;
    this.frame = frame;
    frame.style.height = `${FIRST_HEIGHT}px`;
    this.setHeight(height);
    this.#root.append(frame);
  }

  setHeight(height: number | 'auto'): void {
    this.#height = height;
    if (height !== 'auto' && this.frame) this.frame.style.height = `${height}px`;
  }

  /** So high the lab would like to be. */
  resize(height: number): void {
    if (this.#height === 'auto' && this.frame) this.frame.style.height = `${Math.min(height, LARGEST_HEIGHT)}px`;
  }

  wait(says: string): void {
    this.#say(says, false);
  }

  fail(says: string, again: string): void {
    this.remove();
    this.#again.textContent = again;
    this.#say(says, true);
  }

  show(): void {
    this.#status.hidden = true;
    if (this.frame) this.frame.hidden = false;
  }

  remove(): void {
    this.frame?.remove();
    this.frame = undefined;
  }

  #say(says: string, failed: boolean): void {
    this.#says.textContent = says;
    this.#own.hidden = this.#again.hidden = !failed;
    this.#status.hidden = false;
  }
}
