import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './bench.ts';

const DIST = new URL('../../dist/', import.meta.url).pathname;
/** A lesson page's JavaScript before the editor is wanted, in KB gzip. */
export const LESSON_BUDGET = 80;

/**
 * JavaScript of each built page, gzip: what it loads by itself (a browser test proves the same), what a lab being
 * used adds (the engine's worker, fetched when somebody comes near), and all it can ever load. None when the site
 * is not built.
 */
export function pageBytes(): Figure[] {
  if (!existsSync(DIST)) {
    console.error('dist/ is missing: run "npm run build" first to measure the pages');
    return [];
  }
  return globSync('**/index.html', { cwd: DIST })
    .sort()
    .flatMap((page) => {
      const html = readFileSync(join(DIST, page), 'utf8');
      const entries = entriesOf(html);
      const first = bytesBeforeIntent(html);
      const all = figure(`${page}: with everything it may load`, closure(entries, [staticImports, otherImports]));
      if (!html.includes('<session-lab')) return [{ ...first, name: `${page}: before intent` }, all];
      const used = figure(`${page}: with its lab in use`, closure(entries, [staticImports, workers]));
      return [{ ...first, name: `${page}: before intent`, budget: { atMost: LESSON_BUDGET } }, used, all];
    });
}

/** What a page loads before anybody touches it, in KB gzip. */
export const bytesBeforeIntent = (html: string): Figure =>
  figure('before intent', closure(entriesOf(html), [staticImports]));

const figure = (name: string, files: ReadonlySet<string>): Figure => ({
  name,
  value: [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0) / 1024,
  unit: 'KB gzip',
  budget: undefined,
});

/** The scripts that a page names: tags, preloads, islands, workers. */
function entriesOf(html: string): string[] {
  const named = html.matchAll(/(?:src|href|component-url|renderer-url|before-hydration-url)="([^"]+\.m?js)"/g);
  return [...named]
    .map(([, path]) => (path as string).replace(/^(?:\.\.?\/|\/)+/, ''))
    .filter((path) => existsSync(join(DIST, path)));
}

/** Modules that load at once: `import … from`, `export … from`. */
const staticImports = /(?:\bfrom|\bimport)\s*["'](\.{0,2}\/[^"']+\.js)["']/g;
const workers = /new Worker\(\s*new URL\(\s*new URL\(\s*["'`]([^"'`]*worker[^"'`]*\.js)/g;
/** … and those behind `import()`. */
const otherImports = /["'`]((?:\.{1,2}\/)?[\w./-]+\.js)["'`]/g;

function closure(entries: readonly string[], patterns: readonly RegExp[]): Set<string> {
  const files = new Set(entries);
  for (const file of files) {
    const text = readFileSync(join(DIST, file), 'utf8');
    for (const [, path = ''] of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const target = join(dirname(file), path);
      if (existsSync(join(DIST, target))) files.add(target);
    }
  }
  return files;
}
