import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Sees to it that the search index is whole. Starlight ends Pagefind as soon as that says it is done, and on a busy
 * machine the last file is then still empty; Pagefind's own program writes to the end.
 */
export const searchIndex = (): AstroIntegration => ({
  name: 'session-lab:search-index',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const entry = fileURLToPath(new URL('pagefind/pagefind-entry.json', dir));
      if (whole(entry)) return;
      logger.warn('The search index was cut off; it is written again.');
      const program = fileURLToPath(new URL('../node_modules/pagefind/lib/runner/bin.cjs', import.meta.url));
      spawnSync(process.execPath, [program, '--site', fileURLToPath(dir)], { stdio: 'inherit' });
      if (!whole(entry)) throw new Error('The search index could not be written');
    },
  },
});

function whole(path: string): boolean {
  try {
    return Object.keys(JSON.parse(readFileSync(path, 'utf8')).languages).length > 0;
  } catch {
    return false;
  }
}
