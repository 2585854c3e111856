import type { Dice } from './dice.ts';

const JUNK: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => -1,
  () => 0.3,
  () => 1e308,
  () => 2 ** 53,
  () => 7n,
  () => '',
  () => '__proto__',
  () => 'constructor',
  () => '<img src=x onerror=alert(1)>',
  () => 'x'.repeat(3000),
  () => '\ud83d',
  () => [],
  () => [[[[[]]]]],
  () => new Array(3),
  () => ({}),
  () => Object.create(null),
  () => ({ length: 5 }),
  () => JSON.parse('{"__proto__":{"type":"x"},"constructor":1}'),
  () => new Date(Number.NaN),
  () => new Map([[1, 2]]),
  () => new Uint8Array(3),
  () => () => 1,
  () => Symbol.iterator,
];

type Holder = Record<string, unknown>;

/** Makes data by damaging good data in one place or more: other values, other names, other parts in their place. */
export function dataFor(good: readonly unknown[], dice: Dice): () => unknown {
  return () => {
    const data = copied(dice.of(good));
    for (let left = dice.below(4); left > 0; left--) {
      if (typeof data !== 'object' || data === null) return dice.of(JUNK)();
      damage(data as Holder, good, dice);
    }
    return data;
  };
}

function damage(data: Holder, good: readonly unknown[], dice: Dice): void {
  let holder = data;
  for (let depth = 0; depth < 6; depth++) {
    const keys = Object.keys(holder);
    const key = keys[dice.below(keys.length + 1)];
    const inside = key === undefined ? undefined : holder[key];
    if (key !== undefined && typeof inside === 'object' && inside !== null && dice.below(3) > 0) {
      holder = inside as Holder;
      continue;
    }
    const name = key ?? dice.of(['x', '__proto__', 'type', 'length', '0', 'toString']);
    switch (dice.below(5)) {
      case 0:
        Reflect.deleteProperty(holder, name);
        return;
      case 1:
        put(holder, name, copied(dice.of(good)));
        return;
      default:
        put(holder, name, dice.of(JUNK)());
        return;
    }
  }
}

/** As JSON would bring it: a name of its own, whatever it is. */
function put(holder: Holder, name: string, value: unknown): void {
  if (Array.isArray(holder) && name === 'length') holder.length = 3;
  else if (!ArrayBuffer.isView(holder))
    Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Faster than `structuredClone`, for data as JSON has it. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Holder = {};
  for (const key of Object.keys(value)) put(copy, key, copied((value as Holder)[key]));
  return copy;
}
