// On phones `LabRoom.astro` keeps the parts of a lab empty while its page is parsed; from then on one is laid out per
// frame, so that the page answers meanwhile. A page that nobody looks at has no frames.
const root = document.documentElement;

function unfold(parts: HTMLElement[]): void {
  const [part, ...rest] = parts;
  if (!part || document.hidden) {
    root.dataset['unfolded'] = '';
    return;
  }
  part.dataset['unfolded'] = '';
  requestAnimationFrame(() => setTimeout(unfold, 0, rest));
}

addEventListener('DOMContentLoaded', () => {
  const parts = document.querySelectorAll<HTMLElement>('.lab :is([data-host], .files, .panes)');
  setTimeout(unfold, 0, [...parts]);
});
