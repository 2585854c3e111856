import type { Files, Fix } from '../../core/language.ts';
import type { Problem, Range } from '../../core/text.ts';
import { allCommands } from './catalogue.ts';
import { diagnose } from './diagnose.ts';
import { MAIN_FILE } from './where.ts';

/** Ready repairs of a problem: the missing `;`, a character of the wrong width, a misspelled directive. */
export function fixes(files: Files, problem: Problem): Fix[] {
  const text = files[problem.file] ?? '';
  const range = { from: problem.from, to: problem.to };
  const half = halfWidth(text.slice(problem.from, problem.to));
  if (half !== undefined) return [{ code: 'nginx.half-width', values: {}, edits: [{ ...range, insert: half }] }];
  const missing = missingSemicolon(files, problem);
  if (missing) return [{ code: 'nginx.insert-semicolon', values: {}, edits: [{ ...missing, insert: ';' }] }];
  if (problem.code !== 'nginx.unknown-directive') return [];
  return nearest(String(problem.values['name'])).map((name) => ({
    code: 'nginx.replace',
    values: { name },
    edits: [{ ...range, insert: name }],
  }));
}

/** The same text with the ASCII twins of its full-width characters; `undefined` where there are none. */
function halfWidth(text: string): string | undefined {
  const half = text.replace(/[\uff01-\uff5e\u3000]/g, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  return half === text ? undefined : half;
}

/** Where a `;` is missing, if that is what the problem comes from: the reader says so right after it. */
function missingSemicolon(files: Files, problem: Problem): Range | undefined {
  const { problems } = diagnose(files, MAIN_FILE);
  const index = problems.findIndex(
    ({ code, file, from }) => code === problem.code && file === problem.file && from === problem.from,
  );
  const next = index < 0 ? undefined : problems[index + 1];
  return next?.code === 'nginx.missing-semicolon' ? { from: next.to, to: next.to } : undefined;
}

/** The directives one or two typing errors away, the closest first. */
function nearest(name: string): string[] {
  if (name.length > 40) return [];
  return [...allCommands().keys()]
    .filter((known) => Math.abs(known.length - name.length) <= 2)
    .map((known) => ({ known, steps: distance(name.toLowerCase(), known) }))
    .filter(({ steps }) => steps <= (name.length < 6 ? 1 : 2))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 2)
    .map(({ known }) => known);
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
