import { type Directive, findDirective } from '../../simulator/redis/conf/directive.ts';
import { EFFECTIVE } from '../../simulator/redis/conf/effects.ts';

/** How the facts of Redis's directive tables are said in one language of the site. */
export interface RedisFactWords {
  /** A default; `version` where only one version has it. */
  initial(value: string, version?: string): string;
  empty: string;
  oneOf(values: readonly string[]): string;
  /** A number between these, as 7.0.15 checks it. */
  range(min: string, max: string): string;
  live: string;
  restart: string;
  guarded: string;
  only(version: string): string;
  olderName(name: string): string;
  noEffect: string;
}

/** What the tables of both versions say of a directive. */
export function redisFacts(words: RedisFactWords): (kind: string, name: string) => string[] {
  return (kind, name) => {
    if (kind !== 'directive') return [];
    const [old, modern] = [findDirective('3.2.1', name), findDirective('7.0.15', name)];
    const some = modern ?? old;
    if (!some) return [];
    const { kind: type, values, min, max } = some;
    const counted = modern !== undefined && ['int', 'memory'].includes(type);
    return [
      ...initials(words, old, modern),
      ...(values.length > 0 ? [words.oneOf(values)] : []),
      ...(counted && (min !== 0n || max < 2n ** 31n - 1n) ? [words.range(String(min), String(max))] : []),
      some.change === 'live' ? words.live : some.change === 'protected' ? words.guarded : words.restart,
      ...(old && modern ? [] : [words.only(old ? '3.2.1' : '7.0.15')]),
      ...(modern?.alias === undefined ? [] : [words.olderName(modern.alias)]),
      ...(EFFECTIVE.has(some.name) ? [] : [words.noEffect]),
    ];
  };
}

function initials(words: RedisFactWords, old: Directive | undefined, modern: Directive | undefined): string[] {
  const shown = (directive: Directive) => directive.initial || words.empty;
  if (old && modern && old.initial !== modern.initial)
    return [words.initial(shown(old), '3.2.1'), words.initial(shown(modern), '7.0.15')];
  const some = modern ?? old;
  return some && some.name !== 'dir' ? [words.initial(shown(some))] : [];
}
