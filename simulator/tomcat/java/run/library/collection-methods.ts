import { isSubclass } from '../../jdk/classes.ts';
import type { JavaObject, JavaValue } from '../../value.ts';
import { callFunction } from '../call.ts';
import { numberOf } from '../convert.ts';
import { type Jvm, raise } from '../jvm.ts';
import { equal } from '../text.ts';
import { itemsOf } from './collection.ts';
import { comparing, setItems, unchangeable } from './ordering.ts';

/** A call of a method of a collection, and what it holds just then. */
interface Call {
  value: JavaObject;
  items: readonly JavaValue[];
  values: readonly JavaValue[];
  first: JavaValue;
  second: JavaValue;
  jvm: Jvm;
}
type Method = (call: Call) => JavaValue;

/** Methods of Collection, List, Set, Queue and Deque; undefined: it has no such method. */
export function collectionCall(
  value: JavaObject,
  name: string,
  values: readonly JavaValue[],
  jvm: Jvm,
): JavaValue | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  const [first = null, second = null] = values;
  return method?.({ value, items: itemsOf(value, jvm), values, first, second, jvm });
}

const is = ({ value, jvm }: Call, name: string) => isSubclass(value.class, name, jvm.classes);
const indexOf = ({ items, first, jvm }: Call) => items.findIndex((one) => equal(one, first, jvm));
const set = ({ value, jvm }: Call, items: readonly JavaValue[]) => setItems(value, items, jvm);

/** The index that is the first argument. */
function index({ first, items: { length } }: Call): number {
  const at = numberOf(first);
  if (at < 0 || at >= length)
    raise('java.lang.IndexOutOfBoundsException', `Index ${at} out of bounds for length ${length}`);
  return at;
}

const append: Method = (call) => {
  if (is(call, 'java.util.Set') && indexOf(call) >= 0) return false;
  set(call, [...call.items, call.first]);
  return true;
};

const add: Method = (call) => {
  if (call.values.length === 1) return append(call);
  set(call, call.items.toSpliced(numberOf(call.first), 0, call.second));
  return null;
};

const push: Method = (call) => {
  const { items, first } = call;
  set(call, is(call, 'java.util.Stack') ? [...items, first] : [first, ...items]);
  return first;
};

function takeOff(call: Call, at: number): JavaValue {
  if (call.items.length === 0) return raise('java.util.NoSuchElementException');
  set(call, call.items.toSpliced(at, 1));
  return call.items[at] ?? null;
}

const remove: Method = (call) => {
  if (call.values.length === 0) return takeOff(call, 0);
  if (!is(call, 'java.util.Set') && typeof call.first === 'number') return takeOff(call, index(call));
  const found = indexOf(call);
  if (found >= 0) takeOff(call, found);
  return found >= 0;
};

const iterator: Method = ({ value, items }) => {
  const linked = value.class === 'java.util.LinkedList' ? 'java.util.LinkedList$ListItr' : 'java.util.ArrayList$Itr';
  const name = value.class.startsWith('java.util.ImmutableCollections')
    ? 'java.util.ImmutableCollections$ListItr'
    : linked;
  return { type: 'object', class: name, fields: { '#next': 0 }, items };
};

const subList: Method = ({ value, items, first, second }) => ({
  type: 'object',
  class: unchangeable(value) ? 'java.util.ImmutableCollections$SubList' : 'java.util.ArrayList$SubList',
  fields: {},
  items: items.slice(numberOf(first), numberOf(second)),
});

const pop: Method = (call) => takeOff(call, is(call, 'java.util.Stack') ? call.items.length - 1 : 0);
const takeLast: Method = (call) => takeOff(call, call.items.length - 1);
const peek: Method = ({ items }) => items[0] ?? null;
const last: Method = ({ items }) => items.at(-1) ?? null;
const get: Method = (call) => call.items[index(call)] ?? null;

const methods: Readonly<Record<string, Method>> = {
  size: ({ items }) => items.length,
  isEmpty: ({ items }) => items.length === 0,
  contains: (call) => indexOf(call) >= 0,
  indexOf,
  get,
  elementAt: get,
  set: (call) => {
    const old = get(call);
    set(call, call.items.with(index(call), call.second));
    return old;
  },
  add,
  addLast: append,
  addElement: append,
  offer: append,
  offerLast: append,
  addFirst: push,
  push,
  addAll: ({ value, first, jvm }) => {
    for (const item of itemsOf(first, jvm)) collectionCall(value, 'add', [item], jvm);
    return true;
  },
  remove,
  pop,
  poll: pop,
  removeFirst: pop,
  removeLast: takeLast,
  pollLast: takeLast,
  clear: (call) => {
    set(call, []);
    return null;
  },
  peek,
  getFirst: peek,
  first: peek,
  getLast: last,
  last,
  iterator,
  listIterator: iterator,
  stream: ({ items }) => ({ type: 'object', class: 'java.util.stream.ReferencePipeline$Head', fields: {}, items }),
  subList,
  toArray: ({ items }) => ({ type: 'array', class: '[Ljava.lang.Object;', items: [...items] }),
  forEach: ({ items, first, jvm }) => {
    for (const item of items) callFunction(first, 'accept', [item], jvm);
    return null;
  },
  removeIf: (call) => {
    set(
      call,
      call.items.filter((item) => callFunction(call.first, 'test', [item], call.jvm) !== true),
    );
    return true;
  },
  sort: (call) => {
    set(call, [...call.items].sort(comparing(call.first, call.jvm)));
    return null;
  },
};
