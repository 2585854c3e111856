import type { JavaValue } from '../value.ts';

/** What stands for an object's identity: small boxed numbers, literals, constants and classes exist once in a JVM. */
export function identityOf(value: Exclude<JavaValue, null>): unknown {
  if (typeof value === 'string') return undefined;
  if (typeof value === 'boolean') return `boolean ${value}`;
  if (typeof value === 'number') return value >= -128 && value <= 127 ? `int ${value}` : undefined;
  switch (value.type) {
    case 'string':
      return value.interned ? `string ${value.value}` : value;
    case 'enum':
      return `enum ${value.class} ${value.constant}`;
    case 'class':
      return `literal ${value.class}`;
    case 'byte':
    case 'short':
    case 'long':
    case 'char':
      return Number(value.value) >= -128 && Number(value.value) <= 127 ? `${value.type} ${value.value}` : value;
    default:
      return value;
  }
}
