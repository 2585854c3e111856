import type { Template } from './settings.ts';

/** A template from a text: `$name`, `${name}` and `$1` are variables, as in nginx's scripts. */
export function template(text: string): Template {
  const parts: (string | { variable: string })[] = [];
  let literal = '';
  for (let i = 0; i < text.length; i++) {
    const name = text[i] === '$' ? variableAt(text, i + 1) : undefined;
    if (!name) {
      literal += text[i];
      continue;
    }
    if (literal) parts.push(literal);
    literal = '';
    parts.push({ variable: name.variable });
    i = name.end - 1;
  }
  if (literal) parts.push(literal);
  const constant = parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
  return { text, parts, constant };
}

/** The variable's name from `at` on, and where the text goes on. */
function variableAt(text: string, at: number): { variable: string; end: number } | undefined {
  const braces = text[at] === '{';
  const from = braces ? at + 1 : at;
  const digit = /^[1-9]/.test(text.slice(from, from + 1));
  const found = digit ? text.slice(from, from + 1) : (/^[A-Za-z0-9_]+/.exec(text.slice(from, from + 256))?.[0] ?? '');
  if (found === '') return undefined;
  const end = from + found.length;
  if (!braces) return { variable: found.toLowerCase(), end };
  return text[end] === '}' ? { variable: found.toLowerCase(), end: end + 1 } : undefined;
}

const timeUnits: Record<string, number> = {
  y: 31_536_000_000,
  M: 2_592_000_000,
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** A time as nginx writes it (`1m 30s`, `500ms`, `10` seconds) in ms; `undefined` when it is none. */
export function milliseconds(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/^(\d+(ms|[yMwdhms]) ?)+\d*$/.test(text)) return undefined;
  let total = 0;
  for (const [, digits, unit] of text.matchAll(/(\d+)(ms|[yMwdhms])?/g))
    total += Number(digits) * (timeUnits[unit ?? 's'] ?? 0);
  return total;
}

/** A size as nginx writes it (`4k`, `1m`) in bytes. */
export function bytes(text: string): number | undefined {
  const found = /^(\d+)([kKmMgG]?)$/.exec(text);
  if (!found) return undefined;
  const unit = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(found[2] ?? '').toLowerCase()] ?? 1;
  return Number(found[1]) * unit;
}
