/**
 * What a table holds under a name that somebody else chose. `table[name]` would also find `constructor`, `__proto__`
 * and whatever else every object inherits.
 */
export const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Puts a value under such a name: `table[name] = value` would change the prototype where the name is `__proto__`. */
export function put<Value>(table: Record<string, Value>, name: string, value: Value): void {
  if (name === '__proto__')
    Object.defineProperty(table, name, { value, writable: true, enumerable: true, configurable: true });
  else table[name] = value;
}
