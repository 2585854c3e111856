import { type JavaClass, type JavaClasses, type JavaField, STATIC } from '../class.ts';
import { classNamed, lineage } from '../jdk/classes.ts';

/** Under which name an object keeps a field: its own, or `Class.name` where a class above has a field of that name too. */
export function slotOf(owner: string, name: string, classes: JavaClasses): string {
  const { superclass } = classNamed(owner, classes) ?? {};
  if (superclass === undefined || superclass === 'java.lang.Object') return name;
  const hides = lineage(superclass, classes).some(
    (above) =>
      above.fields.some((field) => field.name === name && (field.modifiers & STATIC) === 0) ||
      above.stream?.fields.some((field) => field.name === name),
  );
  return hides ? `${owner}.${name}` : name;
}

/** A field as seen from a class: its own, or the nearest above it, in classes and interfaces. */
export function findField(
  from: string,
  name: string,
  classes: JavaClasses,
): { owner: JavaClass; field: JavaField } | undefined {
  for (const owner of lineage(from, classes)) {
    const field = owner.fields.find((one) => one.name === name);
    if (field) return { owner, field };
    for (const above of owner.interfaces) {
      const found = findField(above, name, classes);
      if (found) return found;
    }
  }
  return undefined;
}
