import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What pages, scripts and styles name others by: a word in quotes, an attribute or `url(…)` that ends as files end. */
const reference = /["'`(=]([\w./@~-]+\.(?:js|css|json|woff2?|ttf|svg|png|wasm))\b/g;

/** Scripts to load ahead of a chunk: all but the styles are found by following the chunk itself. */
const preloads = /__vite__mapDeps=.*?=>i\.map\(i=>d\[i\]\);?/gs;

/** How the bundler names the files of a lesson that are loaded on demand. */
const ofLesson = /["'`](?:\.\.\/)+lessons\/([^"'`]+)["'`]:\(\)=>.*?import\(["'`]([^"'`]+)["'`]\)/gs;

/**
 * Every file of the built site that the pages `from` need, as paths with `/`, sorted: what they name, what that names in
 * turn, and so on. What is only there for other exercises is left out.
 * @throws when one of the pages was not built.
 */
export function filesFor(exercise: string, from: readonly string[], site: string): string[] {
  const found = new Set<string>();
  const open = [...from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    if (!/\.(html|js|css)$/.test(path)) continue;
    for (const named of namesIn(readFileSync(join(site, path), 'utf8'), exercise)) {
      const target = posix.normalize(posix.join(posix.dirname(path), named));
      if (!found.has(target) && isFile(join(site, target))) open.push(target);
    }
  }
  return [...found].sort();
}

function namesIn(text: string, exercise: string): string[] {
  const styles = [...text.matchAll(preloads)].flatMap(([list]) =>
    wordsIn(list).filter((name) => name.endsWith('.css')),
  );
  const own = text
    .replaceAll(preloads, '')
    .replaceAll(ofLesson, (entry, path: string) => (belongsTo(exercise, path) ? entry : ''));
  return [...styles, ...wordsIn(own)];
}

const wordsIn = (text: string) => [...text.matchAll(reference)].map(([, name = '']) => name);

/** A lesson's second exercise lies in a folder of the lesson's. */
function belongsTo(exercise: string, path: string): boolean {
  if (!path.startsWith(`${exercise}/`)) return false;
  return exercise.endsWith('/transfer') || !path.startsWith(`${exercise}/transfer/`);
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
