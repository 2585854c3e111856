import type { Node } from './syntax.ts';

/** The fewest bytes that a node takes. */
export function shortestOf(node: Node): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + shortestOf(part), 0);
    case 'group':
    case 'atomic':
      return Math.min(...node.alternatives.map(shortestOf));
    case 'repeat':
      return node.min === 0 ? 0 : node.min * shortestOf(node.body);
    default:
      return 0;
  }
}

/** How many bytes a node takes, where it is always as many. */
export function lengthOf(node: Node): number | undefined {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'sequence':
      return node.parts.reduce<number | undefined>((sum, part) => plus(sum, lengthOf(part)), 0);
    case 'group':
    case 'atomic': {
      const [first, ...others] = node.alternatives.map(lengthOf);
      return others.every((one) => one === first) ? first : undefined;
    }
    case 'repeat': {
      const length = lengthOf(node.body);
      return length === undefined || node.min !== node.max ? undefined : length * node.min;
    }
    case 'back':
      return undefined;
    default:
      return 0;
  }
}

const plus = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a + b);

/** The last byte that every match has (PCRE2's "last code unit"). */
export function neededOf(node: Node): readonly number[] | undefined {
  switch (node.kind) {
    case 'set': {
      const codes = [...node.set.keys()].filter((code) => node.set[code]);
      const [a = 0, b = a] = codes;
      return codes.length === 1 || (codes.length === 2 && (a ^ b) === 32 && /[a-z]/i.test(String.fromCharCode(a)))
        ? codes
        : undefined;
    }
    case 'sequence':
      return node.parts.reduce<readonly number[] | undefined>((last, part) => neededOf(part) ?? last, undefined);
    case 'group':
    case 'atomic': {
      const [first, ...others] = node.alternatives.map(neededOf);
      return others.every((one) => String(one) === String(first)) ? first : undefined;
    }
    case 'repeat':
      return node.min > 0 ? neededOf(node.body) : undefined;
    default:
      return undefined;
  }
}
