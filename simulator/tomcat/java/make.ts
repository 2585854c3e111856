import type { JavaClasses } from './class.ts';
import { demoClasses, demoObjects } from './demo.ts';
import { construct } from './run/invoke.ts';
import { newJvm, type Outcome, outcome, raise } from './run/jvm.ts';
import { staticsOf } from './run/statics.ts';
import type { JavaValue } from './value.ts';

/**
 * What `/put?class=` makes: of a class that the learner compiled, `new User("zhang", 20)` if it has such a constructor, else
 * `new User()`, else the first constant of an enum; of the others what the demo has.
 */
export function objectOf(name: string, classes: JavaClasses): Outcome<JavaValue> {
  const full = `demo.${name}`;
  const definition = Object.hasOwn(classes, full) ? classes[full] : undefined;
  if (!definition || definition === demoClasses[full])
    return { value: Object.hasOwn(demoObjects, name) ? (demoObjects[name] ?? null) : null };
  const [constant] = definition.constants ?? [];
  if (constant !== undefined) return { value: { type: 'enum', class: full, constant } };
  const constructors = definition.methods.filter((method) => method.name === '<init>');
  const jvm = newJvm(classes);
  const make = (values: readonly JavaValue[]) =>
    outcome(() => {
      staticsOf(definition, jvm);
      return construct(full, values, jvm);
    });
  if (definition.kind === 'interface' || (definition.modifiers & 0x400) !== 0)
    return outcome(() => raise('java.lang.InstantiationException'));
  if (constructors.some(({ descriptor }) => descriptor === '(Ljava/lang/String;I)V'))
    return make([{ type: 'string', value: 'zhang', interned: true }, 20]);
  if (constructors.some(({ descriptor }) => descriptor === '()V')) return make([]);
  return outcome(() => raise('java.lang.NoSuchMethodException', `${full}.<init>()`));
}
