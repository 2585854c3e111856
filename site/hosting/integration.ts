import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersOf } from './headers.ts';

/** Writes beside the site what static hosts read of it. */
export const hosting = (): AstroIntegration => ({
  name: 'session-lab:hosting',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const root = fileURLToPath(dir);
      const paths = readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) =>
        relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      );
      writeFileSync(join(root, '_headers'), headersOf(paths));
      // GitHub Pages would leave out what begins with an underscore.
      writeFileSync(join(root, '.nojekyll'), '');
    },
  },
});
