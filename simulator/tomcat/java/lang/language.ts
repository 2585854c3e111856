import type { Language } from '../../../core/language.ts';
import { own } from '../../../core/own.ts';
import { type Problem, positionOf } from '../../../core/text.ts';
import type { JavaClasses } from '../class.ts';
import { classNamed, isSubclass } from '../jdk/classes.ts';
import { declaresUid } from '../run/explicit-uid.ts';
import { type Compiled, compileJava } from './compile.ts';

/** Java files of a webapp: what the lab cannot read in them, and what will go wrong when their objects are in a session. */
export const javaLanguage: Language = {
  id: 'java',
  problems(files, name) {
    const folder = /^(.*\/WEB-INF\/classes)\//.exec(name)?.[1];
    const together = Object.entries(files).filter(
      ([path]) => path === name || (folder !== undefined && path.startsWith(`${folder}/`) && path.endsWith('.java')),
    );
    const compiled = compileJava(Object.fromEntries(together));
    const at = (file: string, from: number) => positionOf(files[file] ?? '', from).line;
    return [
      ...compiled.problems.map(
        ({ code, file, from, to, values }): Problem => ({
          code: `java.${code}`,
          severity: code === 'syntax' ? 'error' : 'hint',
          file,
          line: at(file, from),
          from,
          to: Math.max(to, from + 1),
          values,
        }),
      ),
      ...hints(compiled, at),
    ].filter(({ file }) => file === name);
  },
  statements: () => [],
  complete: () => [],
  hover: () => undefined,
  fixes: () => [],
  words: ({ code, values }) =>
    code === 'java.holds-unserializable' ? `java.io.NotSerializableException: ${values['class']}` : '',
};

/** What the classes themselves do not say: that they cannot be written, or that every change of them makes old objects unreadable. */
function hints({ classes, held, places }: Compiled, at: (file: string, from: number) => number): Problem[] {
  const found: Problem[] = [];
  for (const [name, place] of places) {
    const definition = own(classes, name);
    if (!definition || definition.kind === 'interface' || !isSubclass(name, 'java.io.Serializable', classes)) continue;
    const problem = (code: string, range: { from: number; to: number }, values: Record<string, string>): Problem => ({
      code: `java.${code}`,
      severity: code === 'no-uid' ? 'hint' : 'warning',
      file: place.file,
      line: at(place.file, range.from),
      from: range.from,
      to: range.to,
      values,
    });
    for (const { field, class: type, from, to } of held.get(name) ?? [])
      if (cannotBeWritten(type, classes))
        found.push(problem('holds-unserializable', { from, to }, { owner: name, field, class: type }));
    if (definition.kind === 'class' && !declaresUid(definition) && !/\$\d/.test(name))
      found.push(problem('no-uid', place, { class: name }));
  }
  return found;
}

/** A class of which no object can be written: it is no interface, and no Serializable class below it is in sight. */
function cannotBeWritten(name: string, classes: JavaClasses): boolean {
  const definition = classNamed(name, classes);
  if (!definition || definition.kind === 'interface' || name === 'java.lang.Object' || name === 'java.lang.Number')
    return false;
  if (isSubclass(name, 'java.io.Serializable', classes)) return false;
  return !Object.keys(classes).some(
    (one) => isSubclass(one, name, classes) && isSubclass(one, 'java.io.Serializable', classes),
  );
}
