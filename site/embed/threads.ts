/**
 * Lets the lab have its threads in a frame without an origin of its own (`sandbox="allow-scripts"`). There no script of
 * the site may begin one, for it comes from elsewhere; a script that is made here may, and it imports the other. It is
 * no module itself: Chrome begins none there.
 */
export function letThreadsBegin(): void {
  if (self.origin !== 'null' || typeof Worker === 'undefined') return;
  const Plain = Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL) {
      super(importing(new URL(url, document.baseURI).href));
    }
  };
}

const made = new Map<string, string>();

/** The address of a script that imports another, and hands on what came before that was there. */
function importing(address: string): string {
  const known = made.get(address);
  if (known !== undefined) return known;
  const text = `
    const early = [];
    const keep = (event) => early.push(event);
    addEventListener('message', keep);
    import(${JSON.stringify(address)}).then(
      () => {
        removeEventListener('message', keep);
        for (const { data } of early) dispatchEvent(new MessageEvent('message', { data }));
      },
      (error) => setTimeout(() => { throw error; }),
    );`;
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  made.set(address, url);
  return url;
}
