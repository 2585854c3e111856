/** How a visitor is drawn: a hue, a shape and a letter (one of a crowd: his number), so that no one depends on telling colours apart. */
export interface Sign {
  /** Which of the site's visitor colours, `--visitor-a` … `--visitor-f`. */
  hue: 'a' | 'b' | 'c' | 'd' | 'e' | 'f';
  letter: string;
  /** An SVG path about (0, 0), ten units from the middle to the edge. */
  path: string;
  /** Where the letter's middle lies: a triangle is heavy at its foot. */
  letterY: number;
}

const shapes = [
  { hue: 'a', path: 'M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z', letterY: 0 },
  { hue: 'b', path: 'M0-11 12 9.5H-12Z', letterY: 3 },
  { hue: 'c', path: 'M-9-9H9V9H-9Z', letterY: 0 },
  { hue: 'd', path: 'M0-12 12 0 0 12-12 0Z', letterY: 0 },
  { hue: 'e', path: 'M0-11 10.5-3.4 6.5 9H-6.5L-10.5-3.4Z', letterY: 0.5 },
  { hue: 'f', path: 'M-5.5-9.5H5.5L11 0 5.5 9.5H-5.5L-11 0Z', letterY: 0 },
] as const;

/** The most visitors a lab on a page has: as many as there are signs. */
export const MOST_VISITORS = shapes.length;

/** The sign of a visitor. Names are single letters from `A` on, or end in a number; others share the signs in turn. */
export function signOf(name: string): Sign {
  const number = /\d+$/.exec(name)?.[0];
  const place = number === undefined ? name.charCodeAt(0) - 65 + shapes.length * 26 : Number(number) - 1;
  const shape = shapes[Math.max(0, place) % shapes.length] as (typeof shapes)[number];
  return { ...shape, letter: number ?? name.slice(0, 1) };
}

/** The tail of a session id, without the jvmRoute after the dot: enough to tell two apart. */
export function shortId(id: string): string {
  const [serial = ''] = id.split('.');
  return serial.slice(-4);
}
