/**
 * Lets the lab have its threads in a frame without an origin of its own (`sandbox="allow-scripts"`). There no script of
 * the site may begin one, for it comes from elsewhere; a script that is made here may, and it imports the other.
 */
export function letThreadsBegin(): void {
  if (self.origin !== 'null' || typeof Worker === 'undefined') return;
  const Plain = Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(importing(new URL(url, document.baseURI).href), options);
    }
  };
}

const made = new Map<string, string>();

/** The address of a script that imports another. */
function importing(address: string): string {
  const known = made.get(address);
  if (known !== undefined) return known;
  const text = `import ${JSON.stringify(address)};\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  made.set(address, url);
  return url;
}
