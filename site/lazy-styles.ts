import type { Plugin } from 'vite';

/**
 * Keeps the styles of what a page fetches on demand. Astro deletes every style sheet that no page and no chunk names
 * among its assets, and a chunk names the sheets that it brings along elsewhere: without this, Monaco comes naked.
 */
export const lazyStyles = (): Plugin => ({
  name: 'session-lab:lazy-styles',
  apply: 'build',
  generateBundle: {
    order: 'pre',
    handler(_options, bundle) {
      if (this.environment.name !== 'client') return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { importedAssets, importedCss } = chunk.viteMetadata ?? {};
        for (const sheet of importedCss ?? []) importedAssets?.add(sheet);
      }
    },
  },
});
