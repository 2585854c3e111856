import { type JavaValue, javaHash, stringOf } from '../../value.ts';
import { numberOf } from '../convert.ts';
import { type Jvm, raise } from '../jvm.ts';
import { textOf } from '../text.ts';

const made = (value: string): JavaValue => ({ type: 'string', value });
const char = (code: number): JavaValue => ({ type: 'char', value: String(code) });

/** Methods of String; undefined: it has no such method. */
export function stringCall(value: string, name: string, values: readonly JavaValue[], jvm: Jvm): JavaValue | undefined {
  const [first = null, second = null] = values;
  const needle = () => (first === null ? raise('java.lang.NullPointerException') : textOf(first, jvm));
  switch (name) {
    case 'length':
      return value.length;
    case 'isEmpty':
      return value === '';
    case 'isBlank':
      return value.trim() === '';
    case 'charAt': {
      const at = numberOf(first);
      if (at < 0 || at >= value.length)
        raise('java.lang.StringIndexOutOfBoundsException', `String index out of range: ${at}`);
      return char(value.charCodeAt(at));
    }
    case 'equals':
      return stringOf(first) === value;
    case 'equalsIgnoreCase':
      return stringOf(first)?.toLowerCase() === value.toLowerCase();
    case 'compareTo':
      return compared(value, needle());
    case 'hashCode':
      return javaHash(value);
    case 'concat':
      return made(value + needle());
    case 'contains':
      return value.includes(needle());
    case 'startsWith':
      return value.startsWith(needle());
    case 'endsWith':
      return value.endsWith(needle());
    case 'indexOf':
      return value.indexOf(needle());
    case 'lastIndexOf':
      return value.lastIndexOf(needle());
    case 'substring':
      return made(value.slice(numberOf(first), second === null ? value.length : numberOf(second)));
    case 'toUpperCase':
      return made(value.toUpperCase());
    case 'toLowerCase':
      return made(value.toLowerCase());
    case 'trim':
    case 'strip':
      return made(value.trim());
    case 'intern':
      return { type: 'string', value, interned: true };
    case 'replace':
      return made(value.replaceAll(needle(), textOf(second, jvm)));
    case 'repeat':
      return made(value.repeat(Math.min(numberOf(first), 100_000)));
    case 'split':
      return { type: 'array', class: '[Ljava.lang.String;', items: value.split(needle()).map(made) };
    case 'toCharArray':
      return {
        type: 'array',
        class: '[C',
        items: Array.from({ length: value.length }, (_, i) => char(value.charCodeAt(i))),
      };
    case 'getBytes':
      return { type: 'array', class: '[B', items: bytesOf(value) };
    default:
      return undefined;
  }
}

/** `String.compareTo`: by the first character that differs, or by length. */
function compared(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++)
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.charCodeAt(i) - b.charCodeAt(i);
  return a.length - b.length;
}

/** UTF-8, each byte signed. */
function bytesOf(value: string): JavaValue[] {
  const bytes = unescapedBytes(encodeURIComponent(value.toWellFormed()));
  return bytes.map((byte) => ({ type: 'byte', value: String((byte << 24) >> 24) }));
}

function unescapedBytes(text: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '%') bytes.push(text.charCodeAt(i));
    else {
      bytes.push(Number.parseInt(text.slice(i + 1, i + 3), 16));
      i += 2;
    }
  }
  return bytes;
}
