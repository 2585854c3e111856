import type { SyntaxNode } from '@lezer/common';
import type { Expression, Statement } from '../code.ts';
import { localClass } from './declare.ts';
import { type Place, within } from './draft.ts';
import { argumentsOf, expression } from './expressions.ts';
import { switchStatement } from './switch.ts';
import { child, children, isDeclaration, isType, parts, textOf } from './syntax.ts';
import { classOfType, descriptorOf, typesAt } from './types.ts';

/** The statements of a block, in a scope of their own. */
export function block(node: SyntaxNode, around: Place): Statement[] {
  const place = within(around);
  return parts(node).flatMap((one) => statement(one, place));
}

/** A statement of the source; several, where one declares several variables. */
export function statement(node: SyntaxNode, place: Place): Statement[] {
  if (isDeclaration(node)) {
    localClass(node, place);
    return [];
  }
  const make = makers[node.name];
  return make ? make(node, place) : [];
}

type Maker = (node: SyntaxNode, place: Place) => Statement[];

const text = (node: SyntaxNode, { unit }: Place) => textOf(unit.source, node);
const isStatement = ({ name }: SyntaxNode) => /(Statement|Block|Declaration)$/.test(name);
const operands = (node: SyntaxNode) => parts(node).filter(({ name }) => /^[A-Z]|^(this|null)$/.test(name));
const empty: Statement = { kind: 'block', body: [] };

/** The nth statement below, as one. */
function nested(node: SyntaxNode, index: number, place: Place): Statement {
  const found = operands(node).filter(isStatement)[index];
  if (!found) return empty;
  const made = statement(found, within(place));
  return made.length === 1 && made[0] ? made[0] : { kind: 'block', body: made };
}

const truth: Expression = { kind: 'literal', value: true };

function condition(node: SyntaxNode, place: Place): Expression {
  const found = child(node, 'ParenthesizedExpression');
  return found ? expression(found, place) : truth;
}

/** `int a = 1, b[] = {}`. */
function declarators(
  node: SyntaxNode,
  place: Place,
): { name: string; descriptor: string | undefined; value?: Expression }[] {
  const type = children(node).find(isType);
  const base = type && descriptorOf(type, typesAt(place));
  return children(node)
    .filter(({ name }) => name === 'VariableDeclarator')
    .flatMap((one) => {
      const name = child(one, 'Definition');
      if (!name) return [];
      const dimensions = children(one).filter((part) => part.name === 'Dimension').length;
      const descriptor = base === undefined ? undefined : '['.repeat(dimensions) + base;
      const value = valueOf(one);
      place.scope.names.set(text(name, place), descriptor);
      return [
        {
          name: text(name, place),
          descriptor,
          ...(value
            ? {
                value: expression(
                  value,
                  { ...place, assigned: text(name, place) },
                  descriptor === undefined ? [] : [targetName(descriptor)],
                ),
              }
            : {}),
        },
      ];
    });
}

/** What stands after the `=` of a declarator. */
export const valueOf = (node: SyntaxNode): SyntaxNode | undefined => {
  const found = children(node);
  const at = found.findIndex(({ name }) => name === 'AssignOp');
  return at < 0 ? undefined : found.slice(at + 1).find(({ name }) => name !== '⚠');
};

/** A type as the target of a lambda: a class by name; an array as its descriptor. */
export const targetName = (descriptor: string): string =>
  descriptor.startsWith('L') ? descriptor.slice(1, -1).replaceAll('/', '.') : descriptor;

const local: Maker = (node, place) => declarators(node, place).map((one) => ({ kind: 'local', ...one }));

const forLoop: Maker = (node, around) => {
  const place = within(around);
  const spec = child(node, 'ForSpec');
  const all = spec ? children(spec).filter(({ name }) => !/^[(),]$|Comment$|⚠/.test(name)) : [];
  const [first = [], test = [], each = []] = sections(all);
  const start = first.flatMap((one) => (one.name === 'LocalVariableDeclaration' ? local(one, place) : run(one, place)));
  const [condition_] = test;
  return [
    {
      kind: 'for',
      first: start,
      ...(condition_ ? { test: expression(condition_, place) } : {}),
      each: each.flatMap((one) => run(one, place)),
      body: nested(node, 0, place),
    },
  ];
};

/** What stands between the semicolons of a `for`; a declaration brings its own. */
function sections(all: readonly SyntaxNode[]): SyntaxNode[][] {
  const found: SyntaxNode[][] = [[], [], []];
  let at = 0;
  for (const one of all) {
    if (one.name === ';') at++;
    else found[Math.min(at, 2)]?.push(one);
    if (one.name === 'LocalVariableDeclaration') at++;
  }
  return found;
}

const run = (node: SyntaxNode, place: Place): Statement[] => [{ kind: 'expression', value: expression(node, place) }];

const forEach: Maker = (node, around) => {
  const place = within(around);
  const spec = child(node, 'ForSpec');
  const found = spec ? parts(spec) : [];
  const type = found.find(isType);
  const name = found.find((one) => one.name === 'Definition');
  const of = found.at(-1);
  if (!name || !of) return [];
  const value = expression(of, around);
  place.scope.names.set(text(name, place), undefined);
  return [
    {
      kind: 'foreach',
      name: text(name, place),
      descriptor: type && descriptorOf(type, typesAt(place)),
      of: value,
      body: nested(node, 0, place),
    },
  ];
};

const tryStatement: Maker = (node, around) => {
  const place = within(around);
  const specification = child(node, 'ResourceSpecification');
  const resources = specification
    ? parts(specification).flatMap((one): Statement[] => {
        const name = child(one, 'Definition');
        const value = parts(one).at(-1);
        if (!name || !value) return [];
        place.scope.names.set(text(name, place), undefined);
        return [{ kind: 'local', name: text(name, place), descriptor: undefined, value: expression(value, place) }];
      })
    : [];
  const body = child(node, 'Block');
  const last = child(node, 'FinallyClause');
  const lastBlock = last && child(last, 'Block');
  return [
    {
      kind: 'try',
      resources,
      body: { kind: 'block', body: body ? block(body, place) : [] },
      catches: children(node)
        .filter(({ name }) => name === 'CatchClause')
        .map((one) => catchClause(one, around)),
      ...(lastBlock ? { finally: { kind: 'block', body: block(lastBlock, around) } as Statement } : {}),
    },
  ];
};

function catchClause(node: SyntaxNode, around: Place) {
  const place = within(around);
  const parameter = child(node, 'CatchFormalParameter');
  const type = parameter && child(parameter, 'CatchType');
  const name = parameter && child(parameter, 'Definition');
  const body = child(node, 'Block');
  if (name) place.scope.names.set(text(name, place), undefined);
  return {
    classes: type
      ? parts(type)
          .filter(isType)
          .map((one) => classOfType(one, typesAt(place)))
      : [],
    name: name ? text(name, place) : '',
    body: { kind: 'block', body: body ? block(body, place) : [] } as Statement,
  };
}

const constructorCall: Maker = (node, place) => {
  const found = parts(node);
  const of = found.some(({ name }) => name === 'this') ? 'this' : 'super';
  return [{ kind: 'constructor', of, arguments: argumentsOf(node, place) }];
};

function jump(kind: 'break' | 'continue'): Maker {
  return (node, place) => {
    const label = child(node, 'Label', 'Identifier');
    return [label ? { kind, label: text(label, place) } : { kind }];
  };
}

const makers: Readonly<Record<string, Maker>> = {
  Block: (node, place) => [{ kind: 'block', body: block(node, place) }],
  LocalVariableDeclaration: local,
  ExpressionStatement: (node, place) =>
    operands(node)
      .slice(0, 1)
      .flatMap((one) => run(one, place)),
  IfStatement: (node, place) => {
    const test = condition(node, place);
    const otherwise = operands(node).filter(isStatement).length > 1;
    return [
      {
        kind: 'if',
        test,
        consequent: nested(node, 0, place),
        ...(otherwise ? { alternate: nested(node, 1, place) } : {}),
      },
    ];
  },
  WhileStatement: (node, place) => [{ kind: 'while', test: condition(node, place), body: nested(node, 0, place) }],
  DoStatement: (node, place) => [
    { kind: 'while', after: true, test: condition(node, place), body: nested(node, 0, place) },
  ],
  ForStatement: forLoop,
  EnhancedForStatement: forEach,
  ReturnStatement: (node, place) => {
    const [value] = operands(node);
    const targets = place.returns === undefined ? [] : [targetName(place.returns)];
    return [{ kind: 'return', ...(value ? { value: expression(value, place, targets) } : {}) }];
  },
  ThrowStatement: (node, place) =>
    operands(node)
      .slice(0, 1)
      .map((one) => ({ kind: 'throw', value: expression(one, place) })),
  TryStatement: tryStatement,
  TryWithResourcesStatement: tryStatement,
  SwitchStatement: (node, place) => switchStatement(node, place),
  BreakStatement: jump('break'),
  ContinueStatement: jump('continue'),
  AssertStatement: (_, place) => {
    // A JVM started without -ea does not look at assertions; but the class gets a field and an initialiser for them.
    place.draft.asserts = true;
    return [];
  },
  SynchronizedStatement: (node, place) => [nested(node, 0, place)],
  LabeledStatement: (node, place) => {
    const label = child(node, 'Label', 'Identifier', 'Definition');
    return [{ kind: 'label', label: label ? text(label, place) : '', body: nested(node, 0, place) }];
  },
  ExplicitConstructorInvocation: constructorCall,
};
