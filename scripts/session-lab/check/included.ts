import { globSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
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
const namesOf = (pattern: string, folder: string): string[] =>
  pattern.startsWith('/') || pattern.split('/').includes('..')
    ? []
    : globSync(pattern, { cwd: folder }).map((name) => name.split(sep).join('/'));
