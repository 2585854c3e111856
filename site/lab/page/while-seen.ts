/** Calls `start` while an element is on the screen of a tab that is shown, and `stop` while it is not. Returns how to end it. */
export function whileSeen(element: HTMLElement, start: () => void, stop: () => void): () => void {
  let inView = true;
  const update = () => (inView && !document.hidden ? start() : stop());
  const observer = new IntersectionObserver(([entry]) => {
    inView = entry?.isIntersecting ?? true;
    update();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', update);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', update);
  };
}
