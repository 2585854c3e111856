import type { Files } from '../../core/language.ts';
import { own } from '../../core/own.ts';
import type { Context } from './catalogue.ts';
import { diagnose } from './diagnose.ts';
import { glob } from './glob.ts';
import { openSource, readToken } from './lexer.ts';
import type { Directive, Word } from './tree.ts';

/** nginx reads this file; all others are read because it includes them. */
export const MAIN_FILE = 'nginx.conf';

/** A place in a text: the block around it, and the words of its directive up to there. */
export interface Where {
  /** `undefined`: inside a block that holds no directives, such as `map`, or one unknown. */
  context: Context | undefined;
  /** Whole words before the place, the directive's name first. */
  before: readonly Word[];
  /** What of a word stands directly before the place; empty after a blank. */
  typed: string;
}

/** What stands around an offset; `undefined` inside a comment. */
export function whereIs(files: Files, name: string, at: number): Where | undefined {
  const head = (files[name] ?? '').slice(0, at);
  const source = openSource(name, head);
  const blocks: (Context | undefined)[] = [contextOfFile(files, name)];
  let end = 0;
  for (;;) {
    const token = readToken(source, () => {});
    if (token.kind === 'eof') {
      const last = token.words.at(-1);
      const lineOfRest =
        head
          .slice(last?.to ?? end)
          .split('\n')
          .at(-1) ?? '';
      if (lineOfRest.includes('#')) return undefined;
      const typing = last !== undefined && last.to === at;
      return {
        context: blocks.at(-1),
        before: typing ? token.words.slice(0, -1) : token.words,
        typed: typing ? head.slice(last.from) : '',
      };
    }
    if (token.kind === 'block') blocks.push(contextInside(token.words[0]?.text ?? '', blocks.at(-1)));
    else if (token.kind === 'close' && blocks.length > 1) blocks.pop();
    end = source.at;
  }
}

/** The context inside a block of this name that stands in `outer`. */
export function contextInside(block: string, outer: Context | undefined): Context | undefined {
  const inside: Partial<Record<string, Partial<Record<Context, Context>>>> = {
    events: { M: 'E' },
    http: { M: 'h' },
    server: { h: 's' },
    upstream: { h: 'u' },
    location: { s: 'l', l: 'l' },
    if: { s: 'I', l: 'i' },
    limit_except: { l: 'x' },
  };
  return outer && own(inside, block)?.[outer];
}

/** The block in which a file is included; the main file's own is the main context. */
function contextOfFile(files: Files, name: string): Context | undefined {
  if (name === MAIN_FILE || !Object.hasOwn(files, MAIN_FILE)) return 'M';
  return includer(diagnose(files, MAIN_FILE).tree.directives, 'M', name);
}

function includer(directives: readonly Directive[], context: Context | undefined, name: string): Context | undefined {
  for (const { name: directive, args, block, included } of directives) {
    const [first] = args;
    if (directive === 'include' && first && (first.text === name || glob(first.text, [name]).length > 0))
      return context;
    const inner = block ? contextInside(directive, context) : context;
    const found = includer(block ?? included ?? [], inner, name);
    if (found) return found;
  }
  return undefined;
}
