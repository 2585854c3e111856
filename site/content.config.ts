import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';

/**
 * All prose: the lessons, and the site's own pages. `lessons/ip-hash/lesson.zh-cn.mdx` becomes `zh-cn/ip-hash`,
 * `site/content/fidelity.en.mdx` becomes `en/fidelity`.
 */
const docs = defineCollection({
  loader: glob({
    base: '.',
    pattern: ['lessons/*/lesson.*.mdx', 'site/content/*.mdx'],
    generateId: ({ entry }) => {
      const [, name, language] = /([^/]+)(?:\/lesson)?\.([a-z-]+)\.mdx$/.exec(entry) ?? [];
      if (!name || !language) throw new Error(`${entry} must be named lesson.<language>.mdx or <page>.<language>.mdx`);
      return `${language}/${name}`;
    },
  }),
  schema: docsSchema(),
});

export const collections = { docs };
