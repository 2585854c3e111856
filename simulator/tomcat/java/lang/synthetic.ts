import { own } from '../../../core/own.ts';
import {
  ABSTRACT,
  descriptorOfName,
  FINAL,
  isPrimitive,
  type JavaMethod,
  PRIVATE,
  PROTECTED,
  PUBLIC,
  parametersOf,
  STATIC,
  SYNTHETIC,
  VOLATILE,
} from '../class.ts';
import { functionalMethods } from '../jdk/lambda.ts';
import type { Draft, DraftMethod, Unit } from './draft.ts';
import { canonical } from './members.ts';

/** Adds to a class what javac adds: constructors, the static initialiser, fields for what is taken along, bridges. */
export function addSynthetic(draft: Draft, unit: Unit): void {
  constructors(draft);
  if (draft.inner && draft.around)
    draft.fields.push({
      name: 'this$0',
      modifiers: FINAL | SYNTHETIC,
      descriptor: descriptorOfName(draft.around.name),
    });
  for (const name of draft.captures)
    draft.fields.push({ name: `val$${name}`, modifiers: FINAL | SYNTHETIC, descriptor: variableType(draft, name) });
  if (draft.asserts)
    draft.fields.push({ name: '$assertionsDisabled', modifiers: STATIC | FINAL | SYNTHETIC, descriptor: 'Z' });
  if (draft.asserts || draft.staticInitializers.length > 0 || draft.kind === 'enum')
    draft.methods.push({
      name: '<clinit>',
      modifiers: STATIC,
      descriptor: '()V',
      parameters: [],
      variables: [],
      body: draft.staticInitializers,
    });
  if (draft.kind !== 'interface') draft.methods.push(...bridges(draft, unit));
}

function variableType(draft: Draft, name: string): string {
  for (let next = draft.scope; next; next = next.around) {
    const found = next.names.get(name);
    if (found !== undefined) return found;
  }
  return 'Ljava/lang/Object;';
}

function constructors(draft: Draft) {
  const { kind, methods, inner, captures, around, modifiers } = draft;
  const declared = methods.filter(({ name }) => name === '<init>');
  if (kind === 'interface') return;
  if (kind === 'record') {
    const whole = canonical(draft);
    if (!declared.some(({ descriptor }) => descriptor === whole.descriptor))
      methods.push({ ...whole, modifiers: modifiers & (PUBLIC | PROTECTED | PRIVATE) });
    return;
  }
  const taken = captures.map((name) => variableType(draft, name)).join('');
  const outer = inner && around ? descriptorOfName(around.name) : '';
  if (declared.length === 0) {
    methods.push({
      name: '<init>',
      modifiers: kind === 'enum' ? PRIVATE : modifiers & (PUBLIC | PROTECTED | PRIVATE),
      descriptor: `(${outer}${taken})V`,
      parameters: [],
      variables: [],
      body: [],
      ...(inner || captures.length > 0 ? { captures: { outer: inner, variables: captures } } : {}),
    });
    return;
  }
  if (taken === '') return;
  for (const method of declared) method.descriptor = method.descriptor.replace(')V', `${taken})V`);
}

/** Methods that call another one under the types by which a class above knows it. */
function bridges(draft: Draft, unit: Unit): DraftMethod[] {
  const found = new Map<string, DraftMethod>();
  const has = (name: string, descriptor: string) =>
    draft.methods.some((one) => one.name === name && one.descriptor === descriptor);
  for (const above of methodsAbove(draft, unit)) {
    for (const own of draft.methods) {
      if (own.name !== above.name || own.name.startsWith('<') || (own.modifiers & (STATIC | PRIVATE)) !== 0) continue;
      if (!overrides(own, above) || own.descriptor === above.descriptor || has(above.name, above.descriptor)) continue;
      found.set(above.name + above.descriptor, bridge(own, above.descriptor));
    }
    if (hiddenPublic(draft, above, unit) && !has(above.name, above.descriptor))
      found.set(above.name + above.descriptor, bridge(above, above.descriptor));
  }
  return [...found.values()];
}

const bridge = ({ name, modifiers, parameters }: JavaMethod, descriptor: string): DraftMethod => ({
  name,
  modifiers: (modifiers & (PUBLIC | PROTECTED)) | VOLATILE | SYNTHETIC,
  descriptor,
  parameters,
  variables: [],
});

interface Above extends JavaMethod {
  variables: readonly boolean[];
  /** The class that declares it is not public. */
  hidden: boolean;
}

/** A public method that a public class inherits from one that is not. */
const hiddenPublic = (draft: Draft, above: Above, unit: Unit) =>
  above.hidden &&
  (draft.modifiers & PUBLIC) !== 0 &&
  (above.modifiers & (PUBLIC | STATIC | ABSTRACT | FINAL)) === PUBLIC &&
  !above.name.startsWith('<') &&
  unit.known.has(draft.superclass ?? '');

/** Same parameters, or parameters that a type variable stands for; only what is returned may differ. */
function overrides(own: DraftMethod, above: Above): boolean {
  const [mine, theirs] = [parametersOf(own.descriptor), parametersOf(above.descriptor)];
  return (
    mine.length === theirs.length &&
    mine.every((one, i) => one === theirs[i] || (above.variables[i] === true && !isPrimitive(one)))
  );
}

function methodsAbove(draft: Draft, unit: Unit): Above[] {
  const found: Above[] = [
    {
      name: 'clone',
      modifiers: PROTECTED,
      descriptor: '()Ljava/lang/Object;',
      parameters: [],
      variables: [],
      hidden: false,
    },
  ];
  const seen = new Set<string>();
  const open = [draft.superclass, ...draft.interfaces];
  for (let name = open.shift(); name !== undefined || open.length > 0; name = open.shift()) {
    if (name === undefined || seen.has(name)) continue;
    seen.add(name);
    const above = unit.known.get(name);
    if (!above) found.push(...jdkMethods(name));
    else {
      const hidden = (above.modifiers & PUBLIC) === 0 && above.kind === 'class';
      found.push(...above.methods.map((one) => ({ ...one, hidden })));
      open.push(above.superclass, ...above.interfaces);
    }
  }
  return found;
}

function jdkMethods(name: string): Above[] {
  const known = own(functionalMethods, name);
  if (!known) return [];
  const [method, descriptor] = known;
  const parameters = parametersOf(descriptor);
  return [
    {
      name: method,
      modifiers: PUBLIC,
      descriptor,
      parameters: parameters.map((_, i) => `p${i}`),
      variables: parameters.map(() => true),
      hidden: false,
    },
  ];
}
