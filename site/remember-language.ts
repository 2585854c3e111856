/** Whoever follows a link to a language is led to it next time (`inline/language.js` reads what is stored here). */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-language]') : null;
  if (!link?.dataset.language) return;
  try {
    localStorage.setItem('session-lab-language', link.dataset.language);
  } catch {
    // Private windows may refuse to remember; the link itself still works.
  }
});
