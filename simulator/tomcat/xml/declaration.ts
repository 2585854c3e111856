import { isSpace, isXmlChar } from './names.ts';
import { eat, ended, expect, isAtEnd, peek, raise, type Scan, skipSpace } from './scan.ts';

/** `<?xml version="1.0" encoding="UTF-8"?>`, if the file begins with it (XMLScanner.scanXMLDeclOrTextDecl). */
export function xmlDeclaration(scan: Scan): void {
  if (!scan.text.startsWith('<?xml')) return;
  if (!isSpace(scan.text.charCodeAt(5))) {
    // The scanner goes back to the beginning of the file and forgets to take the columns back.
    scan.firstLineShift = 5;
    return;
  }
  scan.at = 5;
  let due: 'version' | 'encoding' | 'standalone' | 'nothing' = 'version';
  let spaced = skipSpace(scan);
  while (!scan.fault && !scan.text.startsWith('?', scan.at)) {
    const attribute = pseudoAttribute(scan);
    if (!attribute) return;
    const next = follow(scan, due, attribute, spaced);
    if (next === undefined) return;
    due = next;
    spaced = skipSpace(scan);
  }
  if (due === 'version') return void raise(scan, 'version-required');
  scan.at++;
  expect(scan, '>', 'declaration-end');
}

type Due = 'version' | 'encoding' | 'standalone' | 'nothing';

/** What may follow a pseudo attribute, or undefined after a fault. */
function follow(scan: Scan, due: Due, { name, value }: { name: string; value: string }, spaced: boolean) {
  if (due === 'nothing') return void raise(scan, 'pseudo-attribute-more');
  if (due === 'version' && name !== 'version') return void raise(scan, 'version-required');
  if (due === 'encoding' && name === 'version') return void raise(scan, 'encoding-required');
  if (due === 'standalone' && name !== 'standalone') return void raise(scan, 'standalone-name');
  if (!spaced) return void raise(scan, 'declaration-space', { name: name === 'standalone' ? 'encoding' : name });
  if (name === 'version') {
    if (value !== '1.0' && value !== '1.1') return void raise(scan, 'version-unsupported', { version: value });
    return 'encoding';
  }
  if (name === 'encoding') return 'standalone';
  if (value !== 'yes' && value !== 'no') return void raise(scan, 'standalone-value', { value });
  return 'nothing';
}

function pseudoAttribute(scan: Scan): { name: string; value: string } | undefined {
  const found = ['version', 'encoding', 'standalone'].find((name) => eat(scan, name));
  if (found === undefined) return void (isAtEnd(scan) ? ended(scan) : raise(scan, 'pseudo-attribute'));
  skipSpace(scan);
  if (!expect(scan, '=', 'declaration-equals', { name: found })) return undefined;
  skipSpace(scan);
  const quote = scan.text[scan.at];
  if (quote !== '"' && quote !== "'")
    return void (isAtEnd(scan) ? ended(scan) : raise(scan, 'declaration-quote', { name: found }));
  const from = ++scan.at;
  while (!isAtEnd(scan) && scan.text[scan.at] !== quote) {
    const code = peek(scan);
    if (!isXmlChar(code)) return void raise(scan, 'character-in-declaration', { code });
    scan.at++;
  }
  if (isAtEnd(scan)) return void ended(scan);
  return { name: found, value: scan.text.slice(from, scan.at++) };
}
