import type { PropertyType } from './bean.ts';
import { persistPolicies } from './redis-classes.ts';

/**
 * IntrospectionUtils.setProperty: the text that a setter took, numbers with ASCII digits; undefined where the setter
 * cannot read it. What `object` setters get is null, whatever the text.
 */
export function readAs(type: PropertyType, value: string): string | undefined {
  switch (type) {
    case 'boolean':
      return String(value.toLowerCase() === 'true');
    case 'int':
      return whole(value, 2n ** 31n);
    case 'long':
      return whole(value, 2n ** 63n);
    case 'address':
      return /^[\w.:-]*$/.test(value) && !value.endsWith('.invalid') ? value : undefined;
    case 'policies':
      return 'refused' in persistPolicies(value) ? undefined : value;
    default:
      return value;
  }
}

/** `Integer.valueOf` and `Long.valueOf`: a sign, then digits of any script, nothing else. */
function whole(value: string, most: bigint): string | undefined {
  const ascii = value.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  // Longer ones are out of range; BigInt would take its time over them.
  if (!/^[+-]?\d+$/.test(ascii) || ascii.length > 400) return undefined;
  const number = BigInt(ascii.replace('+', ''));
  return number >= -most && number < most ? String(number) : undefined;
}

/** Decimal digits of every script come in runs of ten, the zero first. */
function digitValue(digit: string): number {
  let code = digit.codePointAt(0) ?? 0;
  let below = 0;
  while (below < 10 && /\p{Nd}/u.test(String.fromCodePoint(--code))) below++;
  return below % 10;
}

/** Character sets that a connector's URIEncoding may name (a choice of those every JRE has). */
export const isCharset = (name: string): boolean =>
  /^(utf-?(8|16|16be|16le|32)|us-ascii|ascii|iso-?8859-?\d+|latin1|gbk|gb2312|gb18030|big5|shift_jis|euc-(jp|kr)|windows-\d+|cp\d+)$/i.test(
    name,
  );
