import type { Place } from './syntax.ts';

const isWord = (text: string, at: number) => /\w/.test(text[at] ?? '');

/** Whether an offset is such a place. `$` fits before a newline at the end, too. */
export function isAt(place: Place, text: string, pos: number): boolean {
  const { length } = text;
  switch (place) {
    case '^':
    case '\\A':
      return pos === 0;
    case '^m':
      return pos === 0 || (text[pos - 1] === '\n' && pos < length);
    case '$':
    case '\\Z':
      return pos === length || (pos === length - 1 && text[pos] === '\n');
    case '$m':
      return pos === length || text[pos] === '\n';
    case '\\z':
      return pos === length;
    default:
      return (isWord(text, pos - 1) !== isWord(text, pos)) === (place === '\\b');
  }
}
