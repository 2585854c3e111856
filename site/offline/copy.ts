import type { Locale } from '../locale.ts';
import { type FileList, immutable, inOrder, keyOf, listed, pathOf, sourceOf } from './list.ts';
import type { OfflineState } from './messages.ts';

/** How many files are fetched at once: the page's own wishes come between. */
const AT_ONCE = 4;
/** After how many files the pages are told. */
const TOLD_EVERY = 25;

/** The copy of the site that the browser keeps, one cache for all versions of the site at this address. */
export class Copy {
  readonly #scope: string;
  readonly #list: FileList;
  readonly #tell: (state: OfflineState) => void;
  #cache: Promise<Cache> | undefined;
  #whole: Promise<boolean> | undefined;
  #filling: Promise<void> | undefined;
  #trouble: OfflineState['trouble'];
  /** The reader wants no copy; the worker lives on until its last page is left. */
  #forgotten = false;
  #aside = false;

  constructor(scope: string, list: FileList, tell: (state: OfflineState) => void) {
    this.#scope = scope;
    this.#list = list;
    this.#tell = tell;
  }

  get #name(): string {
    return `session-lab ${this.#scope}`;
  }

  /** Set when everything of a version is there. */
  get #seal(): string {
    return `${this.#scope}?whole-${this.#list.version}`;
  }

  #open(): Promise<Cache> {
    this.#cache ??= caches.open(this.#name);
    return this.#cache;
  }

  async #isWhole(): Promise<boolean> {
    this.#whole ??= this.#open().then(async (cache) => (await cache.match(this.#seal)) !== undefined);
    return this.#whole;
  }

  /** Tells the pages how the copy stands. */
  async look(): Promise<void> {
    const there = (await caches.has(this.#name)) ? await addressesIn(await this.#open()) : new Set<string>();
    const paths = Object.keys(this.#list.files);
    const kept = paths.filter((path) => there.has(keyOf(this.#list, path, this.#scope)));
    const size = (some: string[]) => some.reduce((sum, path) => sum + (this.#list.files[path]?.[1] ?? 0), 0);
    this.#tell({
      kind: 'offline-state',
      files: paths.length,
      kept: kept.length,
      bytes: size(kept),
      all: size(paths),
      transfer: this.#list.transfer,
      whole: there.has(this.#seal),
      filling: this.#filling !== undefined,
      ...(this.#trouble ? { trouble: this.#trouble } : {}),
    });
  }

  /** Fetches what is missing and tells of it on the way; how it ended is in what is told last. */
  async keep(locale: Locale): Promise<void> {
    this.#trouble = undefined;
    this.#forgotten = false;
    this.#filling ??= this.#fill(locale);
    try {
      await this.#filling;
    } catch (error) {
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.#trouble = full ? 'full' : 'unreachable';
    } finally {
      this.#filling = undefined;
    }
    await this.look();
  }

  /**
   * Before a new version of the worker takes over: where the version before was whole, this one is fetched as well.
   * @returns whether it was, so that a reader is to be asked before it takes over.
   * @throws when a file cannot be had: the browser then tries again at another time.
   */
  async succeed(): Promise<boolean> {
    if (!(await caches.has(this.#name))) return false;
    const addresses = [...(await addressesIn(await this.#open()))];
    if (!addresses.some((address) => address.startsWith(`${this.#scope}?whole-`))) return false;
    await this.#fill('en');
    return true;
  }

  /** Lets go of what no version needs any more. */
  async tidy(): Promise<void> {
    const cache = await this.#open();
    const wanted = new Set(Object.keys(this.#list.files).map((path) => keyOf(this.#list, path, this.#scope)));
    wanted.add(this.#seal);
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  }

  async forget(): Promise<void> {
    this.#forgotten = true;
    await caches.delete(this.#name);
    this.#cache = this.#whole = undefined;
    await this.look();
  }

  /** Answers with what the network has from now on, where it has anything: a newer version is to be seen. */
  stepAside(): void {
    this.#aside = true;
  }

  /** Whether a request is for a page, or for a file that is kept; whatever else a server offers is left to it. */
  covers({ method, url, mode }: Request): boolean {
    const path = method === 'GET' && !this.#forgotten ? pathOf(url, this.#scope) : undefined;
    if (path === undefined) return false;
    return mode === 'navigate' || immutable(path) || listed(this.#list, path) !== undefined;
  }

  /**
   * The answer to a request: from the copy when it is whole, so that pages and scripts are of one version; else from
   * the network, and kept. Where neither has it, a page is told to be missing.
   */
  async answer(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> {
    const path = pathOf(request.url, this.#scope) ?? '';
    const cache = await this.#open();
    const file = listed(this.#list, path);
    const key = file && keyOf(this.#list, file, this.#scope);
    if (key && (immutable(path) || (!this.#aside && (await this.#isWhole())))) {
      const kept = await cache.match(key);
      if (kept) return kept;
    }
    try {
      const response = await fetch(request);
      if (key && response.status === 200 && !response.redirected) later(this.#add(cache, key, response.clone()));
      return response.ok ? response : ((await this.#older(cache, path)) ?? response);
    } catch (error) {
      const kept = (key && (await cache.match(key))) || (await this.#older(cache, path));
      if (kept) return kept;
      const missing = request.mode === 'navigate' && (await cache.match(keyOf(this.#list, '404.html', this.#scope)));
      if (!missing) throw error;
      return new Response(missing.body, { status: 404, headers: missing.headers });
    }
  }

  /** A page of an older version that is still open asks for scripts that only the copy has. */
  async #older(cache: Cache, path: string): Promise<Response | undefined> {
    return immutable(path) ? cache.match(sourceOf(path, this.#scope), { ignoreSearch: true }) : undefined;
  }

  async #add(cache: Cache, key: string, response: Response): Promise<void> {
    // A browser without room keeps less, and the page has what it asked for.
    await cache.put(key, response).catch(() => undefined);
  }

  async #fill(locale: Locale): Promise<void> {
    const cache = await this.#open();
    const there = await addressesIn(cache);
    const missing = inOrder(this.#list, locale).filter((path) => !there.has(keyOf(this.#list, path, this.#scope)));
    let next = 0;
    const fetchOn = async () => {
      for (let path = missing[next++]; path !== undefined; path = missing[next++]) {
        await cache.put(keyOf(this.#list, path, this.#scope), await this.#fetched(path));
        if (next % TOLD_EVERY === 0) void this.look();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchOn));
    await cache.put(this.#seal, new Response());
    this.#whole = undefined;
  }

  async #fetched(path: string): Promise<Response> {
    const response = await fetch(sourceOf(path, this.#scope), { cache: immutable(path) ? 'default' : 'no-cache' });
    // The page for what is missing may come with the status that it is for.
    if (!response.ok && path !== '404.html') throw new Error(`${path}: ${response.status}`);
    // A page cannot be opened with an answer that was sent on from elsewhere.
    return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
  }
}

const addressesIn = async (cache: Cache): Promise<Set<string>> => new Set((await cache.keys()).map(({ url }) => url));
