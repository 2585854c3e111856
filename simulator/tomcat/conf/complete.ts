import type { Files } from '../../core/language.ts';
import type { Completion } from '../../core/text.ts';
import { traitsOf } from '../version.ts';
import { librariesIn } from './libraries.ts';
import { releaseOf } from './release.ts';
import { attributesOf, elementsIn, pageOf, ruleAt, type Vocabulary, valuesOf, vocabularyOf } from './vocabulary.ts';
import { type Where, whereIs } from './where.ts';

/** What may stand at an offset: an element, an attribute of a tag, one of the known values. */
export function complete(files: Files, name: string, at: number): Completion[] {
  const where = whereIs(files[name] ?? '', at);
  if (!where) return [];
  const vocabulary = vocabularyOf(name, traitsOf(releaseOf(files)).brackets, librariesIn(files));
  const { path, inside } = where;
  switch (inside.kind) {
    case 'content':
      return elements(vocabulary, path, '<');
    case 'name':
      return inside.closing ? closing(path) : elements(vocabulary, path, '');
    case 'tag':
      return attributes(vocabulary, path, inside);
    case 'value': {
      const rule = ruleAt(vocabulary, [...path, inside.element]);
      if (!rule) return [];
      const doc = pageOf.attribute(inside.element, inside.attribute);
      const named = classNameIn(inside.attributes);
      return valuesOf(vocabulary, rule, inside.attribute, named).map((label) => ({
        label,
        insert: label,
        kind: 'value',
        doc: inside.attribute === 'className' ? pageOf.class(label) : doc,
      }));
    }
  }
}

const classNameIn = (attributes: readonly { name: string; value: string }[]) =>
  attributes.find(({ name }) => name === 'className')?.value;

function elements(vocabulary: Vocabulary, path: readonly string[], before: '<' | ''): Completion[] {
  return elementsIn(vocabulary, path).map((label) => ({
    label,
    insert: before + snippet(vocabulary, [...path, label]),
    kind: 'element',
    doc: pageOf.element(label),
  }));
}

/** A whole element, with a stop where something is to be written. */
function snippet(vocabulary: Vocabulary, path: readonly string[]): string {
  const name = path.at(-1) ?? '';
  const rule = ruleAt(vocabulary, path);
  if (!rule || rule.text) return `${name}>\${1}</${name}>`;
  const attribute = rule.role && rule.role !== 'Container' && rule.role !== 'Service' ? ' className="${1}"' : ' ${1}';
  return `${name}${attribute} />`;
}

function closing(path: readonly string[]): Completion[] {
  const name = path.at(-1);
  if (name === undefined) return [];
  return [{ label: `/${name}`, insert: `/${name}>`, kind: 'element', doc: pageOf.element(name) }];
}

function attributes(
  vocabulary: Vocabulary,
  path: readonly string[],
  { element, attributes: written }: Extract<Where['inside'], { kind: 'tag' }>,
): Completion[] {
  const rule = ruleAt(vocabulary, [...path, element]);
  if (!rule) return [];
  const taken = new Set(written.map(({ name }) => name));
  return attributesOf(vocabulary, rule, classNameIn(written))
    .filter(([name]) => !taken.has(name))
    .map(([label]) => ({
      label,
      insert: `${label}="\${1}"`,
      kind: 'attribute',
      doc: pageOf.attribute(element, label),
    }));
}
