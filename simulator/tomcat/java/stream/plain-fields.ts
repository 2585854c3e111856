import { own } from '../../../core/own.ts';
import type { JavaClasses } from '../class.ts';
import type { Expression, Statement } from '../code.ts';
import { hook, READ_OBJECT } from './description.ts';

/** Of a class with a `writeObject`: whether its `readObject` begins with the fields, as nearly all do. */
export const plainFieldsIn =
  (classes: JavaClasses) =>
  (name: string): boolean => {
    const definition = own(classes, name);
    const body = definition && hook(definition, 'readObject', READ_OBJECT)?.body;
    const first = body?.flatMap(callsIn)[0];
    return first === undefined || first === 'defaultReadObject' || first === 'readFields';
  };

/** The calls on a stream at the beginning of a statement, as they come. */
function callsIn(statement: Statement): string[] {
  if (statement.kind === 'expression') return callsOf(statement.value);
  if (statement.kind === 'local') return statement.value ? callsOf(statement.value) : [];
  return statement.kind === 'block' ? statement.body.flatMap(callsIn) : [];
}

function callsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'assign':
      return callsOf(expression.value);
    case 'cast':
      return callsOf(expression.of);
    case 'call':
      return expression.name.startsWith('read') || expression.name === 'defaultReadObject'
        ? [expression.name]
        : expression.arguments.flatMap(callsOf);
    default:
      return [];
  }
}
