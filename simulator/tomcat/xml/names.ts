/** Space, tab, line ends: the only white space XML knows. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** May begin a name. Xerces follows XML 1.0 up to its fourth edition: a full-width `＝` is not part of one. */
export function isNameStart(code: number): boolean {
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? true : code === 0x5f || code === 0x3a;
  return letters.some(([from, to]) => code >= from && code <= to);
}

/** May follow in a name. */
export function isNameChar(code: number): boolean {
  return isNameStart(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0xb7;
}

/** A character that may stand in an XML document (a surrogate is taken as half of one that may). */
export function isXmlChar(code: number): boolean {
  return code >= 0x20 ? code < 0xfffe : code === 0x09 || code === 0x0a || code === 0x0d;
}

/** The main ranges of BaseChar and Ideographic of XML 1.0, fourth edition. */
const letters: readonly (readonly [number, number])[] = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x1ff9],
  [0x2126, 0x2126],
  [0x212a, 0x212b],
  [0x3007, 0x3007],
  [0x3021, 0x3029],
  [0x3041, 0x3094],
  [0x30a1, 0x30fa],
  [0x3105, 0x312c],
  [0x4e00, 0x9fa5],
  [0xac00, 0xd7a3],
];
