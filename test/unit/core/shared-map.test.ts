import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dropAt,
  eachOf,
  forkSharedMap,
  inOrder,
  newSharedMap,
  ownAt,
  putAt,
  type SharedMap,
  valueAt,
} from '../../../simulator/core/shared-map.ts';

interface Thing {
  n: number;
  word: string;
}

/** One of a family of copies, and what a Map of its own would hold in its place. */
interface Copy {
  map: SharedMap<Thing>;
  model: Map<string, Thing>;
}

const contentOf = (map: SharedMap<Thing>) => inOrder(map).map(([key, value]) => [key, value]);

const keyOf = (number: number) => (number % 3 ? `session${number}` : String(number));
const key = fc.nat(120).map(keyOf);
const which = fc.nat();
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), which, key }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), which, key }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('drop' as const), which, key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fork' as const), which, key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clone' as const), which, key }) },
);

/** What is done to one copy: the others must not notice. */
function perform(copies: Copy[], { kind, which, key }: { kind: string; which: number; key: string }, n: number): void {
  const { map, model } = copies[which % copies.length] as Copy;
  if (kind === 'put') {
    putAt(map, key, { n, word: key });
    model.set(key, { n, word: key });
  } else if (kind === 'change') {
    const [thing, expected] = [ownAt(map, key), model.get(key)];
    if (thing) thing.n = n;
    if (expected) expected.n = n;
  } else if (kind === 'drop') {
    expect(dropAt(map, key)).toBe(model.delete(key));
  } else if (copies.length < 6) {
    const other = kind === 'fork' ? forkSharedMap(map) : structuredClone(map);
    expect(other).toEqual(map);
    copies.push({ map: other, model: structuredClone(model) });
  }
}

test('any number of copies are as independent as copied Maps, and have their order', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 250, size: 'max' }), (acts) => {
      const copies: Copy[] = [{ map: newSharedMap(), model: new Map() }];
      for (const [n, one] of acts.entries()) perform(copies, one, n);
      for (const { map, model } of copies) {
        expect(contentOf(map)).toEqual([...model]);
        expect(map.size).toBe(model.size);
        for (let i = 0; i <= 120; i++) expect(valueAt(map, keyOf(i))).toEqual(model.get(keyOf(i)));
        const met = new Map<string, Thing>();
        eachOf(map, (value, key) => met.set(key, value));
        expect(met).toEqual(model);
      }
    }),
    { numRuns: 60 },
  );
});

test('what was taken to be changed stays the same object while others come and the pages are dealt anew', () => {
  const map = newSharedMap<Thing>();
  putAt(map, 'first', { n: 0, word: '' });
  const thing = ownAt(map, 'first');
  for (let i = 0; i < 1000; i++) putAt(map, `other${i}`, { n: i, word: '' });
  if (thing) thing.n = 7;
  expect(valueAt(map, 'first')).toBe(thing);
});

test('a fork shares all pages, and a change copies one of them', () => {
  const map = newSharedMap<Thing>();
  for (let i = 0; i < 10_000; i++) putAt(map, `session${i}`, { n: i, word: '' });
  const fork = forkSharedMap(map);
  const shared = () => fork.pages.filter((page, i) => page === map.pages[i]).length;
  expect(shared()).toBe(fork.pages.length);
  (ownAt(fork, 'session77') as Thing).n = -1;
  expect(shared()).toBe(fork.pages.length - 1);
  (ownAt(map, 'session78') as Thing).n = -1;
  expect(shared()).toBe(fork.pages.length - 2);
  expect(valueAt(map, 'session77')?.n).toBe(77);
  expect(valueAt(fork, 'session78')?.n).toBe(78);
});

test('keys as they occur spread over the pages', () => {
  const kinds: ((i: number) => string)[] = [
    (i) => `key:${i}`,
    (i) => `user:${i}:profile`,
    (i) => String(i).padStart(12, '0'),
    (i) => `${Math.imul(i + 1, 0x9e3779b1) >>> 0}ABCDEF0123456789.tomcat1`,
  ];
  for (const keyOf of kinds) {
    const map = newSharedMap<Thing>();
    for (let i = 0; i < 10_000; i++) putAt(map, keyOf(i), { n: i, word: '' });
    expect(Math.max(...map.pages.map(({ keys }) => keys.length)), keyOf(1)).toBeLessThan(30);
  }
});
