import { isXmlChar } from './names.ts';
import { eat, ended, expect, isAtEnd, name, raise, type Scan } from './scan.ts';

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** At `&`: the text that the reference stands for, or undefined after a fault. */
export function reference(scan: Scan): string | undefined {
  scan.at++;
  if (eat(scan, '#')) return characterReference(scan);
  const entity = name(scan);
  if (entity === '') return void (isAtEnd(scan) ? ended(scan) : raise(scan, 'entity-name'));
  if (!expect(scan, ';', 'entity-semicolon', { name: entity })) return undefined;
  const value = Object.hasOwn(predefined, entity) ? predefined[entity] : scan.entities.get(entity);
  if (value !== undefined) return value;
  // What is not declared here may be in an external part of the document type.
  return scan.externalSubset ? '' : void raise(scan, 'entity-undeclared', { name: entity });
}

function characterReference(scan: Scan): string | undefined {
  const hex = eat(scan, 'x');
  const from = scan.at;
  const digit = hex ? /[0-9a-fA-F]/ : /[0-9]/;
  while (!isAtEnd(scan) && digit.test(scan.text[scan.at] as string)) scan.at++;
  const digits = scan.text.slice(from, scan.at);
  if (digits === '') {
    if (isAtEnd(scan)) return void ended(scan);
    return void raise(scan, hex ? 'character-hex-digit' : 'character-digit');
  }
  if (!expect(scan, ';', 'character-semicolon')) return undefined;
  const code = Number.parseInt(digits, hex ? 16 : 10);
  const valid = code <= 0x10ffff && (code > 0xffff || (isXmlChar(code) && (code < 0xd800 || code > 0xdfff)));
  return valid
    ? String.fromCodePoint(code)
    : void raise(scan, 'character-reference', { text: `${hex ? 'x' : ''}${digits}` });
}
