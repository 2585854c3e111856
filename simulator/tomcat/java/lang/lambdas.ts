import type { SyntaxNode } from '@lezer/common';
import type { Expression, LambdaCode, Statement } from '../code.ts';
import { isSubclass } from '../jdk/classes.ts';
import { abstractMethodOf } from '../jdk/lambda.ts';
import { javaHash } from '../value.ts';
import { type Draft, type Place, sees, within } from './draft.ts';
import { expression } from './expressions.ts';
import { block } from './statements.ts';
import { child, children, isType, parts, textOf, walk } from './syntax.ts';
import { findClass, typesAt } from './types.ts';

/** `(a, b) -> a + b`: its code becomes one of the lambdas of its class. */
export function lambdaExpression(node: SyntaxNode, place: Place, targets: readonly string[]): Expression {
  const inside = within(place);
  const parameters = parametersOf(node, place);
  for (const name of parameters) inside.scope.names.set(name, undefined);
  const body = children(node).at(-1);
  const index = reserve(place.draft);
  const statements: Statement[] = !body
    ? []
    : body.name === 'Block'
      ? block(body, { ...inside, returns: undefined })
      : [{ kind: 'return', value: expression(body, inside) }];
  return add(index, node, place, targets, parameters, statements);
}

/** Names are handed out on the way in, as javac does for lambdas within lambdas. */
function reserve(draft: Draft): number {
  draft.lambdas.push({
    parameters: [],
    body: [],
    method: { name: '', descriptor: '()V', static: true },
    interfaces: [],
    captures: [],
  });
  return draft.lambdas.length - 1;
}

function parametersOf(node: SyntaxNode, { unit }: Place): string[] {
  const list = child(node, 'FormalParameters', 'InferredParameters');
  if (!list)
    return children(node)
      .filter(({ name }) => name === 'Definition')
      .map((one) => textOf(unit.source, one));
  return parts(list).flatMap((one) => {
    const name = one.name === 'Definition' ? one : child(one, 'Definition');
    return name ? [textOf(unit.source, name)] : [];
  });
}

/** `String::length`, `this::run`, `User::new`. */
export function methodReference(node: SyntaxNode, place: Place, targets: readonly string[]): Expression {
  const found = parts(node).filter(({ name }) => name !== '::');
  const [of, name] = found;
  const source = place.unit.source;
  if (!of) return { kind: 'unknown', text: textOf(source, node).slice(0, 40) };
  const method = name ? textOf(source, name) : 'new';
  const named = isType(of) || of.name === 'Identifier' ? findClass(textOf(source, of), typesAt(place)) : undefined;
  const it: Expression = { kind: 'name', name: 'it' };
  const value: Expression =
    named === undefined
      ? {
          kind: 'call',
          on: isType(of) ? { kind: 'name', name: textOf(source, of) } : expression(of, place),
          name: method,
          arguments: [it],
        }
      : method === 'new'
        ? { kind: 'new', class: named, arguments: [] }
        : { kind: 'call', on: it, name: method, arguments: [] };
  return add(reserve(place.draft), node, place, targets, ['it'], [{ kind: 'return', value }]);
}

function add(
  index: number,
  node: SyntaxNode,
  place: Place,
  targets: readonly string[],
  parameters: readonly string[],
  body: readonly Statement[],
): Expression {
  const { draft } = place;
  const interfaces = targets.length > 0 ? targets : [];
  const usesThis = !place.static && mentionsThis(node, place);
  const [target = 'java.lang.Runnable'] = interfaces;
  const code: LambdaCode = {
    parameters,
    body,
    method: {
      name: nameOf(index, place, target, interfaces),
      descriptor: abstractMethodOf(target)[1],
      static: !usesThis,
    },
    interfaces,
    captures: capturedIn(node, place),
  };
  draft.lambdas[index] = code;
  return { kind: 'lambda', index };
}

/** javac's name for the method of a lambda; of a serializable one it has a hash of where it stands, so that it stays the same. */
function nameOf(
  index: number,
  { draft, method, unit, descriptor, assigned }: Place,
  target: string,
  interfaces: readonly string[],
): string {
  const serializable = interfaces.some((name) => isSerializable(name, unit.known));
  if (!serializable) return `lambda$${method}$${index}`;
  const isOther = ({ interfaces: others }: LambdaCode) => others.some((name) => isSerializable(name, unit.known));
  const number = draft.lambdas.slice(0, index).filter(isOther).length + 1;
  const to = assigned === undefined ? '' : `${assigned}=`;
  return `lambda$${method}$${(javaHash(`${descriptor}:${target} ${to}`) >>> 0).toString(16)}$${number}`;
}

function isSerializable(name: string, known: ReadonlyMap<string, Draft>): boolean {
  const draft = known.get(name);
  return draft
    ? draft.interfaces.some((above) => isSerializable(above, known))
    : isSubclass(name, 'java.io.Serializable', {});
}

/** Variables of the code around that a piece of it names. */
export function capturedIn(node: SyntaxNode, { scope, unit }: Place): string[] {
  const found = new Set<string>();
  walk(node, (one) => {
    if (one.name === 'Identifier' || one.name === 'TypeName') {
      const name = textOf(unit.source, one);
      if (sees(scope, name)) found.add(name);
    }
    return true;
  });
  return [...found];
}

/** Whether a piece of code needs the object around it. */
function mentionsThis(node: SyntaxNode, { draft, scope, unit }: Place): boolean {
  let found = false;
  walk(node, (one) => {
    if (one.name === 'this' || one.name === 'super') found = true;
    if (one.name === 'Identifier') {
      const name = textOf(unit.source, one);
      const isField = draft.fields.some((field) => field.name === name && (field.modifiers & 8) === 0);
      const isMethod = draft.methods.some((method) => method.name === name && (method.modifiers & 8) === 0);
      if ((isField || isMethod) && !sees(scope, name)) found = true;
    }
    return !found;
  });
  return found;
}
