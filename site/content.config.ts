import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

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

/** What whoever teaches a lesson wants to know: `lessons/ip-hash/teach.zh-cn.mdx` becomes `zh-cn/ip-hash`. */
const teach = defineCollection({
  loader: glob({
    base: '.',
    pattern: 'lessons/*/teach.*.mdx',
    generateId: ({ entry }) => {
      const [, name, language] = /([^/]+)\/teach\.([a-z-]+)\.mdx$/.exec(entry) ?? [];
      if (!name || !language) throw new Error(`${entry} must be named teach.<language>.mdx`);
      return `${language}/${name}`;
    },
  }),
  /** `minutes`: how long it takes in class. */
  schema: z.object({ minutes: z.number().int().positive() }),
});

export const collections = { docs, teach };
