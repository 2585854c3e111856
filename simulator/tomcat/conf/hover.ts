import type { Files } from '../../core/language.ts';
import type { Completion, Range } from '../../core/text.ts';
import { traitsOf } from '../version.ts';
import { librariesIn } from './libraries.ts';
import { releaseOf } from './release.ts';
import { elementsIn, pageOf, ruleAt, vocabularyOf } from './vocabulary.ts';
import { whereIs } from './where.ts';

/** What stands at an offset: an element's name, an attribute, the class that is named. */
export function hover(files: Files, name: string, at: number): (Completion & Range) | undefined {
  const text = files[name] ?? '';
  const where = whereIs(text, at);
  if (!where) return undefined;
  const { path, inside } = where;
  const vocabulary = vocabularyOf(name, traitsOf(releaseOf(files)).brackets, librariesIn(files));
  if (inside.kind === 'name') {
    const word = wordAt(text, at);
    const known = inside.closing ? path.includes(word.text) : elementsIn(vocabulary, path).includes(word.text);
    if (!known) return undefined;
    return { label: word.text, insert: word.text, kind: 'element', doc: pageOf.element(word.text), ...word.range };
  }
  if (inside.kind === 'content' || !ruleAt(vocabulary, [...path, inside.element])) return undefined;
  if (inside.kind === 'value') {
    const label = text.slice(inside.value.from, inside.value.to);
    const doc =
      inside.attribute === 'className' ? pageOf.class(label) : pageOf.attribute(inside.element, inside.attribute);
    return {
      label: inside.attribute === 'className' ? label : inside.attribute,
      insert: label,
      kind: 'value',
      doc,
      ...inside.value,
    };
  }
  const { text: label, range } = wordAt(text, at);
  if (label === '') return undefined;
  return { label, insert: label, kind: 'attribute', doc: pageOf.attribute(inside.element, label), ...range };
}

/** The name around an offset. */
function wordAt(text: string, at: number): { text: string; range: Range } {
  const isName = (char: string | undefined) => char !== undefined && /[^\s=<>/"']/.test(char);
  let [from, to] = [at, at];
  while (isName(text[from - 1])) from--;
  while (isName(text[to])) to++;
  return { text: text.slice(from, to), range: { from, to } };
}
