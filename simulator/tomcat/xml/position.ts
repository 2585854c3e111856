import type { XmlFault } from './fault.ts';

/** Line and column as Xerces counts them: CR, LF and CR LF each end a line. */
export function xmlPosition(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && (code !== 13 || text.charCodeAt(i + 1) === 10)) continue;
    line++;
    start = i + 1;
  }
  return { line, column: at - start + 1 };
}

/** Where Xerces says that a fault is. */
export function faultPosition(text: string, { at, beyond = 0 }: XmlFault): { line: number; column: number } {
  const { line, column } = xmlPosition(text, at);
  return { line, column: column + beyond };
}
