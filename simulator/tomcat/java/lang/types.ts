import type { SyntaxNode } from '@lezer/common';
import { descriptorOfName, primitiveDescriptors } from '../class.ts';
import { jdkClass, jdkClassIn } from '../jdk/classes.ts';
import type { Draft, Place, Scope, Unit } from './draft.ts';
import { child, children, isType, parts, textOf } from './syntax.ts';

/** Where a type is named. */
export interface TypePlace {
  unit: Unit;
  draft?: Draft;
  scope?: Scope;
  typeVariables?: ReadonlyMap<string, string>;
}

/** The erased type of a node, as a descriptor; undefined for `var`. */
export function descriptorOf(node: SyntaxNode, place: TypePlace): string | undefined {
  const { source } = place.unit;
  switch (node.name) {
    case 'var':
      return undefined;
    case 'void':
      return 'V';
    case 'PrimitiveType':
      return primitiveDescriptors[textOf(source, node)] ?? 'I';
    case 'ArrayType': {
      const [of] = parts(node).filter(isType);
      const dimensions = children(node).filter(({ name }) => name === 'Dimension').length;
      return '['.repeat(dimensions) + ((of && descriptorOf(of, place)) ?? OBJECT);
    }
    case 'GenericType':
    case 'AnnotatedType': {
      const of = children(node).find(isType);
      return of ? descriptorOf(of, place) : OBJECT;
    }
    default: {
      const name = textOf(source, node).replace(/\s+/g, '');
      return variableOf(name, place) ?? descriptorOfName(classNamed(name, node, place));
    }
  }
}

export const OBJECT = 'Ljava/lang/Object;';

/** The erasure of a type variable. */
function variableOf(name: string, { typeVariables, draft }: TypePlace): string | undefined {
  const own = typeVariables?.get(name);
  if (own !== undefined) return own;
  for (let next = draft; next; next = next.around) {
    const found = next.typeVariables.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a type is nothing but a type variable. */
export const isVariable = (node: SyntaxNode, place: TypePlace): boolean =>
  node.name === 'TypeName' && variableOf(textOf(place.unit.source, node), place) !== undefined;

/** The binary name of the class that a node names. */
export function classOfType(node: SyntaxNode, place: TypePlace): string {
  const descriptor = descriptorOf(node, place) ?? OBJECT;
  return descriptor.startsWith('L') ? descriptor.slice(1, -1).replaceAll('/', '.') : descriptor;
}

function classNamed(name: string, node: SyntaxNode, place: TypePlace): string {
  const found = findClass(name, place);
  if (found !== undefined) return found;
  place.unit.report('unknown-type', node, { name });
  if (name.includes('.')) return name;
  return place.unit.packageName === '' ? name : `${place.unit.packageName}.${name}`;
}

/** A class by the name that a source uses: simple, nested (`Outer.In`), or full. */
export function findClass(name: string, place: TypePlace): string | undefined {
  const dot = name.indexOf('.');
  const first = dot < 0 ? name : name.slice(0, dot);
  const outer = simpleClass(first, place);
  if (outer !== undefined) {
    if (dot < 0) return outer;
    const nested = `${outer}$${name.slice(dot + 1).replaceAll('.', '$')}`;
    return exists(nested, place.unit) ? nested : undefined;
  }
  return dot < 0 ? undefined : fullName(name, place.unit);
}

const exists = (name: string, { known }: Unit) => known.has(name) || jdkClass(name) !== undefined;

/** `java.util.Map.Entry`: the last parts may be nested classes. */
function fullName(name: string, unit: Unit): string | undefined {
  if (exists(name, unit)) return name;
  const nested = name.replace(/\.(?=[A-Z][^.]*$)/, '$');
  if (nested !== name && exists(nested, unit)) return nested;
  return undefined;
}

/** In the order of the language: local classes, those around and inherited, imports, the package, java.lang, imports on demand. */
function simpleClass(name: string, { unit, draft, scope }: TypePlace): string | undefined {
  for (let next = scope; next; next = next.around) {
    const local = next.classes.get(name);
    if (local) return local.name;
  }
  for (let next = draft; next; next = next.around) {
    if (next.simpleName === name) return next.name;
    const member = memberClass(next.name, name, unit);
    if (member !== undefined) return member;
  }
  const imported = unit.imports.get(name);
  if (imported !== undefined) return fullName(imported, unit) ?? imported;
  const own = unit.packageName === '' ? name : `${unit.packageName}.${name}`;
  if (unit.known.has(own)) return own;
  for (const where of ['java.lang', ...unit.onDemand]) {
    const found = jdkClassIn(where, name) ?? (unit.known.has(`${where}.${name}`) ? `${where}.${name}` : undefined);
    if (found !== undefined) return found;
    const nested = `${where}$${name}`;
    if (exists(nested, unit)) return nested;
  }
  return undefined;
}

/** A class declared in another or in one above that. */
function memberClass(owner: string, name: string, unit: Unit, depth = 0): string | undefined {
  const draft = unit.known.get(owner);
  const found = draft?.nested.get(name)?.name;
  if (found !== undefined || !draft || depth > 20) return found;
  for (const above of [draft.superclass, ...draft.interfaces]) {
    const inherited = above === undefined ? undefined : memberClass(above, name, unit, depth + 1);
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

/** Type variables that a declaration introduces, erased to their first bound. */
export function typeVariablesOf(node: SyntaxNode, place: TypePlace): Map<string, string> {
  const found = new Map<string, string>();
  const { source } = place.unit;
  const all = child(node, 'TypeParameters');
  for (const parameter of all ? parts(all) : []) {
    if (parameter.name !== 'TypeParameter') continue;
    const name = child(parameter, 'Definition');
    const bound = child(parameter, 'TypeBound');
    const [first] = bound ? children(bound).filter(isType) : [];
    const visible = { ...place, typeVariables: new Map([...(place.typeVariables ?? []), ...found]) };
    if (name) found.set(textOf(source, name), (first && descriptorOf(first, visible)) ?? OBJECT);
  }
  return found;
}

/** The type place of some code. */
export const typesAt = ({ unit, draft, scope, typeVariables }: Place): TypePlace => ({
  unit,
  draft,
  scope,
  typeVariables,
});
