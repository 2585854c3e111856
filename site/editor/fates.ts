import type { Files, Language, Statement } from '../../simulator/core/language.ts';
import type { Problem } from '../../simulator/core/text.ts';

/** What becomes of the things that a file says: the lab acts on them, it does not, or the real program refuses them. */
export interface Fates {
  /** How many directives or elements the lab acts on. */
  simulated: number;
  /** What the real program knows and the lab does nothing with: each once, in the file's order. */
  withoutEffect: readonly Problem[];
  /** What the real program refuses. */
  refused: readonly Problem[];
  /** What it takes with a warning. */
  warned: readonly Problem[];
}

/** The fates of one file's statements. */
export function fatesOf(language: Language, files: Files, name: string): Fates {
  const problems = language.problems(files, name).filter(({ file }) => file === name);
  const withSeverity = (wanted: Problem['severity']) =>
    problems.filter(({ severity }) => severity === wanted).sort((a, b) => a.from - b.from);
  const [refused, withoutEffect] = [withSeverity('error'), withSeverity('hint')];
  const simulated = countSimulated(language.statements(files, name), withoutEffect, refused);
  return { simulated, withoutEffect, refused, warned: withSeverity('warning') };
}

/** In the file's order, so that one walk is enough: a statement's own words reach to where the next one begins. */
function countSimulated(
  statements: readonly Statement[],
  idle: readonly Problem[],
  refused: readonly Problem[],
): number {
  const silent = new Set([...idle, ...refused].map(({ from }) => from));
  let simulated = 0;
  let fault = 0;
  let silentUntil = -1;
  statements.forEach(({ from, until }, index) => {
    const next = statements[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    while ((refused[fault]?.from ?? Number.POSITIVE_INFINITY) < from) fault++;
    const isRefused = (refused[fault]?.from ?? Number.POSITIVE_INFINITY) < next;
    if (silent.has(from)) silentUntil = Math.max(silentUntil, until);
    if (!isRefused && from >= silentUntil) simulated++;
  });
  return simulated;
}
