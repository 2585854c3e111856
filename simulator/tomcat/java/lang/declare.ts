import type { SyntaxNode } from '@lezer/common';
import { ABSTRACT, FINAL, INTERFACE, type JavaClass, PUBLIC, STATIC } from '../class.ts';
import { numbered } from './anonymous.ts';
import type { Draft, Place, Unit } from './draft.ts';
import { capturedIn } from './lambdas.ts';
import { members } from './members.ts';
import { modifiersOf } from './modifiers.ts';
import { child, children, isDeclaration, isType, parts, textOf } from './syntax.ts';
import { addSynthetic } from './synthetic.ts';
import { classOfType, typeVariablesOf } from './types.ts';

type Known = Pick<Draft, 'name' | 'simpleName' | 'kind' | 'modifiers' | 'inner'> & Partial<Draft>;

/** A class whose name is known, and nothing else yet. */
export function declare(unit: Unit, node: SyntaxNode, known: Known): Draft {
  const draft: Draft = {
    source: unit.source,
    node,
    captures: [],
    typeVariables: new Map(),
    interfaces: [],
    fields: [],
    methods: [],
    initializers: [],
    staticInitializers: [],
    lambdas: [],
    constantArguments: {},
    bodies: {},
    names: {},
    nested: new Map(),
    numbered: new Map(),
    asserts: false,
    held: [],
    ...known,
  };
  unit.known.set(draft.name, draft);
  return draft;
}

const kinds: Readonly<Record<string, JavaClass['kind']>> = {
  ClassDeclaration: 'class',
  InterfaceDeclaration: 'interface',
  AnnotationTypeDeclaration: 'interface',
  EnumDeclaration: 'enum',
  RecordDeclaration: 'record',
};

/** A declared class and those within it, by name. */
export function declareType(node: SyntaxNode, unit: Unit, around?: Draft, local?: Partial<Draft>): Draft | undefined {
  const named = child(node, 'Definition', 'Identifier');
  if (!named) return undefined;
  const simpleName = textOf(unit.source, named);
  const kind = kinds[node.name] ?? 'class';
  const prefix = unit.packageName === '' ? '' : `${unit.packageName}.`;
  const name = local
    ? numbered(simpleName, around as Draft)
    : around
      ? `${around.name}$${simpleName}`
      : prefix + simpleName;
  const modifiers = classModifiers(node, kind, unit, around !== undefined && !local && around.kind === 'interface');
  const draft = declare(unit, node, {
    name,
    simpleName,
    kind,
    modifiers,
    inner: around !== undefined && kind === 'class' && (modifiers & STATIC) === 0,
    ...(around ? { around } : {}),
    ...local,
  });
  if (around && !local) around.nested.set(simpleName, draft);
  for (const one of memberNodes(node)) if (isDeclaration(one)) declareType(one, unit, draft);
  return draft;
}

function classModifiers(node: SyntaxNode, kind: JavaClass['kind'], unit: Unit, inInterface: boolean): number {
  let bits = modifiersOf(node, unit.source);
  if (inInterface) bits |= PUBLIC | STATIC;
  if (kind === 'interface') return bits | INTERFACE | ABSTRACT | (node.parent?.name === 'Program' ? 0 : STATIC);
  if (kind === 'class') return bits;
  const nested = node.parent?.name === 'Program' ? 0 : STATIC;
  const open =
    kind === 'enum' &&
    children(node).some((body) => children(body).some((one) => child(one, 'ClassBody') !== undefined));
  return bits | nested | (open ? 0 : FINAL);
}

/** What stands in the body of a class, in order. */
export function memberNodes(node: SyntaxNode): SyntaxNode[] {
  const body = node.name === 'ClassBody' ? node : children(node).find(({ name }) => name.endsWith('Body'));
  if (!body) return [];
  return parts(body).flatMap((one) => (one.name === 'EnumBodyDeclarations' ? parts(one) : [one]));
}

/** Superclass, interfaces, type variables of a declared class. */
export function header(draft: Draft, unit: Unit): void {
  const { node, kind } = draft;
  const place = { unit, draft, ...(draft.scope ? { scope: draft.scope } : {}) };
  draft.typeVariables = typeVariablesOf(node, place);
  const extended = child(node, 'Superclass');
  const type = extended && children(extended).find(isType);
  if (kind === 'class') draft.superclass = type ? classOfType(type, place) : 'java.lang.Object';
  if (kind === 'enum') draft.superclass = 'java.lang.Enum';
  if (kind === 'record') draft.superclass = 'java.lang.Record';
  const list = child(node, 'SuperInterfaces', 'ExtendsInterfaces');
  const types = list && child(list, 'InterfaceTypeList');
  draft.interfaces = types
    ? parts(types)
        .filter(isType)
        .map((one) => classOfType(one, place))
    : [];
}

/** A class declared within a method. */
export function localClass(node: SyntaxNode, place: Place): void {
  const { draft: around, unit, scope } = place;
  const draft = declareType(node, unit, around, { scope, captures: capturedIn(node, place) });
  if (!draft) return;
  draft.inner = draft.kind === 'class' && !place.static;
  scope.classes.set(draft.simpleName, draft);
  header(draft, unit);
  members(draft, unit);
  finish(draft, unit);
}

/** Adds what javac adds, when all of the source is read. */
export const finish = (draft: Draft, unit: Unit): void => addSynthetic(draft, unit);
