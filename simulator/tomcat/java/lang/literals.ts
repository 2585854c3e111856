import type { JavaValue } from '../value.ts';

/** The value of a number as the source writes it: `0xFFL`, `1_000`, `017`, `0b11`, `1.5f`, `1e3`. */
export function numberLiteral(text: string): JavaValue {
  const plain = text.replaceAll('_', '');
  if (/^0[xXbB]/.test(plain) || /^\d+[lL]?$/.test(plain)) return wholeLiteral(plain);
  const digits = plain.replace(/[fFdD]$/, '');
  const value = Number(digits);
  if (Number.isNaN(value)) return 0;
  return /[fF]$/.test(plain) ? { type: 'float', value: String(value) } : { type: 'double', value: String(value) };
}

function wholeLiteral(plain: string): JavaValue {
  const long = /[lL]$/.test(plain);
  const digits = long ? plain.slice(0, -1) : plain;
  const octal = /^0\d+$/.test(digits);
  let value: bigint;
  try {
    value = BigInt(octal ? `0o${digits.slice(1)}` : digits);
  } catch {
    return 0;
  }
  if (long) return { type: 'long', value: BigInt.asIntN(64, value).toString() };
  return Number(BigInt.asIntN(32, value));
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  s: ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** What stands between the quotes, its escapes resolved. */
export function unescaped(text: string): string {
  return text.replace(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(\r?\n)|(.))/g,
    (whole, unicode, octal, line, one) => {
      if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (line !== undefined) return '';
      return escapes[one] ?? whole;
    },
  );
}

/** A text block: without the indentation that all its lines share. */
export function textBlock(text: string): string {
  const inside = text.replace(/^"""[ \t]*\r?\n/, '').replace(/"""$/, '');
  const lines = inside.split(/\r?\n/);
  const counted = lines.filter((line, i) => line.trim() !== '' || i === lines.length - 1);
  const indent = counted.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity);
  return unescaped(lines.map((line) => line.slice(indent).trimEnd()).join('\n'));
}
