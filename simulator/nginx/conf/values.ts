/** nginx's readers of numbers, sizes and times (`core/ngx_string.c`, `core/ngx_parse.c`). `undefined`: not valid. */

const MAX_INT = 2n ** 63n - 1n;

/** Digits only, up to 2^63 - 1 (ngx_atoi). */
export function parseNumber(text: string): number | undefined {
  if (!/^[0-9]+$/.test(text)) return undefined;
  return text.length > 15 && BigInt(text) > MAX_INT ? undefined : Number(text);
}

/** Bytes: digits and k or m (ngx_parse_size). */
export function parseSize(text: string): number | undefined {
  return scaled(text, { k: 2 ** 10, m: 2 ** 20 });
}

/** Bytes: digits and k, m or g (ngx_parse_offset). */
export function parseOffset(text: string): number | undefined {
  return scaled(text, { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 });
}

/** Seconds as nginx keeps `fail_timeout` or `expires`; milliseconds are refused. */
export function parseSeconds(text: string): number | undefined {
  return parseTime(text, true);
}

/** Milliseconds as nginx keeps its timeouts; years and months are refused. */
export function parseMilliseconds(text: string): number | undefined {
  return parseTime(text, false);
}

function scaled(text: string, units: Record<string, number>): number | undefined {
  const unit = units[text.slice(-1).toLowerCase()] ?? 1;
  const value = parseNumber(unit === 1 ? text : text.slice(0, -1));
  if (value === undefined) return undefined;
  return unit > 1 && value >= 2 ** 63 / unit ? undefined : value * unit;
}

const DAY = 86400;
/** Units from the largest to the smallest: each may follow only a larger one. */
const UNITS: Readonly<Record<string, readonly [step: number, seconds: number]>> = {
  y: [1, DAY * 365],
  M: [2, DAY * 30],
  w: [3, DAY * 7],
  d: [4, DAY],
  h: [5, 3600],
  m: [6, 60],
  s: [7, 1],
  ms: [8, 0.001],
  ' ': [9, 1],
};

/** ngx_parse_time. */
function parseTime(text: string, inSeconds: boolean): number | undefined {
  const max = Number(MAX_INT) / (inSeconds ? 1 : 1000);
  let step = inSeconds ? 0 : 2;
  let total = 0;
  let valid = false;
  let rest = text;
  while (rest !== '') {
    const part = /^([0-9]*)(ms|[yMwdhms ])?/.exec(rest) as RegExpExecArray;
    const [all, digits = '', unit] = part;
    if (all === '') return undefined;
    if (digits !== '') valid = true;
    const value = digits === '' ? 0 : parseNumber(digits);
    if (value === undefined) return undefined;
    rest = rest.slice(all.length);
    const [next, seconds] = unit === undefined ? [10, 1] : (UNITS[unit] as readonly [number, number]);
    if (unit !== undefined) {
      if (next === 9 ? step >= 7 : step >= next || (next === 8 && inSeconds)) return undefined;
      step = next;
      rest = rest.replace(/^ +/, '');
    } else if (rest !== '') return undefined;
    total += value * seconds;
    if (value * seconds > max || total > max) return undefined;
  }
  return valid ? Math.round(inSeconds ? total : total * 1000) : undefined;
}
