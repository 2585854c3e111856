/** Where in a value a leaf stands, e.g. `['jar', 0, 'value']`; map keys and set members count as steps. */
export type Path = readonly (string | number)[];

/**
 * Every way to change one leaf of a plain value: the path of the leaf, and a function that changes it in
 * a copy of the same shape. Walks objects, arrays, maps and sets; adding to a container is a change too.
 */
export function* disturbances(
  value: unknown,
  path: Path = [],
): Generator<{ path: Path; disturb(copy: unknown): void }> {
  for (const { step, child } of childrenOf(value)) {
    const here = [...path, step];
    if (isContainer(child)) yield* disturbances(child, here);
    else yield { path: here, disturb: (copy) => change(at(copy, path), step) };
  }
  if (value instanceof Map)
    yield { path: [...path, '+'], disturb: (copy) => (at(copy, path) as Map<unknown, unknown>).set('disturbed', 0) };
  if (value instanceof Set)
    yield { path: [...path, '+'], disturb: (copy) => (at(copy, path) as Set<unknown>).add('disturbed') };
  if (Array.isArray(value))
    yield { path: [...path, '+'], disturb: (copy) => (at(copy, path) as unknown[]).push('disturbed') };
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

function childrenOf(value: unknown): { step: string | number; child: unknown }[] {
  if (value instanceof Map) return [...value].map(([key, child]) => ({ step: key as string, child }));
  if (value instanceof Set) return [];
  if (Array.isArray(value)) return value.map((child, step) => ({ step, child }));
  return isContainer(value) ? Object.entries(value).map(([step, child]) => ({ step, child })) : [];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((here, step) => (here instanceof Map ? here.get(step) : (here as never)[step]), value);
}

function change(container: unknown, step: string | number): void {
  const other = (old: unknown) => (typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${old}~`);
  if (container instanceof Map) container.set(step, other(container.get(step)));
  else
    (container as Record<string | number, unknown>)[step] = other(
      (container as Record<string | number, unknown>)[step],
    );
}
