import type { Chain } from '../engine/world.ts';

/** A visitor's nth request: `A3`; after a name that ends in a figure, `s12.3`. */
export const chainNamed = (name: string, nth: number): Chain =>
  endsInFigure(name) ? `${name}.${nth}` : `${name}${nth}`;

/** Whose request it is. */
export const visitorOf = (chain: Chain): string =>
  /^(.*\d)\.\d+$/.exec(chain)?.[1] ?? /^(.*?)\d+$/.exec(chain)?.[1] ?? chain;

function endsInFigure(name: string): boolean {
  const last = name.charCodeAt(name.length - 1);
  return last >= 48 && last <= 57;
}
