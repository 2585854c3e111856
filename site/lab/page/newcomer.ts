import type { LabVisitor } from '../../../simulator/index.ts';
import { MOST_VISITORS } from './shapes.ts';

/** A visitor that is not there yet: the next free letter, at home in a /24 of its own. `undefined`: the lab is full. */
export function newcomer(present: readonly { name: string }[]): LabVisitor | undefined {
  const taken = new Set(present.map(({ name }) => name));
  for (let index = 0; index < MOST_VISITORS; index++) {
    const name = String.fromCharCode(65 + index);
    if (!taken.has(name)) return { name, address: `198.51.${100 + index}.${10 + index}`, cookies: true };
  }
  return undefined;
}
