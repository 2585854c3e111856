import { allCommands, type Context } from '../../simulator/nginx/conf/catalogue.ts';
import { EFFECTIVE } from '../../simulator/nginx/conf/effects.ts';

/** How the facts of nginx's directive table are said in one language of the site. */
export interface FactWords {
  contexts(names: readonly string[]): string;
  anywhere: string;
  /** `counts`: the numbers of words it takes; `more`: the last one is a least. */
  words(counts: readonly number[], more: boolean): string;
  flag: string;
  block: string;
  oneOf(values: readonly string[]): string;
  noEffect: string;
}

const contextNames: Record<Context, string> = {
  M: 'main',
  E: 'events',
  h: 'http',
  u: 'upstream',
  s: 'server',
  I: 'if',
  l: 'location',
  i: 'if',
  x: 'limit_except',
};

/** What nginx's table says of a directive: where it stands, what follows it, and whether the lab's nginx acts on it. */
export function nginxFacts(words: FactWords): (kind: string, name: string) => string[] {
  return (kind, name) => {
    const commands = kind === 'directive' ? (allCommands().get(name) ?? []) : [];
    const [first] = commands;
    if (!first) return [];
    const contexts = (Object.keys(contextNames) as Context[]).filter((context) =>
      commands.some((command) => command.contexts.includes(context)),
    );
    const places = [...new Set(contexts.map((context) => contextNames[context]))];
    return [
      first.contexts === '*' ? words.anywhere : words.contexts(places),
      ...(first.arity === 'f' ? [words.flag] : [words.words(countsOf(first.arity), first.arity.includes('+'))]),
      ...(first.values.length > 0 ? [words.oneOf(first.values)] : []),
      ...(commands.some(({ block }) => block) ? [words.block] : []),
      ...(EFFECTIVE.has(name) ? [] : [words.noEffect]),
    ];
  };
}

const countsOf = (arity: string) => [...arity].filter((digit) => /\d/.test(digit)).map(Number);
