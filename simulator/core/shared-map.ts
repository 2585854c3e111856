import { hashText } from './random.ts';

/**
 * A map from texts to flat objects whose copies share what neither has changed since. Its values lie in pages; a fork
 * shares them all, and whoever then changes something copies that one page first: copy on write, as the kernel does it
 * for a child of redis-server. Plain data; its order is that of insertion, as a Map's.
 */
export interface SharedMap<V extends object> {
  size: number;
  /** How many keys were ever put in: the next one's place in the order. */
  placed: number;
  /** The pages that carry this very object are this map's alone. It stands for nothing but itself. */
  owner: object;
  /** A power of two of them, or none; a key's page follows from its hash. */
  pages: Page<V>[];
}

/** Some of the keys in order; beside each its hash, its place and its value. */
interface Page<V> {
  owner: object;
  hashes: number[];
  keys: string[];
  places: number[];
  values: V[];
}

/** A value with its key and place. */
export type Item<V> = readonly [key: string, value: Readonly<V>, place: number];

/** So many values to a page on average at the most: about so many are copied by the first change of a page. */
const FULL = 8;

export const newSharedMap = <V extends object>(): SharedMap<V> => ({ size: 0, placed: 0, owner: {}, pages: [] });

/** A copy, in a time that does not depend on the values. Both sides give up their pages: the next change of either copies. */
export function forkSharedMap<V extends object>(map: SharedMap<V>): SharedMap<V> {
  const { size, placed, pages } = map;
  if (pages.length > 0) map.owner = {};
  return { size, placed, owner: {}, pages: pages.slice() };
}

/** The value of a key, to be looked at only: other copies may share it. */
export function valueAt<V extends object>({ pages }: SharedMap<V>, key: string): Readonly<V> | undefined {
  const hash = hashOf(key);
  const page = pages[hash & (pages.length - 1)];
  if (!page) return undefined;
  const index = indexIn(page, hash, key);
  return index < 0 ? undefined : page.values[index];
}

/** The value of a key, to be changed in place during this step. */
export function ownAt<V extends object>(map: SharedMap<V>, key: string): V | undefined {
  const hash = hashOf(key);
  const page = map.pages[hash & (map.pages.length - 1)];
  if (!page) return undefined;
  const index = indexIn(page, hash, key);
  return index < 0 ? undefined : ownPage(map, hash).values[index];
}

/** Puts a value in a key's place, or at the end. The map has it from now on; who put it may change it until the step ends. */
export function putAt<V extends object>(map: SharedMap<V>, key: string, value: V): void {
  if (map.pages.length === 0) map.pages.push(newPage(map.owner));
  const hash = hashOf(key);
  const page = ownPage(map, hash);
  const index = indexIn(page, hash, key);
  if (index >= 0) {
    page.values[index] = value;
    return;
  }
  append(page, { hash, key, place: map.placed++, value });
  if (++map.size > FULL * map.pages.length) spread(map);
}

/** Takes a key out. False: there was none. */
export function dropAt<V extends object>(map: SharedMap<V>, key: string): boolean {
  if (!valueAt(map, key)) return false;
  const hash = hashOf(key);
  const page = ownPage(map, hash);
  const index = indexIn(page, hash, key);
  for (const list of [page.hashes, page.keys, page.places, page.values]) list.splice(index, 1);
  map.size--;
  return true;
}

/** All values, or those that are wanted, in the order of insertion. The list stays as it is while the map changes. */
export function inOrder<V extends object>(
  { pages }: SharedMap<V>,
  wanted?: (value: Readonly<V>, key: string) => boolean,
): Item<V>[] {
  const items: Item<V>[] = [];
  for (const { keys, places, values } of pages)
    for (let i = 0; i < keys.length; i++) {
      const [key, value] = [keys[i] as string, values[i] as V];
      if (!wanted || wanted(value, key)) items.push([key, value, places[i] as number]);
    }
  return pages.length > 1 ? items.sort(([, , one], [, , other]) => one - other) : items;
}

/** Looks at all values in an order that means nothing: where there are thousands, much faster. */
export function eachOf<V extends object>(
  { pages }: SharedMap<V>,
  look: (value: Readonly<V>, key: string) => void,
): void {
  for (const { keys, values } of pages) for (let i = 0; i < keys.length; i++) look(values[i] as V, keys[i] as string);
}

const hashOf = (key: string): number => hashText(key) & 0x3fffffff;

function indexIn({ hashes, keys }: Page<object>, hash: number, key: string): number {
  for (let i = 0; i < hashes.length; i++) if (hashes[i] === hash && keys[i] === key) return i;
  return -1;
}

const newPage = <V>(owner: object): Page<V> => ({ owner, hashes: [], keys: [], places: [], values: [] });

function append<V>(page: Page<V>, item: { hash: number; key: string; place: number; value: V }): void {
  page.hashes.push(item.hash);
  page.keys.push(item.key);
  page.places.push(item.place);
  page.values.push(item.value);
}

/** The page of a hash, to be changed, its values as well. */
function ownPage<V extends object>({ owner, pages }: SharedMap<V>, hash: number): Page<V> {
  const number = hash & (pages.length - 1);
  const page = pages[number] as Page<V>;
  if (page.owner === owner) return page;
  const { hashes, keys, places } = page;
  const own = {
    owner,
    hashes: hashes.slice(),
    keys: keys.slice(),
    places: places.slice(),
    values: ownValues(owner, page),
  };
  pages[number] = own;
  return own;
}

const ownValues = <V extends object>(owner: object, page: Page<V>): V[] =>
  page.owner === owner ? page.values : page.values.map((value) => ({ ...value }));

/** Twice the pages: each one's keys go to one of two. */
function spread<V extends object>(map: SharedMap<V>): void {
  const { owner, pages } = map;
  map.pages = Array.from({ length: 2 * pages.length }, () => newPage<V>(owner));
  for (const page of pages) {
    const values = ownValues(owner, page);
    for (const [index, key] of page.keys.entries()) {
      const [hash, place] = [page.hashes[index] as number, page.places[index] as number];
      append(map.pages[hash & (map.pages.length - 1)] as Page<V>, { hash, key, place, value: values[index] as V });
    }
  }
}
