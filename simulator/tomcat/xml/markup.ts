import type { XmlFaultCode } from './fault.ts';
import { isXmlChar } from './names.ts';
import { eat, ended, isAtEnd, isLineEnd, name, peek, raise, type Scan, skipSpace } from './scan.ts';

/** `<!-` was read: the rest of a comment. */
export function comment(scan: Scan): boolean {
  if (!eat(scan, '-')) return isAtEnd(scan) ? ended(scan) : raise(scan, 'comment-start');
  return commentText(scan);
}

/** `<!--` was read. */
export function commentText(scan: Scan): boolean {
  if (data(scan, '--', 'character-in-comment') === undefined) return false;
  if (eat(scan, '>')) return true;
  return isAtEnd(scan) ? ended(scan) : raise(scan, 'comment-dashes');
}

/** `<?` was read: the rest of a processing instruction. */
export function processingInstruction(scan: Scan): boolean {
  const target = name(scan);
  if (target === '') return isAtEnd(scan) ? ended(scan) : raise(scan, 'pi-target');
  if (target.toLowerCase() === 'xml') return raise(scan, 'pi-target-xml');
  if (!skipSpace(scan)) {
    if (eat(scan, '?>')) return true;
    return isAtEnd(scan) ? ended(scan) : raise(scan, 'pi-space');
  }
  return data(scan, '?>', 'character-in-pi') !== undefined;
}

/** `<![CDATA[` was read. */
export function cdata(scan: Scan): boolean {
  const from = scan.at;
  const text = data(scan, ']]>', 'character-in-cdata');
  if (text === undefined) return false;
  scan.events.push({ type: 'text', text, from, to: scan.at - 3 });
  return true;
}

/**
 * All up to a delimiter, which is stepped over; undefined after a fault (XMLEntityScanner.scanData). It works line by
 * line, each with the line end before it; a last piece shorter than the delimiter is counted as columns, line ends too.
 */
function data(scan: Scan, delimiter: string, invalid: XmlFaultCode): string | undefined {
  const { text } = scan;
  const from = scan.at;
  for (;;) {
    const rest = text.length - scan.at;
    if (rest < delimiter.length) return void ended(scan, 'unfinished', scan.at, rest);
    if (isLineEnd(peek(scan))) {
      while (scan.at < text.length - 1 && isLineEnd(peek(scan))) scan.at++;
      if (scan.at === text.length - 1) continue;
    }
    while (!isAtEnd(scan)) {
      if (text.startsWith(delimiter, scan.at)) {
        scan.at += delimiter.length;
        return text.slice(from, scan.at - delimiter.length);
      }
      const code = peek(scan);
      if (isLineEnd(code)) break;
      if (!isXmlChar(code)) return void raise(scan, invalid, { code });
      scan.at++;
    }
  }
}
