import type { Files, Language, Statement } from '../../core/language.ts';
import type { Problem } from '../../core/text.ts';
import { allCommands, type Context } from './catalogue.ts';
import { complete } from './complete.ts';
import { diagnose } from './diagnose.ts';
import { EFFECTIVE } from './effects.ts';
import { fixes } from './fixes.ts';
import { hover } from './hover.ts';
import { type Code, messageOf } from './messages.ts';
import type { Directive } from './tree.ts';
import { contextInside, MAIN_FILE } from './where.ts';

/** nginx's own problems, and the lab's one: a directive that changes nothing here. */
export type ProblemCode = Code | 'no-effect';

/** nginx.conf and the files it includes. */
export const nginxConf: Language = {
  id: 'nginx',
  problems(files) {
    const { problems, tree } = diagnose(files, MAIN_FILE);
    return [...problems.filter(({ severity }) => severity !== 'hint'), ...withoutEffect(files, tree.directives, 'M')];
  },
  statements: (files, name) => statementsIn(diagnose(files, MAIN_FILE).tree.directives, name),
  complete,
  hover,
  fixes,
  words: (problem) => (problem.code === 'nginx.no-effect' ? '' : messageOf(problem)),
};

/** Directives that are read and change nothing in the lab; nginx's own shipped files are not looked at. */
function withoutEffect(files: Files, directives: readonly Directive[], context: Context): Problem[] {
  return directives.flatMap(({ name, file, line, nameRange, block, included }) => {
    if (!Object.hasOwn(files, file)) return [];
    if (included) return withoutEffect(files, included, context);
    if (!EFFECTIVE.has(name)) {
      if (!allCommands().has(name)) return [];
      return [{ code: 'nginx.no-effect', severity: 'hint' as const, file, line, ...nameRange, values: { name } }];
    }
    const inner = block && contextInside(name, context);
    return inner ? withoutEffect(files, block, inner) : [];
  });
}

/** Directives of one file, wherever it is included; what stands in a block that nginx does not know is none. */
function statementsIn(directives: readonly Directive[], file: string): Statement[] {
  return directives.flatMap((directive) => {
    const { name, line, nameRange, to, block = [], included = [] } = directive;
    const inner = statementsIn(block, file);
    const until = Math.max(to, inner.at(-1)?.until ?? 0);
    const own = directive.file === file ? [{ name, file, line, ...nameRange, until }] : [];
    return [...own, ...inner, ...statementsIn(included, file)];
  });
}
