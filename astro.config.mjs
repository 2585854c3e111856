import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { embedElement } from './site/embed/build-element.ts';
import { hosting } from './site/hosting/integration.ts';
import { labGroups } from './site/lab-chunk.ts';
import { lazyStyles } from './site/lazy-styles.ts';
import { offline, WORKER } from './site/offline/integration.ts';
import { redisSlim } from './site/redis-slim/aliases.ts';
import { relocate } from './site/relocate/integration.ts';
import { searchIndex } from './site/search-index.ts';

/** Where the site will live; both are only known to whoever publishes it. */
const { SITE_URL: site, SITE_BASE: base = '/' } = process.env;

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  base,
  ...(site ? { site } : {}),
  // A frame in somebody's page may have no origin of its own: to it, the site's scripts come from elsewhere.
  server: { headers: { 'Access-Control-Allow-Origin': '*' } },
  // The next lesson is fetched ahead by a link in the page: nobody needs a script for that.
  prefetch: false,
  integrations: [
    starlight({
      title: 'Session Lab',
      locales: {
        en: { label: 'English', lang: 'en' },
        'zh-cn': { label: '简体中文', lang: 'zh-CN' },
      },
      defaultLocale: 'en',
      sidebar: [],
      routeMiddleware: './site/route.ts',
      disable404Route: true,
      credits: false,
      customCss: ['./site/styles/base.css', './site/styles/starlight.css'],
      // Lines of logs are long and lessons are narrow: what a program said must be readable to its end.
      expressiveCode: {
        themes: ['github-light-default', 'github-dark-default'],
        defaultProps: { wrap: true, frame: 'none' },
        styleOverrides: {
          borderRadius: 'var(--radius-m)',
          borderColor: 'var(--line)',
          codeBackground: 'var(--code-ground)',
          codeFontFamily: 'var(--font-mono)',
          codeFontSize: 'var(--text-s)',
          uiFontFamily: 'var(--font)',
          frames: { frameBoxShadowCssValue: 'none' },
        },
      },
      // Asides in prose that lies outside Starlight's own folder.
      markdown: { processedDirs: ['./lessons', './site/content'] },
      components: {
        Footer: './site/starlight/Footer.astro',
        Header: './site/starlight/Header.astro',
        PageFrame: './site/starlight/PageFrame.astro',
        PageTitle: './site/starlight/PageTitle.astro',
        ThemeProvider: './site/starlight/ThemeProvider.astro',
        TwoColumnContent: './site/starlight/TwoColumnContent.astro',
      },
    }),
    svelte(),
    embedElement(),
    {
      name: 'stir',
      hooks: {
        'astro:config:setup': ({ addClientDirective }) =>
          addClientDirective({ name: 'stir', entrypoint: './site/stir.ts' }),
      },
    },
    searchIndex(),
    // Last: what the others wrote is relocated, then each page says what it may do, and all of that is kept for offline use.
    relocate({ later: [WORKER] }),
    hosting(),
    offline(),
  ],
  // Starlight's code blocks are coloured by Expressive Code.
  markdown: { syntaxHighlight: false },
  vite: {
    plugins: [lazyStyles()],
    resolve: { alias: redisSlim },
    // A worker loads the language it is asked about, and no other.
    worker: { format: 'es' },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: labGroups() } } } } },
    },
    build: {
      // Monaco, loaded on intent only, is larger than Vite expects a chunk to be.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        onLog(level, log, show) {
          // Astro marks each MDX module with a directive of its own, which it removes again itself.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') show(level, log);
        },
      },
    },
  },
});
