import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';

/** Where the element is fetched from, below the site's root. Pages of others name it: it never changes. */
const PLACE = 'embed/v1.js';

/** Builds the element `session-lab` for other people's pages: one module that needs no other. */
export const embedElement = (): AstroIntegration => ({
  name: 'embed-element',
  hooks: {
    'astro:server:setup'({ server }) {
      server.middlewares.use(`/${PLACE}`, async (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript').end(await script());
      });
    },
    async 'astro:build:done'({ dir }) {
      const file = new URL(PLACE, dir);
      await mkdir(new URL('./', file), { recursive: true });
      await writeFile(file, await script());
    },
  },
});

/** @throws when it cannot be built, or is not one module. */
async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('./element/v1.ts', import.meta.url)), formats: ['es'], fileName: 'v1' },
    },
  });
  const [{ output } = { output: [] }] = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  const [chunk] = output;
  if (output.length !== 1 || chunk?.type !== 'chunk') throw new Error(`${PLACE} is not one module`);
  return chunk.code;
}
