import type { JavaObject, JavaValue } from '../value.ts';
import type { Codec } from './codecs.ts';
import { items, readItems } from './parts.ts';

/** `List.of`, `Set.of` and `Map.of` are written as a CollSer, which says by a tag which of them it was. */
export const immutable = (tag: number): Codec => ({
  replace: (object) => ({ type: 'object', class: 'java.util.CollSer', fields: { tag, '#of': object } }),
});

/** What is written in their place. */
export const collSerCodec: Codec = {
  write({ fields }, out) {
    const of = fields['#of'] as JavaObject;
    const flat = of.entries ? of.entries.flat() : items(of);
    out.defaults();
    out.int(flat.length);
    for (const item of flat) out.object(item);
  },
  read(object, input) {
    object.fields['tag'] = input.defaults()['tag'] ?? 0;
    object.items = readItems(input, input.int());
  },
  resolve: ({ fields, items: held = [] }) => immutableOf(Number(fields['tag']), held),
};

/** A list (tag 1), set (2), map (3, keys and values in turn), or list with nulls (4) that cannot be changed. */
export function immutableOf(tag: number, held: readonly JavaValue[]): JavaObject {
  const few = held.length === 1 || held.length === 2;
  if (tag === 3) {
    const pairs = Array.from(
      { length: held.length >> 1 },
      (_, i) => [held[2 * i] ?? null, held[2 * i + 1] ?? null] as const,
    );
    const name = pairs.length === 1 ? 'Map1' : 'MapN';
    return { type: 'object', class: `java.util.ImmutableCollections$${name}`, fields: {}, entries: pairs };
  }
  const name = tag === 2 ? (few ? 'Set12' : 'SetN') : few && tag === 1 ? 'List12' : 'ListN';
  return { type: 'object', class: `java.util.ImmutableCollections$${name}`, fields: {}, items: held };
}
