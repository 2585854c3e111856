import type { Files } from '../../core/language.ts';
import type { Completion } from '../../core/text.ts';
import { diagnose } from './diagnose.ts';
import type { Directive } from './tree.ts';
import { directivesIn, variables, wordsOf } from './vocabulary.ts';
import { MAIN_FILE, whereIs } from './where.ts';

/** What may stand at an offset: a directive of the block, a word of the directive, a variable, an upstream's name. */
export function complete(files: Files, name: string, at: number): Completion[] {
  const where = whereIs(files, name, at);
  if (!where?.context) return [];
  const { context, before, typed } = where;
  const [directive] = before;
  if (!directive) return directivesIn(context, blankAfter(files[name] ?? '', at));
  if (/\$\w*$/.test(typed)) return [...variables(), ...ownVariables(files)];
  if (directive.text === 'proxy_pass') return upstreams(files);
  return wordsOf(directive.text, context);
}

/** Whether nothing but blanks follows on the line: a whole directive then fits, else only its name. */
function blankAfter(text: string, at: number): boolean {
  return /^[^\S\n]*(\n|$|})/.test(text.slice(at, at + 4096));
}

/** `http://NAME` for each upstream of the files. */
function upstreams(files: Files): Completion[] {
  return blocksOf(files, 'upstream').map(({ args }) => {
    const label = `http://${args[0]?.text ?? ''}`;
    return { label, insert: label, kind: 'value', doc: 'nginx/directive/upstream' };
  });
}

/** Variables that the files define themselves, by `map` or `set`. */
function ownVariables(files: Files): Completion[] {
  const names = [
    ...blocksOf(files, 'map').map(({ args }) => args[1]),
    ...blocksOf(files, 'set').map(({ args }) => args[0]),
  ];
  return names.flatMap((word) => {
    if (!word?.text.startsWith('$')) return [];
    return [{ label: word.text, insert: `\\${word.text}`, kind: 'variable', doc: 'nginx/directive/set' }];
  });
}

function blocksOf(files: Files, wanted: string): Directive[] {
  const inside = (directives: readonly Directive[]): Directive[] =>
    directives.flatMap((directive) => [
      ...(directive.name === wanted ? [directive] : []),
      ...inside(directive.block ?? directive.included ?? []),
    ]);
  return inside(diagnose(files, MAIN_FILE).tree.directives);
}
