import { FINAL, type JavaClass, STATIC } from '../class.ts';
import { computedUid } from '../uid.ts';
import type { JavaValue } from '../value.ts';
import { isNumber } from './convert.ts';
import { type Jvm, outcome } from './jvm.ts';
import { staticField } from './statics.ts';

/** A class's serialVersionUID, decimal: that of its field of this name, if it is static, final and of a whole type; else the computed one; of a record 0. */
export function uidOf(definition: JavaClass, jvm: Jvm): string {
  const declared = declaresUid(definition);
  if (declared) {
    const result = outcome(() => staticField(definition, 'serialVersionUID', jvm));
    const value = 'value' in result ? wholeText(result.value) : undefined;
    if (value !== undefined) return value;
  }
  if (definition.kind === 'record') return '0';
  let computed = computedUids.get(definition);
  if (computed === undefined) {
    computed = computedUid(definition);
    computedUids.set(definition, computed);
  }
  return computed;
}

/** Whether the class has such a field, as the stream wants it. */
export const declaresUid = ({ fields }: JavaClass): boolean =>
  fields.some(
    ({ name, modifiers, descriptor }) =>
      name === 'serialVersionUID' &&
      (modifiers & (STATIC | FINAL)) === (STATIC | FINAL) &&
      'BCIJS'.includes(descriptor),
  );

function wholeText(value: JavaValue): string | undefined {
  if (typeof value === 'number') return String(value);
  return isNumber(value) ? value.value : undefined;
}

/** Classes are never changed, so each is computed once. */
const computedUids = new WeakMap<JavaClass, string>();
