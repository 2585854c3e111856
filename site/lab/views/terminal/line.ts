/** The line that is being typed, and the cursor in it. */
export interface Line {
  text: string;
  at: number;
}

/** readline's keys for the line itself; undefined for keys that mean something else. */
export function edited({ text, at }: Line, key: string): Line | undefined {
  switch (key) {
    case 'a':
      return { text, at: 0 };
    case 'e':
      return { text, at: text.length };
    case 'u':
      return { text: text.slice(at), at: 0 };
    case 'k':
      return { text: text.slice(0, at), at };
    case 'w': {
      // Looking from the end, so that a long line takes no longer than it is.
      let from = text.slice(0, at).trimEnd().length;
      while (from > 0 && /\S/.test(text[from - 1] ?? '')) from--;
      return { text: text.slice(0, from) + text.slice(at), at: from };
    }
    default:
      return undefined;
  }
}

/** Pasted text in a line: the lines that it ends are typed, what is left stays to be edited. */
export function pasted({ text, at }: Line, clipboard: string): { typed: string; rest: Line } {
  const whole = text.slice(0, at) + clipboard.replaceAll(/\r\n?/g, '\n') + text.slice(at);
  const end = whole.lastIndexOf('\n');
  const rest = whole.slice(end + 1);
  return { typed: end < 0 ? '' : whole.slice(0, end), rest: { text: rest, at: rest.length } };
}

/** The newest line before `from` that contains a text, as Ctrl-R finds it; -1: none. */
export const found = (history: readonly string[], text: string, from = history.length): number =>
  from <= 0 ? -1 : history.slice(0, from).findLastIndex((line) => line.includes(text));
