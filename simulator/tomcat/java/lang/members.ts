import type { SyntaxNode } from '@lezer/common';
import { put } from '../../../core/own.ts';
import {
  ABSTRACT,
  descriptorOfName,
  FINAL,
  type JavaField,
  PRIVATE,
  PUBLIC,
  parametersOf as parameterTypes,
  STATIC,
  TRANSIENT,
} from '../class.ts';
import type { Statement } from '../code.ts';
import { anonymousClass } from './anonymous.ts';
import { isConstant } from './constant.ts';
import { memberNodes } from './declare.ts';
import { type Draft, type DraftMethod, newScope, type Place, type Unit } from './draft.ts';
import { argumentsOf, expression } from './expressions.ts';
import { hasModifier, modifiersOf } from './modifiers.ts';
import { block, targetName, valueOf } from './statements.ts';
import { child, children, isType, parts, textOf, walk } from './syntax.ts';
import { descriptorOf, findClass, isVariable, OBJECT, type TypePlace, typeVariablesOf } from './types.ts';

/** Fields and methods of a class, and then their code. */
export function members(draft: Draft, unit: Unit): void {
  signatures(draft, unit);
  bodies(draft, unit);
}

/** Fields and methods without their code, so that code can know them. */
export function signatures(draft: Draft, unit: Unit): void {
  if (draft.kind === 'record') components(draft, unit);
  for (const node of memberNodes(draft.node)) {
    switch (node.name) {
      case 'FieldDeclaration':
      case 'ConstantDeclaration':
        draft.fields.push(...fieldsOf(node, draft, unit));
        break;
      case 'EnumConstant': {
        const name = child(node, 'Definition');
        if (name) addConstant(draft, textOf(unit.source, name));
        break;
      }
      case 'MethodDeclaration':
      case 'ConstructorDeclaration':
        draft.methods.push(methodOf(node, draft, unit));
        break;
      case 'CompactConstructorDeclaration':
        draft.methods.push({ ...canonical(draft), modifiers: modifiersOf(node, unit.source), compact: true });
    }
  }
  if (draft.kind === 'enum') draft.constants ??= [];
}

function addConstant(draft: Draft, name: string) {
  draft.constants ??= [];
  draft.constants.push(name);
  draft.fields.push({ name, modifiers: PUBLIC | STATIC | FINAL, descriptor: descriptorOfName(draft.name) });
}

function typePlace(draft: Draft, unit: Unit): TypePlace {
  return { unit, draft, ...(draft.scope ? { scope: draft.scope } : {}) };
}

function components(draft: Draft, unit: Unit) {
  const list = child(draft.node, 'RecordHeader');
  const fields = (list ? parts(list) : []).flatMap((one): JavaField[] => {
    const name = child(one, 'Definition');
    const type = children(one).find(isType);
    if (!name) return [];
    const many = child(one, '...') !== undefined || /\.\.\./.test(textOf(unit.source, one));
    const descriptor = (type && descriptorOf(type, typePlace(draft, unit))) ?? OBJECT;
    return [
      { name: textOf(unit.source, name), modifiers: PRIVATE | FINAL, descriptor: many ? `[${descriptor}` : descriptor },
    ];
  });
  draft.components = fields.map(({ name }) => name);
  draft.fields.push(...fields);
}

/** The constructor of a record that takes all its components. */
export function canonical({ fields, components: names = [] }: Draft): DraftMethod {
  const own = fields.filter(({ name }) => names.includes(name));
  return {
    name: '<init>',
    modifiers: 0,
    descriptor: `(${own.map(({ descriptor }) => descriptor).join('')})V`,
    parameters: own.map(({ name }) => name),
    variables: own.map(() => false),
    compact: true,
    body: [],
  };
}

function fieldsOf(node: SyntaxNode, draft: Draft, unit: Unit): JavaField[] {
  const constant = draft.kind === 'interface' ? PUBLIC | STATIC | FINAL : 0;
  const modifiers = modifiersOf(node, unit.source) | constant;
  const type = children(node).find(isType);
  const base = (type && descriptorOf(type, typePlace(draft, unit))) ?? OBJECT;
  if (type && (modifiers & (STATIC | TRANSIENT)) === 0) noteHeld(node, type, draft, unit);
  return children(node)
    .filter(({ name }) => name === 'VariableDeclarator')
    .flatMap((one) => {
      const name = child(one, 'Definition');
      const dimensions = children(one).filter((part) => part.name === 'Dimension').length;
      return name ? [{ name: textOf(unit.source, name), modifiers, descriptor: '['.repeat(dimensions) + base }] : [];
    });
}

function noteHeld(node: SyntaxNode, type: SyntaxNode, draft: Draft, unit: Unit) {
  const declarator = child(node, 'VariableDeclarator');
  const named = declarator && child(declarator, 'Definition');
  walk(type, (one) => {
    if (one.name !== 'TypeName') return true;
    const found = findClass(textOf(unit.source, one), typePlace(draft, unit));
    if (found !== undefined && named)
      draft.held.push({ field: textOf(unit.source, named), class: found, from: one.from, to: one.to });
    return true;
  });
}

function methodOf(node: SyntaxNode, draft: Draft, unit: Unit): DraftMethod {
  const isConstructor = node.name === 'ConstructorDeclaration';
  const named = child(node, 'Definition');
  const place = { ...typePlace(draft, unit), typeVariables: typeVariablesOf(node, typePlace(draft, unit)) };
  const returned = children(node).find(isType);
  const parameters = parametersOf(node, place);
  const captures =
    isConstructor && (draft.inner || draft.captures.length > 0)
      ? { outer: draft.inner, variables: draft.captures }
      : undefined;
  const outer = captures?.outer && draft.around ? descriptorOfName(draft.around.name) : '';
  const result = isConstructor ? 'V' : ((returned && descriptorOf(returned, place)) ?? 'V');
  return {
    name: isConstructor ? '<init>' : named ? textOf(unit.source, named) : '',
    modifiers: methodModifiers(node, draft, unit),
    descriptor: `(${outer}${parameters.map(({ descriptor }) => descriptor).join('')})${result}`,
    parameters: parameters.map(({ name }) => name),
    variables: parameters.map(({ variable }) => variable),
    ...(parameters.at(-1)?.many ? { varargs: true } : {}),
    ...(captures ? { captures } : {}),
  };
}

function methodModifiers(node: SyntaxNode, draft: Draft, unit: Unit): number {
  const bits = modifiersOf(node, unit.source);
  if (draft.kind === 'enum' && node.name === 'ConstructorDeclaration') return PRIVATE;
  if (draft.kind !== 'interface') return bits;
  const open = (bits & PRIVATE) === 0 ? bits | PUBLIC : bits;
  const concrete = (bits & (STATIC | PRIVATE)) !== 0 || hasModifier(node, unit.source, 'default');
  return concrete ? open : open | ABSTRACT;
}

function parametersOf(node: SyntaxNode, place: TypePlace) {
  const list = child(node, 'FormalParameters');
  return (list ? parts(list) : []).flatMap((one) => {
    const many = one.name === 'SpreadParameter';
    const declared = many ? child(one, 'VariableDeclarator') : one;
    const name = declared && child(declared, 'Definition');
    const type = children(one).find(isType);
    if (!name || !type || one.name === 'ReceiverParameter') return [];
    const dimensions = children(one).filter((part) => part.name === 'Dimension').length + (many ? 1 : 0);
    const descriptor = '['.repeat(dimensions) + (descriptorOf(type, place) ?? OBJECT);
    return [{ name: textOf(place.unit.source, name), descriptor, many, variable: isVariable(type, place) }];
  });
}

/** The code of a class, in the order of the source. */
export function bodies(draft: Draft, unit: Unit): void {
  const named = draft.methods.filter(
    ({ name, compact }) => name !== '<clinit>' && (!compact || draft.kind === 'record'),
  );
  let next = 0;
  for (const node of memberNodes(draft.node)) {
    switch (node.name) {
      case 'FieldDeclaration':
      case 'ConstantDeclaration':
        initializers(node, draft, unit);
        break;
      case 'EnumConstant':
        constant(node, draft, unit);
        break;
      case 'StaticInitializer': {
        const body = child(node, 'Block');
        if (body)
          draft.staticInitializers.push({ kind: 'block', body: block(body, placeIn(draft, unit, true, 'static')) });
        break;
      }
      case 'Block':
        draft.initializers.push({ kind: 'block', body: block(node, placeIn(draft, unit, false, 'new')) });
        break;
      case 'MethodDeclaration':
      case 'ConstructorDeclaration':
      case 'CompactConstructorDeclaration': {
        const method = named[next++];
        if (method) code(node, method, draft, unit);
      }
    }
  }
}

function placeIn(draft: Draft, unit: Unit, isStatic: boolean, method: string, descriptor = '()V'): Place {
  const result = descriptor.slice(descriptor.indexOf(')') + 1);
  const returns = result === 'V' ? undefined : result;
  return {
    draft,
    unit,
    scope: newScope(draft.scope),
    static: isStatic,
    method,
    descriptor,
    typeVariables: new Map(),
    returns,
  };
}

function initializers(node: SyntaxNode, draft: Draft, unit: Unit) {
  for (const one of children(node).filter(({ name }) => name === 'VariableDeclarator')) {
    const named = child(one, 'Definition');
    const value = valueOf(one);
    const at = draft.fields.findIndex(({ name }) => named && name === textOf(unit.source, named));
    const field = draft.fields[at];
    if (!value || !field) continue;
    const isStatic = (field.modifiers & STATIC) !== 0;
    const made = expression(
      value,
      { ...placeIn(draft, unit, isStatic, isStatic ? 'static' : 'new'), assigned: field.name },
      [targetName(field.descriptor)],
    );
    const plain = (field.modifiers & FINAL) !== 0 && isConstant(made, field.descriptor, draft, unit);
    if (isStatic && plain) draft.fields[at] = { ...field, initial: made };
    else
      (isStatic ? draft.staticInitializers : draft.initializers).push({ kind: 'field', name: field.name, value: made });
  }
}

function constant(node: SyntaxNode, draft: Draft, unit: Unit) {
  const named = child(node, 'Definition');
  if (!named) return;
  const name = textOf(unit.source, named);
  const place = placeIn(draft, unit, true, 'static');
  const values = argumentsOf(node, place);
  if (values.length > 0) put(draft.constantArguments, name, values);
  const body = child(node, 'ClassBody');
  if (body) put(draft.bodies, name, anonymousClass(body, draft.name, values, place).name);
}

function code(node: SyntaxNode, method: DraftMethod, draft: Draft, unit: Unit) {
  const found = child(node, 'Block', 'ConstructorBody');
  if (!found) return;
  const isStatic = (method.modifiers & STATIC) !== 0;
  const place = placeIn(draft, unit, isStatic, method.name === '<init>' ? 'new' : method.name, method.descriptor);
  const types = typeVariablesOf(node, typePlace(draft, unit));
  const descriptors = parameterTypes(method.descriptor).slice(-method.parameters.length);
  for (const [i, name] of method.parameters.entries()) place.scope.names.set(name, descriptors[i]);
  const body: Statement[] = block(found, { ...place, typeVariables: types });
  method.body = body;
}
