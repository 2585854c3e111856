import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './bench.ts';

const DIST = new URL('../../dist/', import.meta.url).pathname;
/** A lesson page's JavaScript before the editor is wanted, in KB gzip. */
const LESSON_BUDGET = 80;

/** JavaScript of each built page, gzip, before any intent and with the editor; none when the site is not built. */
export function pageBytes(): Figure[] {
  if (!existsSync(DIST)) {
    console.error('dist/ is missing: run "npm run build" first to measure the pages');
    return [];
  }
  return globSync('**/index.html', { cwd: DIST })
    .sort()
    .flatMap((page) => {
      const html = readFileSync(join(DIST, page), 'utf8');
      const first = closure(entriesOf(html), staticImports);
      const whole = closure([...first], anyImports);
      const lesson = html.includes('session-lab');
      return [
        figure(`${page}: before intent`, first, lesson ? { atMost: LESSON_BUDGET } : undefined),
        figure(`${page}: with everything it may load`, whole, undefined),
      ];
    });
}

const figure = (name: string, files: ReadonlySet<string>, budget: Figure['budget']): Figure => ({
  name,
  value: [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0) / 1024,
  unit: 'KB gzip',
  budget,
});

/** The scripts that a page names: tags, preloads, islands, workers. */
function entriesOf(html: string): string[] {
  const named = html.matchAll(/(?:src|href|component-url|renderer-url|before-hydration-url)="([^"]+\.m?js)"/g);
  return [...named]
    .map(([, path]) => (path as string).replace(/^(?:\.\.?\/|\/)+/, ''))
    .filter((path) => existsSync(join(DIST, path)));
}

/** Modules that load at once: `import … from`, `export … from`, workers. */
const staticImports =
  /(?:\bfrom|\bimport)\s*["'](\.{0,2}\/[^"']+\.js)["']|new Worker\(\s*new URL\(\s*["'`]([^"'`]+\.js)/g;
/** … and those behind `import()`. */
const anyImports = /["'`]((?:\.{1,2}\/|\/?_astro\/)[^"'`]+\.js)["'`]/g;

function closure(entries: readonly string[], pattern: RegExp): Set<string> {
  const files = new Set(entries);
  for (const file of files) {
    const text = readFileSync(join(DIST, file), 'utf8');
    for (const [, named, worker] of text.matchAll(pattern)) {
      const path = named ?? worker ?? '';
      const target = path.startsWith('.') ? join(dirname(file), path) : path.replace(/^\//, '');
      if (existsSync(join(DIST, target))) files.add(target);
    }
  }
  return files;
}
