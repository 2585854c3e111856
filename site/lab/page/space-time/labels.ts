/** A piece of text in its place; `x` is its middle, `y` its base line. */
export interface Label {
  text: string;
  x: number;
  y: number;
  width: number;
}

/** Of 11 px letters: those as wide as high, and all others of a monospaced face. */
const WIDE = 11.5;
const NARROW = 6.7;
const HEIGHT = 13;
const ASCENT = 10;

/** How wide a text will be, in px. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2e80' ? WIDE : NARROW;
  return width;
}

/** The text, cut off where it would be wider. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = '';
  for (const letter of text) {
    if (widthOf(`${cut}${letter}…`) > width) break;
    cut += letter;
  }
  return `${cut}…`;
}

/** Puts texts where there is room: no two of them overlap. */
export class Labels {
  readonly #taken: Label[] = [];
  readonly #left: number;
  readonly #right: number;

  /** Between the edges `left` and `right`, in px. */
  constructor(left: number, right: number) {
    this.#left = left;
    this.#right = right;
  }

  /** Puts a text to the first of the places that is free; `undefined`: none is. */
  place(text: string, places: readonly { x: number; y: number }[]): Label | undefined {
    const width = widthOf(text);
    for (const { x, y } of places) {
      const label = { text, x, y, width };
      if (x - width / 2 < this.#left || x + width / 2 > this.#right) continue;
      if (this.#taken.some((other) => overlap(label, other))) continue;
      this.#taken.push(label);
      return label;
    }
    return undefined;
  }
}

const overlap = (a: Label, b: Label): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 3 && Math.abs(a.y - b.y) < HEIGHT;

/** How far below a base line's text has to be for its middle to lie on a line. */
export const HALF_ASCENT = ASCENT / 2 - 1;
