import type { SyntaxNode } from '@lezer/common';
import type { Expression } from '../code.ts';
import { anonymousClass } from './anonymous.ts';
import type { Place } from './draft.ts';
import { argumentsOf, expression } from './expressions.ts';
import { child, children, isType, parts } from './syntax.ts';
import { classOfType, descriptorOf, OBJECT, typesAt } from './types.ts';

/** `new User("a")`, `outer.new In()`, `new HashMap() { … }`. */
export function newObject(node: SyntaxNode, place: Place): Expression {
  const found = parts(node);
  const type = found.find(isType);
  if (!type) return { kind: 'unknown', text: 'new' };
  const [first] = found;
  const outer = first && first.name !== 'new' ? expression(first, place) : undefined;
  const values = argumentsOf(node, place);
  const named = classOfType(type, typesAt(place));
  const body = child(node, 'ClassBody');
  const draft = body ? anonymousClass(body, named, values, place) : place.unit.known.get(named);
  return {
    kind: 'new',
    class: draft?.name ?? named,
    arguments: values,
    ...(outer ? { outer } : {}),
    ...(draft && draft.captures.length > 0 ? { captures: draft.captures } : {}),
  };
}

/** `new int[3][]`, `new String[] {"a"}`. */
export function newArray(node: SyntaxNode, place: Place): Expression {
  const found = children(node);
  const type = found.find(isType);
  const dimensions = found.filter(({ name }) => name === 'Dimension');
  const descriptor = '['.repeat(dimensions.length) + ((type && descriptorOf(type, typesAt(place))) ?? OBJECT);
  const items = child(node, 'ArrayInitializer');
  if (items) return expression(items, place, [descriptor]);
  const sizes = dimensions.flatMap((one) => parts(one).map((size) => expression(size, place)));
  return { kind: 'array', descriptor, sizes };
}
