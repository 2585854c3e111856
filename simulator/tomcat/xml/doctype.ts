import { commentText, processingInstruction } from './markup.ts';
import { eat, ended, isAtEnd, name, raise, type Scan, skipSpace } from './scan.ts';

/** `<!DOCTYPE` was read. Of what it declares only entities with a literal value are kept. */
export function documentType(scan: Scan): boolean {
  if (!skipSpace(scan)) return stopped(scan, 'doctype-space');
  const root = name(scan);
  if (root === '') return stopped(scan, 'doctype-root');
  skipSpace(scan);
  if (!externalId(scan)) return false;
  skipSpace(scan);
  if (eat(scan, '[') && !internalSubset(scan)) return false;
  skipSpace(scan);
  if (eat(scan, '>')) return true;
  return isAtEnd(scan) ? ended(scan) : raise(scan, 'doctype-unclosed', { root });
}

const stopped = (scan: Scan, code: 'doctype-space' | 'doctype-root' | 'doctype-markup') =>
  isAtEnd(scan) ? ended(scan) : raise(scan, code);

function externalId(scan: Scan): boolean {
  const literals = eat(scan, 'SYSTEM') ? 1 : eat(scan, 'PUBLIC') ? 2 : 0;
  for (let i = 0; i < literals; i++) {
    skipSpace(scan);
    if (literal(scan) === undefined) return stopped(scan, 'doctype-markup');
  }
  scan.externalSubset ||= literals > 0;
  return true;
}

/** A quoted text; undefined where none begins, or none ends. */
function literal(scan: Scan): string | undefined {
  const quote = scan.text[scan.at];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = scan.text.indexOf(quote, scan.at + 1);
  const value = scan.text.slice(scan.at + 1, end < 0 ? scan.text.length : end);
  scan.at = end < 0 ? scan.text.length : end + 1;
  return end < 0 ? undefined : value;
}

function internalSubset(scan: Scan): boolean {
  for (;;) {
    skipSpace(scan);
    if (eat(scan, ']')) return true;
    if (eat(scan, '<!--')) {
      if (!commentText(scan)) return false;
    } else if (eat(scan, '<?')) {
      if (!processingInstruction(scan)) return false;
    } else if (eat(scan, '<!ENTITY')) {
      if (!entity(scan)) return false;
    } else if (eat(scan, '<!ELEMENT') || eat(scan, '<!ATTLIST') || eat(scan, '<!NOTATION')) {
      if (!toClose(scan)) return false;
    } else return stopped(scan, 'doctype-markup');
  }
}

function entity(scan: Scan): boolean {
  skipSpace(scan);
  const found = name(scan);
  skipSpace(scan);
  const value = literal(scan);
  if (found !== '' && value !== undefined && !scan.entities.has(found)) scan.entities.set(found, value);
  return toClose(scan);
}

/** On to the `>` that ends a declaration; one in quotes does not. */
function toClose(scan: Scan): boolean {
  for (; !isAtEnd(scan); scan.at++) {
    if (eat(scan, '>')) return true;
    if (literal(scan) !== undefined) scan.at--;
  }
  return ended(scan);
}
