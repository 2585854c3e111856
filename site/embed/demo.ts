import type { FromFrame, ToFrame } from './protocol.ts';

/** The element as its page knows it. */
type Lab = HTMLElement & Record<string, () => Promise<unknown>>;

/** Older messages are forgotten. */
const MOST_MESSAGES = 100;
const MOST_CHARACTERS = 600;

/** The live example of the page about embedding. */
class EmbedDemo extends HTMLElement {
  connectedCallback(): void {
    const lab = this.querySelector<Lab>('session-lab');
    const log = this.querySelector('.log');
    if (!lab || !log) return;
    lab.addEventListener('sessionlab:message', (event) => {
      const { direction, message } = (event as CustomEvent<Said>).detail;
      log.prepend(line(direction, message));
      while (log.children.length > MOST_MESSAGES) log.lastElementChild?.remove();
    });
    for (const field of this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('fieldset [name]'))
      field.addEventListener('change', () => {
        if (field.type === 'checkbox') lab.toggleAttribute(field.name, (field as HTMLInputElement).checked);
        else lab.setAttribute(field.name, field.value);
      });
    // A refusal is among the messages.
    for (const button of this.querySelectorAll<HTMLElement>('[data-call]'))
      button.addEventListener('click', () => lab[button.dataset['call'] ?? '']?.().catch(() => {}));
  }
}

interface Said {
  direction: 'in' | 'out';
  message: FromFrame | ToFrame;
}

function line(direction: Said['direction'], { type, ...rest }: Said['message']): HTMLElement {
  const text = JSON.stringify(rest);
  const way = Object.assign(document.createElement('span'), { className: 'way' });
  way.textContent = `${direction === 'in' ? '←' : '→'} ${type} `;
  const item = document.createElement('li');
  item.append(way, text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text);
  return item;
}

customElements.define('embed-demo', EmbedDemo);
