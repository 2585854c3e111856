import { type JavaClass, STATIC, SYNTHETIC } from '../../simulator/tomcat/java/class.ts';
import { isSubclass, lineage } from '../../simulator/tomcat/java/jdk/classes.ts';
import type { Jvm } from '../../simulator/tomcat/java/run/jvm.ts';
import { entriesOf, itemsOf } from '../../simulator/tomcat/java/run/library/collection.ts';
import { fieldsOf } from '../../simulator/tomcat/java/run/places.ts';
import { slotOf } from '../../simulator/tomcat/java/run/slots.ts';
import { staticsOf } from '../../simulator/tomcat/java/run/statics.ts';
import { textOf } from '../../simulator/tomcat/java/run/text.ts';
import { classNameOf, type JavaValue, stringOf } from '../../simulator/tomcat/java/value.ts';

/** An object as the recordings show it: every field of the webapp's classes, what collections hold, `toString()` of the rest. */
export function dumped(value: JavaValue, jvm: Jvm, depth = 0): string {
  if (value === null) return 'null';
  const text = stringOf(value);
  if (text !== undefined) return `"${text}"`;
  if (typeof value !== 'object') return String(value);
  const inner = (one: JavaValue) => dumped(one, jvm, depth + 1);
  const name = simpleName(classNameOf(value));
  switch (value.type) {
    case 'enum':
      return `${name}.${value.constant}`;
    case 'lambda':
      return `${name}{}`;
    case 'array':
      return `${componentName(value.class)}[${value.items.map(inner).join(',')}]`;
    case 'object':
      break;
    default:
      return normalized(textOf(value, jvm));
  }
  if (Object.hasOwn(jvm.classes, value.class)) return `${name}{${depth > 4 ? '..' : fields(value, jvm, inner)}}`;
  const is = (above: string) => isSubclass(value.class, above, jvm.classes);
  if (is('java.util.Map'))
    return `${name}{${entriesOf(value)
      .map(([k, v]) => `${inner(k)}=${inner(v)}`)
      .join(',')}}`;
  if (is('java.util.Collection')) return `${name}[${itemsOf(value, jvm).map(inner).join(',')}]`;
  return normalized(textOf(value, jvm));
}

/** Numbers that differ from run to run, as the recordings write them. */
export const normalized = (text: string): string =>
  text.replace(/\$\$Lambda\$\d+\/0x[0-9a-f]+/g, '$$$$Lambda$$N/0xHEX').replace(/@[0-9a-f]+\b/g, '@HASH');

function fields(value: JavaValue, jvm: Jvm, inner: (value: JavaValue) => string): string {
  const own = fieldsOf(value, { jvm } as never) ?? {};
  const shown = ({ name: owner, fields: declared }: JavaClass, definition: JavaClass) =>
    declared
      .filter(({ name, modifiers }) => name !== 'serialVersionUID' && (modifiers & SYNTHETIC) === 0)
      .map(({ name, modifiers }) =>
        (modifiers & STATIC) !== 0
          ? `static ${name}=${inner(staticsOf(definition, jvm)[name] ?? null)}`
          : `${name}=${inner(own[slotOf(owner, name, jvm.classes)] ?? null)}`,
      );
  return lineage(classNameOf(value as never), jvm.classes)
    .reverse()
    .flatMap((one) => shown(one, one))
    .join(',');
}

/** `Class.getSimpleName()`; of an anonymous class the whole name. */
function simpleName(name: string): string {
  const lambda = name.indexOf('$$Lambda$');
  if (lambda >= 0) return normalized(name.slice(name.lastIndexOf('.', lambda) + 1));
  if (/\$\d+$/.test(name)) return name;
  return name.slice(name.search(/[^.$]*$/)).replace(/^\d+/, '');
}

function componentName(name: string): string {
  const component = name.slice(1);
  const primitive = { B: 'byte', C: 'char', D: 'double', F: 'float', I: 'int', J: 'long', S: 'short', Z: 'boolean' }[
    component
  ];
  if (primitive !== undefined) return primitive;
  return component.startsWith('[') ? `${componentName(component)}[]` : simpleName(component.slice(1, -1));
}
