import { own } from '../../../core/own.ts';
import { FINAL, STATIC } from '../class.ts';
import type { Expression } from '../code.ts';
import type { Draft, Unit } from './draft.ts';

/** Whether the compiler itself knows the value (JLS 15.29): such a static field needs no code to be set. */
export function isConstant(value: Expression, descriptor: string, draft: Draft, unit: Unit): boolean {
  return (descriptor.length === 1 || descriptor === 'Ljava/lang/String;') && known(value, draft, unit);
}

function known(value: Expression, draft: Draft, unit: Unit): boolean {
  switch (value.kind) {
    case 'literal':
      return value.value !== null;
    case 'unary':
      return known(value.of, draft, unit);
    case 'binary':
      return known(value.left, draft, unit) && known(value.right, draft, unit);
    case 'if':
      return [value.test, value.consequent, value.alternate].every((one) => known(one, draft, unit));
    case 'cast':
      return (
        (value.descriptor.length === 1 || value.descriptor === 'Ljava/lang/String;') && known(value.of, draft, unit)
      );
    case 'name':
      return named(value.name, draft);
    case 'field': {
      if (value.of.kind !== 'name') return false;
      const owner = own(draft.names, value.of.name);
      if (owner !== undefined && unit.known.has(owner)) return named(value.name, unit.known.get(owner) as Draft);
      return owner !== undefined && /^java\.lang\.(Integer|Long|Short|Byte|Character)$/.test(owner);
    }
    default:
      return false;
  }
}

function named(name: string, draft: Draft): boolean {
  for (let next: Draft | undefined = draft; next; next = next.around) {
    const field = next.fields.find((one) => one.name === name);
    if (field) return (field.modifiers & (STATIC | FINAL)) === (STATIC | FINAL) && field.initial !== undefined;
  }
  return false;
}
