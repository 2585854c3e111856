import type { Plugin, Rolldown } from 'vite';

type Sheets = Map<Rolldown.OutputChunk, Set<string>>;

/**
 * Lets the styles of what a page fetches on demand come with it, before it is shown. Left to itself, Astro links them
 * on every page that might ever fetch them, and deletes each sheet that neither a page nor a chunk's assets name.
 */
export function lazyStyles(): Plugin[] {
  let aside: Sheets = new Map();
  return [
    {
      name: 'session-lab:lazy-styles',
      apply: 'build',
      generateBundle: {
        order: 'pre',
        handler(_options, bundle) {
          const atOnce = new AtOnce((id) => this.getModuleInfo(id));
          aside = new Map();
          for (const chunk of Object.values(bundle)) {
            if (chunk.type !== 'chunk' || !chunk.viteMetadata) continue;
            const { importedAssets, importedCss } = chunk.viteMetadata;
            if (this.environment.name === 'client') for (const sheet of importedCss) importedAssets.add(sheet);
            if (chunk.moduleIds.some((id) => atOnce.has(id))) continue;
            aside.set(chunk, new Set(importedCss));
            importedCss.clear();
          }
        },
      },
    },
    {
      name: 'session-lab:lazy-styles-back',
      apply: 'build',
      // After Astro has asked each chunk for its sheets, before Vite notes what is to be fetched along with a chunk.
      enforce: 'post',
      generateBundle() {
        if (this.environment.name !== 'client') return;
        for (const [chunk, sheets] of aside) for (const sheet of sheets) chunk.viteMetadata?.importedCss.add(sheet);
      },
    },
  ];
}

/** Which modules are there with the page, without an `import()` of ours in between. */
class AtOnce {
  readonly #infoOf: (id: string) => Rolldown.ModuleInfo | null;
  readonly #known = new Map<string, boolean>();

  constructor(infoOf: (id: string) => Rolldown.ModuleInfo | null) {
    this.#infoOf = infoOf;
  }

  has(id: string): boolean {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    // Those that import each other are there if one of them is: the way that leads round finds nothing.
    this.#known.set(id, false);
    const info = this.#infoOf(id);
    const importers = [...(info?.importers ?? []), ...(info?.dynamicImporters.filter((by) => !isOurs(by)) ?? [])];
    const found = info?.isEntry === true || importers.some((by) => this.has(by));
    this.#known.set(id, found);
    return found;
  }
}

const isOurs = (id: string): boolean => /\/site\/.*\.(svelte|ts)$/.test(id);
