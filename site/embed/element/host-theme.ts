/** As which the page shows an element: what its `color-scheme` allows, and the reader's system where it allows both. */
export function themeAround(element: Element): 'light' | 'dark' {
  const allowed = getComputedStyle(element).colorScheme.split(/\s+/);
  if (!allowed.includes('dark')) return 'light';
  return allowed.includes('light') && !prefersDark().matches ? 'light' : 'dark';
}

const prefersDark = () => matchMedia('(prefers-color-scheme: dark)');

/** Calls `changed` whenever the page may have another theme. Returns how to end it. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  // Pages change their theme by a class or an attribute of one of these.
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributes: true });
  const dark = prefersDark();
  dark.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', changed);
  };
}
