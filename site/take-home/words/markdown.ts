/** Paragraphs of a Markdown file; what is `false` is left out. */
export const lines = (...parts: readonly (string | false)[]): string =>
  `${parts.filter((part) => part !== false).join('\n\n')}\n`;

/** A table; none where there are no rows. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** A time in whole seconds, with minutes where it has any. */
export function minutes(ms: number, minute: string, second: string): string {
  const seconds = Math.round(ms / 1000);
  const whole = Math.floor(seconds / 60);
  return [
    ...(whole > 0 ? [`${whole} ${minute}`] : []),
    ...(seconds % 60 > 0 || whole === 0 ? [`${seconds % 60} ${second}`] : []),
  ].join(' ');
}
