import type { Files, Fix } from '../../core/language.ts';
import { halfWidth, nearest } from '../../core/spelling.ts';
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
  return nearest(String(problem.values['name']), allCommands().keys()).map((name) => ({
    code: 'nginx.replace',
    values: { name },
    edits: [{ ...range, insert: name }],
  }));
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
