import type { Completion, Range } from '../../../simulator/core/text.ts';

/** The word being typed before an offset: from the last blank, `;`, brace or quote, or from a `$`. */
export function typedWord(text: string, at: number): Range {
  let from = at;
  while (from > 0 && !/[\s;{}"'<>]/.test(text[from - 1] as string)) from--;
  const dollar = text.slice(from, at).lastIndexOf('$');
  return { from: dollar === -1 ? from : from + dollar, to: at };
}

/** The entries that fit what was typed: those that begin with it first, then those that contain it. */
export function matching(entries: readonly Completion[], typed: string): Completion[] {
  const wanted = typed.toLowerCase();
  const beginning = entries.filter((entry) => entry.label.toLowerCase().startsWith(wanted));
  if (wanted === '') return beginning;
  const inside = entries.filter((entry) => entry.label.toLowerCase().indexOf(wanted) > 0);
  return [...beginning, ...inside];
}
