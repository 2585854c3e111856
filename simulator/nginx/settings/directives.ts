import type { Place } from '../../core/text.ts';
import type { Directive } from '../conf/tree.ts';

/** The directives of a block, those of included files in their place. */
export function flat(directives: readonly Directive[]): Directive[] {
  return directives.flatMap((directive) => (directive.included ? flat(directive.included) : [directive]));
}

/** A block's directives by name, in order. */
export type Grouped = ReadonlyMap<string, Directive[]>;

export function grouped(directives: readonly Directive[]): Grouped {
  const groups = new Map<string, Directive[]>();
  for (const directive of flat(directives)) {
    const group = groups.get(directive.name);
    if (group) group.push(directive);
    else groups.set(directive.name, [directive]);
  }
  return groups;
}

/** The n-th word after the name, `""` where there is none. */
export const word = (directive: Directive, n = 0): string => directive.args[n]?.text ?? '';

export const placeOf = ({ file, line, from, to }: Directive): Place => ({ file, line, from, to });

/** What a directive that may stand once in a block says, or what the block around says. */
export function inherited<Value>(
  block: Grouped,
  name: string,
  read: (directive: Directive) => Value | undefined,
  outer: Value,
): Value {
  const directive = block.get(name)?.at(-1);
  return (directive && read(directive)) ?? outer;
}

/** What directives that may stand several times say; one of them in a block hides all of the block around. */
export function inheritedList<Value>(
  block: Grouped,
  name: string,
  read: (directive: Directive) => Value[],
  outer: Value[],
): Value[] {
  const own = block.get(name);
  return own ? own.flatMap(read) : outer;
}

export const flag = (directive: Directive): boolean => word(directive).toLowerCase() === 'on';
