// Runs before the first paint, so that nobody is flashed with the wrong theme. `auto` follows the system.
(() => {
  const key = 'session-lab-theme';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem(key) ?? 'auto';
    } catch {
      return 'auto';
    }
  };
  const show = (chosen) => {
    const choice = ['light', 'dark'].includes(chosen) ? chosen : 'auto';
    root.dataset.theme = choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
    root.dataset.themeChoice = choice;
  };
  show(stored());
  dark.addEventListener('change', () => show(root.dataset.themeChoice));
  addEventListener('storage', () => show(stored()));
  addEventListener('theme-chosen', ({ detail }) => {
    show(detail);
    try {
      localStorage.setItem(key, detail);
    } catch {
      // Private windows may refuse to remember; the choice then lasts for this page only.
    }
  });
})();
