/** The standard asks for a bounded search; LMSes nest a handful of frames. */
const MOST_PARENTS = 10;

/**
 * The interface that an LMS has put as `name` on one of the windows around this one: first this window and its parents,
 * then the opener and its parents. `entry` is the function by which it is known, since an element with such an id also
 * makes a property of the window. A window of another origin cannot be looked into and is stepped over.
 */
export function findApi<Api>(from: Window, name: string, entry: string): Api | undefined {
  return fromParents<Api>(from, name, entry) ?? fromOpeners<Api>(from, name, entry);
}

function fromParents<Api>(from: Window, name: string, entry: string): Api | undefined {
  let window = from;
  for (let hops = 0; hops <= MOST_PARENTS; hops++) {
    const api = apiIn(window, name, entry);
    if (api) return api as Api;
    if (window.parent === window) return undefined;
    window = window.parent;
  }
  return undefined;
}

/** A package may be opened in a window of its own, from any of the frames. */
function fromOpeners<Api>(from: Window, name: string, entry: string): Api | undefined {
  let window = from;
  for (let hops = 0; hops <= MOST_PARENTS; hops++) {
    const opener: Window | null = window.opener;
    const api = opener ? fromParents<Api>(opener, name, entry) : undefined;
    if (api) return api;
    if (window.parent === window) return undefined;
    window = window.parent;
  }
  return undefined;
}

function apiIn(window: Window, name: string, entry: string): unknown {
  try {
    const api = (window as unknown as Record<string, Record<string, unknown> | undefined>)[name];
    return typeof api?.[entry] === 'function' ? api : undefined;
  } catch {
    return undefined;
  }
}

/** How long an LMS may take to put its interface there, and how often it is looked for; milliseconds. */
export interface Patience {
  most: number;
  every: number;
}

export const patience: Patience = { most: 10_000, every: 250 };

/** Looks until it is there; `undefined` when it did not come. */
export async function awaited<Api>(look: () => Api | undefined, { most, every }: Patience): Promise<Api | undefined> {
  for (let waited = 0; ; waited += every) {
    const found = look();
    if (found !== undefined || waited >= most) return found;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
