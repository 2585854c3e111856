import type { Difference } from './suite.ts';

/**
 * Whether a log tells the same. The recordings left out most routine INFO lines, and cut stack traces; so every
 * recorded message must be there, in order, and every WARNING and SEVERE of ours must be recorded. Frames of a
 * stack (`at …`) are not compared, the exceptions and their causes are.
 */
export function entriesDiffer(at: string, recorded: readonly string[], given: readonly string[]): Difference[] {
  const wanted = entriesOf(recorded);
  const ours = entriesOf(given);
  const differences: Difference[] = [];
  let next = 0;
  for (const entry of wanted) {
    const found = ours.indexOf(entry, next);
    if (found < 0) {
      differences.push({ at, expected: entry, actual: ours.slice(next).find((other) => !isRoutine(other)) });
      continue;
    }
    for (const extra of ours.slice(next, found))
      if (!isRoutine(extra)) differences.push({ at, expected: undefined, actual: extra });
    next = found + 1;
  }
  if (differences.length > 0) return differences;
  for (const extra of ours.slice(next))
    if (!isRoutine(extra)) differences.push({ at, expected: undefined, actual: extra });
  return differences;
}

const isRoutine = (entry: string) => !/^DATE (WARNING|SEVERE) |\n(WARNING|SEVERE): /.test(entry);

/** Messages with their exceptions, dates, durations and the whims of the thread pool taken out. */
function entriesOf(lines: readonly string[]): string[] {
  const entries: string[] = [];
  for (const line of lines) {
    if (/^\s*(at |\.\.\. )/.test(line) || line.trim() === '') continue;
    const text = normalised(line);
    const last = entries.at(-1);
    if (text.startsWith('DATE ') || last === undefined) entries.push(text);
    else entries[entries.length - 1] = `${last}\n${text.trim()}`;
  }
  return entries.filter((entry) => !/SessionIdGeneratorBase[. ]createSecureRandom/.test(entry));
}

function normalised(line: string) {
  return line
    .replace(/^(\d\d|DD)-\w{3}-(\d{4}|YYYY) [\w:.]+/, 'DATE')
    .replace(/^\w{3} (\d\d?|DD), (\d{4}|YYYY) [\w:]+ [AP]M/, 'DATE')
    .replace(/\[(\d+|N)\] (milliseconds|ms)/, '[N] $2')
    .replace(/(\d+|N) ms$/, 'N ms')
    .replace(/-exec-\d+\]/, '-exec-N]')
    .replace(/\[Catalina-utility-\d+\]/, '[Catalina-utility-N]')
    .replace(/@[0-9a-f]{5,8}\b/g, '@HASH');
}
