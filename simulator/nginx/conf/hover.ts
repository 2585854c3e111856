import type { Files } from '../../core/language.ts';
import type { Completion, Range } from '../../core/text.ts';
import { allCommands, type Context } from './catalogue.ts';
import { openSource, readToken } from './lexer.ts';
import type { Word } from './tree.ts';
import { variablePage, wordsOf } from './vocabulary.ts';
import { whereIs } from './where.ts';

/** What stands at an offset: a directive, one of its words, a variable. */
export function hover(files: Files, name: string, at: number): (Completion & Range) | undefined {
  const text = files[name] ?? '';
  const words = wordsAround(name, text, at);
  const index = words.findIndex(({ from, to }) => from <= at && at <= to);
  const [directive, word] = [words[0], words[index]];
  if (!directive || !word) return undefined;
  const variable = index > 0 ? variableAt(text, word, at) : undefined;
  if (variable) return variable;
  if (!allCommands().has(directive.text)) return undefined;
  const whole = {
    label: directive.text,
    insert: directive.text,
    kind: 'directive',
    doc: `nginx/directive/${directive.text}`,
  } as const;
  if (index === 0) return { ...whole, from: word.from, to: word.to };
  const context = whereIs(files, name, directive.from)?.context;
  const found = context && parameterOf(directive.text, context, word.text);
  return { ...(found ?? whole), from: word.from, to: word.to };
}

/** The words of the directive that an offset lies in. */
function wordsAround(name: string, text: string, at: number): readonly Word[] {
  const source = openSource(name, text);
  for (;;) {
    const token = readToken(source, () => {});
    const words = token.kind === 'close' ? [] : token.words;
    const reached = words.some(({ from, to }) => from <= at && at <= to);
    if (reached) return words;
    if (token.kind === 'eof' || source.at > at) return [];
  }
}

function variableAt(text: string, word: Word, at: number): (Completion & Range) | undefined {
  for (const found of text.slice(word.from, word.to).matchAll(/\$\{?(\w+)\}?/g)) {
    const from = word.from + found.index;
    const to = from + found[0].length;
    if (from > at || at > to) continue;
    const label = `$${found[1]}`;
    return { label, insert: label, kind: 'variable', doc: variablePage((found[1] ?? '').toLowerCase()), from, to };
  }
  return undefined;
}

/** `weight=5` is explained by `weight=`. */
function parameterOf(directive: string, context: Context, word: string): Completion | undefined {
  return wordsOf(directive, context).find(({ label }) =>
    label.endsWith('=') && label.length > 1 ? word.startsWith(label) : word === label,
  );
}
