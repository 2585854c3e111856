import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { glob } from '../../../simulator/index.ts';
import { readText } from '../read-text.ts';

/** More files than these are not read. */
const MOST_FILES = 500;

/**
 * The files that a configuration includes, and that those include, as far as they are there: by their names relative to
 * the folder of the first. `include` finds the names, or patterns of names, in a text; `prefix` is the folder that the
 * program itself has its configuration in.
 */
export function includedBy(path: string, include: RegExp, prefix: string): Record<string, string> {
  const folder = dirname(path);
  const files: Record<string, string> = {};
  const first = readText(path);
  const waiting = 'text' in first ? [first.text] : [];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop())
    for (const [, pattern = ''] of text.matchAll(include)) {
      const relative = pattern.startsWith(prefix) ? pattern.slice(prefix.length) : pattern;
      for (const name of namesOf(relative, folder)) {
        const read = Object.hasOwn(files, name) ? undefined : readText(join(folder, name));
        if (!read || !('text' in read) || Object.keys(files).length >= MOST_FILES) continue;
        files[name] = read.text;
        waiting.push(read.text);
      }
    }
  return files;
}

/** Only what lies in the folder: elsewhere, the machine that is simulated has nothing of one's own. */
function namesOf(pattern: string, folder: string): string[] {
  const parts = pattern.split('/');
  if (pattern.startsWith('/') || parts.includes('..')) return [];
  return parts
    .filter((part) => part !== '' && part !== '.')
    .reduce<string[]>(
      (found, part) =>
        found.flatMap((above) =>
          matching(part, join(folder, above)).map((name) => (above ? `${above}/${name}` : name)),
        ),
      [''],
    );
}

/** A name without signs of a pattern need not be there: whoever reads it will say so. */
function matching(part: string, folder: string): string[] {
  if (!/[*?[]/.test(part)) return [part];
  try {
    return glob(part, readdirSync(folder));
  } catch {
    return [];
  }
}
