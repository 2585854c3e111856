// Runs before the first paint of a frame, so that nobody is flashed with the wrong theme: the address says which, or the
// page around it does later. Nothing is remembered; `auto` follows the system.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const show = (choice) => {
    root.dataset.theme = choice === 'light' || choice === 'dark' ? choice : dark.matches ? 'dark' : 'light';
    root.dataset.themeChoice = choice;
  };
  show(new URLSearchParams(location.search).get('theme') ?? 'auto');
  dark.addEventListener('change', () => show(root.dataset.themeChoice));
  addEventListener('theme-chosen', ({ detail }) => show(detail));
})();
