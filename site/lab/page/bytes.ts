import { printable } from './redis-words.ts';

/** Lines of so many bytes: offset, hexadecimal, and the letters among them. */
export function hexDump(bytes: string, width: number): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += width) {
    const part = bytes.slice(at, at + width);
    const hex = Array.from(part, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');
    const letters = part.replace(/[^\x20-\x7e]/g, '.');
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(width * 3 - 1)}  ${letters}`);
  }
  return lines.join('\n');
}

/** Bytes as text, where they are UTF-8 and nothing that cannot be seen; a character that is cut off at the end is left out. */
export function readable(bytes: string): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
      { stream: true },
    );
    return /[^\P{C}\n\r\t]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Bytes on a line: as text, or else as redis-cli shows them. */
export const onLine = (bytes: string): string => readable(bytes) ?? printable(bytes);
