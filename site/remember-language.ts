import { keep } from './storage.ts';

/** Whoever follows a link to a language is led to it next time (`inline/language.js` reads what is stored here). */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-language]') : null;
  if (!link?.dataset.language) return;
  // Private windows may refuse to remember; the link itself still works.
  keep('session-lab-language', link.dataset.language);
});

/** A lab that came by a link is there in the other language as well. Names of headings differ, so they stay behind. */
const takeAlong = () => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]'))
    link.hash = location.hash.startsWith('#v=') ? location.hash : '';
};
takeAlong();
addEventListener('hashchange', takeAlong);
