/** What the build wrote, as paths from the site's root without a leading slash. */
export interface Built {
  files: ReadonlySet<string>;
  /** Where the build believed the site to be: `/`, or `/course/`. */
  base: string;
}

/**
 * The way from a page to an address, e.g. from `en/about/index.html` to `en/ip-hash/`: `../ip-hash/`. It begins with a
 * dot, for `import()` takes nothing else as a path.
 */
export function wayTo(page: string, path: string): string {
  const here = page.split('/').slice(0, -1);
  const there = path.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const way = '../'.repeat(here.length - shared) + there.slice(shared).join('/');
  return way.startsWith('../') ? way : `./${way}`;
}

/**
 * An address that begins at the server's root (`/course/en/#begin`) as a path from the site's root and what follows the
 * path; `undefined` when nothing that was built is there.
 */
export function builtAt(address: string, { files, base }: Built): { path: string; rest: string } | undefined {
  const end = address.search(/[?#]/);
  const whole = end < 0 ? address : address.slice(0, end);
  const inside = whole === base.replace(/\/$/, '') ? '' : whole.startsWith(base) ? whole.slice(base.length) : undefined;
  if (inside === undefined) return;
  const named = [inside, `${inside}/`].find((path) => files.has(/(^|\/)$/.test(path) ? `${path}index.html` : path));
  return named === undefined ? undefined : { path: named, rest: end < 0 ? '' : address.slice(end) };
}
