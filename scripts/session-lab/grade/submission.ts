import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Exercise } from '../../../simulator/index.ts';
import { readText, type Trouble } from '../read-text.ts';
import type { Words } from '../words/words.ts';
import type { Diagnostic } from './report.ts';

/** A folder that was handed in, read. */
export interface Submission {
  folder: string;
  /** Those of the exercise's files that are there, by host; `undefined`: nothing can be tried. */
  files: Record<string, Record<string, string>> | undefined;
  /** What there is to say of the folder. */
  diagnostics: Diagnostic[];
}

/** More files that do not belong there are not named one by one. */
const MOST_STRANGERS = 10;

/** Reads the files of an exercise from a folder, in which they lie as in its `solution/`: `<host>/<file>`. */
export function submissionIn(folder: string, { edits }: Exercise, words: Words): Submission {
  const files: Record<string, Record<string, string>> = {};
  const diagnostics: Diagnostic[] = [];
  for (const { host, file } of edits) {
    const read = readText(join(folder, host, file));
    if ('text' in read) files[host] = { ...files[host], [file]: read.text };
    else if (read.trouble !== 'missing') diagnostics.push(problem(read.trouble, `${host}/${file}`, words));
  }
  const names = edits.map(({ host, file }) => `${host}/${file}`);
  const broken = diagnostics.length > 0;
  if (!broken && Object.keys(files).length === 0)
    diagnostics.push({ level: 'error', code: 'no-files', subject: '', text: words.noFiles(names) });
  for (const file of strangersIn(folder, new Set(names)))
    diagnostics.push({ level: 'warning', code: 'stranger', subject: file, text: words.stranger(file) });
  const usable = !broken && Object.keys(files).length > 0;
  return { folder, files: usable ? files : undefined, diagnostics };
}

const problem = (trouble: Trouble, file: string, words: Words): Diagnostic => ({
  level: 'error',
  code: 'unreadable',
  subject: file,
  text: words.trouble[trouble](file),
});

/** Files in a folder of a host that the exercise does not ask for; hidden ones, and those beside the hosts, are nobody's business. */
function strangersIn(folder: string, known: ReadonlySet<string>): string[] {
  const hosts = new Set([...known].map((name) => name.split('/')[0] ?? ''));
  return [...hosts]
    .flatMap((host) => filesIn(join(folder, host)).map((file) => relative(folder, file).split(sep).join('/')))
    .filter((file) => !known.has(file) && !file.split('/').some((part) => part.startsWith('.')))
    .slice(0, MOST_STRANGERS);
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort();
  } catch {
    return [];
  }
}
