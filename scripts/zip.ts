import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';

// Packs the built site for a classroom without a network: `npm run zip` after `npm run build`. The same site makes the
// same bytes.
const project = fileURLToPath(new URL('..', import.meta.url));

/** What is already compressed is stored as it is. */
const compressed = /\.(png|woff2|pagefind|pf_meta|pf_index|pf_fragment|zip)$/;
/** ZIP's first day, in whatever time zone: a date of today would make every zip another one. */
const mtime = new Date(1980, 0, 1);

/**
 * A zip of a folder, with a text beside the site that says how to serve it.
 * @throws when nothing is built there.
 */
export function zipOf(dist: string): Uint8Array {
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`Nothing is built in ${dist}: run "npm run build" first`);
  const files: Zippable = { 'README.txt': [readFileSync(join(project, 'hosting/README.txt')), { mtime }] };
  for (const path of filesIn(dist))
    files[path] = [readFileSync(join(dist, path)), { mtime, level: compressed.test(path) ? 0 : 9 }];
  return zipSync(files);
}

const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const path = `session-lab-${version}-site.zip`;
  const zip = zipOf(join(project, 'dist'));
  writeFileSync(join(project, path), zip);
  console.log(`${path}: ${(zip.length / 1e6).toFixed(1)} MB. Unpack it anywhere and read README.txt.`);
}
