/** What became of something that was to be kept: browsers may be full, or may refuse to keep anything. */
export type Keeping = 'kept' | 'full' | 'forbidden';

let closed = false;

/** From now on nothing is kept and nothing found, as if the browser let nobody. */
export const keepNothing = (): void => {
  closed = true;
};

/** What the browser keeps under a name; `null`: nothing, `undefined`: it lets nobody look. */
export function recall(key: string): string | null | undefined {
  if (closed) return undefined;
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Keeps a text under a name; `undefined` forgets what is there. */
export function keep(key: string, text: string | undefined): Keeping {
  if (closed) return 'forbidden';
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return 'kept';
  } catch {
    return recall(key) === undefined ? 'forbidden' : 'full';
  }
}

/** The names under which something is kept that begin so. */
export function keysOf(beginning: string): string[] {
  if (closed) return [];
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}
