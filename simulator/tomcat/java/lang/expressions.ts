import type { SyntaxNode } from '@lezer/common';
import type { Expression } from '../code.ts';
import type { Place } from './draft.ts';
import { lambdaExpression, methodReference } from './lambdas.ts';
import { numberLiteral, textBlock, unescaped } from './literals.ts';
import { newArray, newObject } from './new.ts';
import { child, children, isType, parts, textOf } from './syntax.ts';
import { classOfType, descriptorOf, findClass, typesAt } from './types.ts';

/** An expression of the source. `targets`: the types that it is wanted as, for a lambda and the items of an array. */
export function expression(node: SyntaxNode, place: Place, targets: readonly string[] = []): Expression {
  const make = makers[node.name];
  const { unit } = place;
  if (!make || unit.depth >= DEEPEST) return unknown(node, place, []);
  unit.depth++;
  const made = make(node, place, targets);
  unit.depth--;
  return made;
}

/** Expressions within expressions that the lab reads. */
const DEEPEST = 100;

type Maker = (node: SyntaxNode, place: Place, targets: readonly string[]) => Expression;

const unknown: Maker = (node, { unit }) => ({ kind: 'unknown', text: textOf(unit.source, node).slice(0, 40) });
const literal = (value: Extract<Expression, { kind: 'literal' }>['value']): Expression => ({ kind: 'literal', value });
const text = (node: SyntaxNode, { unit }: Place) => textOf(unit.source, node);
const interned = (value: string) => literal({ type: 'string', value, interned: true });

/** The nth operand; what half-typed text lacks is unknown. */
function operand(node: SyntaxNode, index: number, place: Place, targets?: readonly string[]): Expression {
  const found = parts(node).filter(({ name }) => !/Op$/.test(name) && !isKeyword(name))[index];
  return found ? expression(found, place, targets) : unknown(node, place, []);
}

const isKeyword = (name: string) => /^(instanceof|new|return|throw|case|default|assert)$/.test(name);
const operatorOf = (node: SyntaxNode, place: Place) => {
  const found = children(node).find(({ name }) => /Op$/.test(name));
  return found ? text(found, place) : '';
};

/** The arguments of a call. */
export const argumentsOf = (node: SyntaxNode, place: Place): Expression[] => {
  const list = child(node, 'ArgumentList');
  return list ? parts(list).map((one) => expression(one, place)) : [];
};

const nameExpression: Maker = (node, place) => {
  const name = text(node, place);
  remember(name, place);
  return { kind: 'name', name };
};

/** A name may be that of a class; then whoever runs the code must know which. */
function remember(name: string, { draft, ...place }: Place) {
  if (Object.hasOwn(draft.names, name) || !/^[A-Z_$]/.test(name)) return;
  const found = findClass(name, typesAt({ draft, ...place }));
  if (found !== undefined) draft.names[name] = found;
}

const fieldAccess: Maker = (node, place) => {
  const [of, name] = parts(node);
  if (!of || !name) return unknown(node, place, []);
  if (name.name === 'this') return { kind: 'this', of: findClass(text(of, place), typesAt(place)) ?? place.draft.name };
  const inside: Expression = of.name === 'super' ? { kind: 'this' } : expression(of, place);
  return { kind: 'field', of: inside, name: text(name, place) };
};

const invocation: Maker = (node, place) => {
  const found = parts(node).filter(({ name }) => name !== 'TypeArguments');
  const at = found.findIndex(({ name }) => name === 'MethodName');
  const method = found[at];
  if (!method) return unknown(node, place, []);
  const name = text(method, place);
  const given = argumentsOf(node, place);
  const before = found.slice(0, at);
  const isSuper = before.some((one) => one.name === 'super');
  if (isSuper) return { kind: 'call', name, arguments: given, super: place.draft.name };
  const [on] = before;
  return { kind: 'call', name, arguments: given, ...(on ? { on: expression(on, place) } : {}) };
};

const binaryExpression: Maker = (node, place) => ({
  kind: 'binary',
  operator: operatorOf(node, place),
  left: operand(node, 0, place),
  right: operand(node, 1, place),
});

const cast: Maker = (node, place) => {
  const found = parts(node);
  const named = found.filter(isType);
  const value = found.filter((one) => !isType(one)).at(-1);
  if (!value) return unknown(node, place, []);
  const targets = named.map((one) => classOfType(one, typesAt(place)));
  const [first] = named;
  const descriptor = first ? descriptorOf(first, typesAt(place)) : undefined;
  return { kind: 'cast', descriptor: descriptor ?? 'Ljava/lang/Object;', of: expression(value, place, targets) };
};

const instanceOf: Maker = (node, place) => {
  const [of, ...others] = parts(node).filter(({ name }) => name !== 'instanceof');
  const pattern = others.find(({ name }) => name === 'TypePattern');
  const type = (pattern ? parts(pattern) : others).find(isType);
  if (!of || !type) return unknown(node, place, []);
  const binding = pattern && child(pattern, 'Definition');
  if (binding) place.scope.names.set(text(binding, place), undefined);
  return {
    kind: 'instanceof',
    of: expression(of, place),
    descriptor: descriptorOf(type, typesAt(place)) ?? 'Ljava/lang/Object;',
    ...(binding ? { binding: text(binding, place) } : {}),
  };
};

const arrayInitializer: Maker = (node, place, [target = '[Ljava.lang.Object;']) => {
  const descriptor = target.startsWith('[') ? target.replaceAll('.', '/') : '[Ljava/lang/Object;';
  const component = descriptor.slice(1);
  return { kind: 'array', descriptor, items: parts(node).map((item) => expression(item, place, [component])) };
};

const assignment: Maker = (node, place) => {
  const operator = operatorOf(node, place);
  const target = operand(node, 0, place);
  return {
    kind: 'assign',
    operator: operator === '=' ? '=' : operator.slice(0, -1),
    target,
    value: operand(node, 1, place, targetOf(target, place)),
  };
};

/** The type of a variable or field that is assigned. */
function targetOf(target: Expression, { draft, scope }: Place): string[] {
  if (target.kind !== 'name' && target.kind !== 'field') return [];
  for (let next: Place['scope'] | undefined = scope; next && target.kind === 'name'; next = next.around) {
    const found = next.names.get(target.name);
    if (found !== undefined) return [typeName(found)];
  }
  const field = draft.fields.find(({ name }) => name === target.name);
  return field ? [typeName(field.descriptor)] : [];
}

const typeName = (descriptor: string) =>
  descriptor.startsWith('L') ? descriptor.slice(1, -1).replaceAll('/', '.') : descriptor;

const update: Maker = (node, place) => {
  const [first] = parts(node);
  const operator = operatorOf(node, place) === '--' ? '--' : '++';
  return { kind: 'update', operator, prefix: first?.name === 'UpdateOp', target: operand(node, 0, place) };
};

const classLiteral = (node: SyntaxNode, place: Place): Expression => {
  const name = text(node, place)
    .replace(/\s*\.\s*class$/, '')
    .replace(/\s+/g, '');
  const dimensions = name.match(/\[\]/g)?.length ?? 0;
  const plain = name.replaceAll('[]', '');
  const found = findClass(plain, typesAt(place)) ?? plain;
  return { kind: 'class-literal', name: dimensions > 0 ? `${'['.repeat(dimensions)}L${found};` : found };
};

const creation: Maker = (node, place) =>
  /\.\s*class$/.test(text(node, place)) ? classLiteral(node, place) : newObject(node, place);

const makers: Readonly<Record<string, Maker>> = {
  IntegerLiteral: (node, place) => literal(numberLiteral(text(node, place))),
  FloatingPointLiteral: (node, place) => literal(numberLiteral(text(node, place))),
  CharacterLiteral: (node, place) =>
    literal({ type: 'char', value: String(unescaped(text(node, place).slice(1, -1)).charCodeAt(0) || 0) }),
  StringLiteral: (node, place) => interned(unescaped(text(node, place).slice(1, -1))),
  TextBlock: (node, place) => interned(textBlock(text(node, place))),
  BooleanLiteral: (node, place) => literal(text(node, place) === 'true'),
  null: () => literal(null),
  this: () => ({ kind: 'this' }),
  Identifier: nameExpression,
  ScopedIdentifier: (node, place) => {
    const names = text(node, place).replace(/\s+/g, '').split('.');
    remember(names[0] ?? '', place);
    return names
      .slice(1)
      .reduce<Expression>((of, name) => ({ kind: 'field', of, name }), { kind: 'name', name: names[0] ?? '' });
  },
  ParenthesizedExpression: (node, place, targets) => operand(node, 0, place, targets),
  FieldAccess: fieldAccess,
  MethodInvocation: invocation,
  ArrayAccess: (node, place) => ({ kind: 'item', of: operand(node, 0, place), index: operand(node, 1, place) }),
  ObjectCreationExpression: creation,
  ClassLiteral: classLiteral,
  ArrayCreationExpression: (node, place) => newArray(node, place),
  ArrayInitializer: arrayInitializer,
  AssignmentExpression: assignment,
  UpdateExpression: update,
  BinaryExpression: binaryExpression,
  InstanceofExpression: instanceOf,
  UnaryExpression: (node, place) => ({ kind: 'unary', operator: operatorOf(node, place), of: operand(node, 0, place) }),
  TernaryExpression: (node, place, targets) => ({
    kind: 'if',
    test: operand(node, 0, place),
    consequent: operand(node, 1, place, targets),
    alternate: operand(node, 2, place, targets),
  }),
  CastExpression: cast,
  LambdaExpression: (node, place, targets) => lambdaExpression(node, place, targets),
  MethodReference: (node, place, targets) => methodReference(node, place, targets),
};
