/** Of `package-lock.json`, what is needed here: each package by where it is installed. */
export type Lock = Readonly<Record<string, { dependencies?: Record<string, string> }>>;

/** Reaches readers: the site's pages, the npm package and the server of a class are made of these, with all they need. */
const whole = [
  '@hocuspocus/extension-redis',
  '@hocuspocus/provider',
  '@hocuspocus/server',
  '@xapi/cmi5',
  'buffer',
  'diff',
  'events',
  'monaco-editor',
  'svelte',
  'uqr',
  'yjs',
];
/** Builds the pages, and leaves a script or two of its own in them; what it needs to build stays behind. */
const alone = ['@astrojs/starlight', '@astrojs/svelte', 'astro', 'pagefind'];

/** Where everything is installed that reaches readers; `dependencies` are those of `package.json`. */
export function shippedPaths(lock: Lock, dependencies: readonly string[]): Set<string> {
  const found = new Set(alone.map((name) => `node_modules/${name}`));
  const open = [...dependencies, ...whole].map((name) => `node_modules/${name}`);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    for (const name of Object.keys(lock[path]?.dependencies ?? {})) {
      const there = installed(lock, path, name);
      if (there !== undefined) open.push(there);
    }
  }
  return found;
}

/** As Node finds a package: in the nearest `node_modules` upwards. */
function installed(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (path in lock) return path;
    if (!folder) return;
  }
}
