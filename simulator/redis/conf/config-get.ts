import { matches } from '../glob.ts';
import { directivesOf, findDirective } from './directive.ts';
import { lower, shownValue, type Values } from './values.ts';

/**
 * CONFIG GET: names and values in turn. 3.2.1 takes one pattern, and only small letters fit; 7.0.15 takes several, and
 * shows a name as it was asked for, older names too.
 */
export function configGet(values: Values, patterns: readonly string[]): string[] {
  return values.version === '3.2.1' ? getOld(values, patterns[0] ?? '') : getNew(values, patterns);
}

function getOld(values: Values, pattern: string): string[] {
  return [...directivesOf['3.2.1'].values()]
    .filter(({ name, shown }) => shown && matches(pattern, name))
    .flatMap((directive) => [directive.name, shownValue(values, directive)]);
}

function getNew(values: Values, patterns: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const pattern of patterns) {
    if (!/[[*?]/.test(pattern)) {
      // A name that is no pattern is shown as it was typed; a hidden one is found only so.
      const directive = findDirective('7.0.15', lower(pattern));
      if (directive && ![...found.keys()].some((name) => lower(name) === lower(pattern)))
        found.set(pattern, shownValue(values, directive));
      continue;
    }
    for (const directive of directivesOf['7.0.15'].values())
      for (const name of [directive.name, ...(directive.alias === undefined ? [] : [directive.alias])])
        if (directive.shown && matches(lower(pattern), name)) found.set(name, shownValue(values, directive));
  }
  return [...found].flat();
}
