import type { ClientDirective } from 'astro';

/** What a human does first on a page; `wanted`: a script asks for what lives on it. */
const signs = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll', 'focusin', 'wanted'];

/**
 * `client:stir`: brings an island to life at the first sign of a human, or at once when a link asks for something on
 * the page. What is clicked before it lives is clicked once more when it does.
 */
const stir: ClientDirective = (load, _options, island) => {
  let clicked: EventTarget | null = null;
  const keep = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    clicked = event.target;
  };
  const wake = async () => {
    for (const sign of signs) removeEventListener(sign, wake, true);
    const hydrate = await load();
    await hydrate();
    island.removeEventListener('click', keep, true);
    if (clicked instanceof HTMLElement || clicked instanceof SVGElement)
      clicked.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
  };
  island.addEventListener('click', keep, true);
  if (location.hash.length > 1) wake();
  else for (const sign of signs) addEventListener(sign, wake, { capture: true, passive: true });
};

export default stir;
