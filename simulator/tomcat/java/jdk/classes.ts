import { ABSTRACT, FINAL, INTERFACE, type JavaClass, type JavaClasses, PUBLIC } from '../class.ts';
import { jdkTable } from './table.ts';

/** A class by binary name: the webapp's, the JDK's, an array's. */
export function classNamed(name: string, classes: JavaClasses): JavaClass | undefined {
  if (Object.hasOwn(classes, name)) return classes[name];
  return jdkClass(name);
}

/** A class of the JDK that the lab knows. */
export function jdkClass(name: string): JavaClass | undefined {
  const known = read.get(name);
  if (known) return known;
  const line = lines().get(name);
  if (line === undefined) return undefined;
  const made = classOfLine(line);
  read.set(name, made);
  return made;
}

/** Packages whose classes are found without their full name: `java.lang`, and those that an import names. */
export function jdkClassIn(packageName: string, simpleName: string): string | undefined {
  const name = `${packageName}.${simpleName}`;
  return lines().has(name) ? name : undefined;
}

/** The class, its superclass and so on up to Object. */
export function lineage(name: string, classes: JavaClasses): JavaClass[] {
  const found: JavaClass[] = [];
  for (let next: string | undefined = name; next !== undefined; ) {
    const definition = classNamed(next, classes);
    if (!definition || found.includes(definition)) break;
    found.push(definition);
    next = definition.superclass;
  }
  return found;
}

/** Whether objects of class `name` can be cast to `wanted` (binary names, arrays as `[I`). */
export function isSubclass(name: string, wanted: string, classes: JavaClasses): boolean {
  if (name === wanted || wanted === 'java.lang.Object') return true;
  if (name.startsWith('[')) return isArraySubclass(name, wanted, classes);
  const seen = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === wanted) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    const definition = classNamed(next, classes);
    if (definition) open.push(...definition.interfaces);
    if (definition?.superclass !== undefined) open.push(definition.superclass);
  }
  return false;
}

function isArraySubclass(name: string, wanted: string, classes: JavaClasses): boolean {
  if (wanted === 'java.lang.Cloneable' || wanted === 'java.io.Serializable') return true;
  if (!wanted.startsWith('[')) return false;
  const [have, want] = [name.slice(1), wanted.slice(1)];
  if (have === want) return true;
  const component = (of: string) => (of.startsWith('L') ? of.slice(1, -1) : of);
  if ((!have.startsWith('L') && !have.startsWith('[')) || (!want.startsWith('L') && !want.startsWith('[')))
    return false;
  return isSubclass(component(have), component(want), classes);
}

const read = new Map<string, JavaClass>();
let index: Map<string, string> | undefined;

function lines(): Map<string, string> {
  index ??= new Map(
    jdkTable
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(' ')), line]),
  );
  return index;
}

function classOfLine(line: string): JavaClass {
  const [name = '', kind, flags, uid = '0', superclass, interfaces = '-', ...fields] = line.split(' ');
  const isInterface = kind === 'i';
  const bits = { c: 0, f: FINAL, a: ABSTRACT, i: INTERFACE | ABSTRACT }[kind as 'c' | 'f' | 'a' | 'i'];
  return {
    name,
    kind: isInterface ? 'interface' : Number(flags) === 0x12 ? 'enum' : 'class',
    modifiers: PUBLIC | bits,
    ...(isInterface || name === 'java.lang.Object'
      ? {}
      : { superclass: superclass === '-' ? 'java.lang.Object' : (superclass as string) }),
    interfaces: interfaces === '-' ? [] : interfaces.split(','),
    fields: [],
    methods: [],
    uid,
    stream: {
      flags: Number(flags),
      fields: fields.map((field) => {
        const colon = field.indexOf(':');
        return { name: field.slice(0, colon), descriptor: field.slice(colon + 1) };
      }),
    },
  };
}
