// On the page that offers both languages: whoever chose before goes straight on; whoever comes first finds
// the browser's own language marked.
(() => {
  const links = [...document.querySelectorAll('a[data-language]')];
  const find = (test) => links.find((link) => test(link.dataset.language));
  let remembered = null;
  try {
    remembered = localStorage.getItem('session-lab-language');
  } catch {
    // Nothing remembered: both languages stay on offer.
  }
  const chosen = find((language) => language === remembered);
  if (chosen) return location.replace(chosen.href);
  for (const wanted of navigator.languages) {
    const link = find((language) => language.split('-')[0] === wanted.toLowerCase().split('-')[0]);
    if (link) return link.setAttribute('data-suggested', '');
  }
})();
