import { dropAt, inOrder, ownAt, putAt, type SharedMap } from '../../simulator/core/shared-map.ts';

/** Where in a value a leaf stands, e.g. `['jar', 0, 'value']`; map keys and set members count as steps. */
export type Path = readonly (string | number)[];

/**
 * Every way to change one leaf of a plain value: the path of the leaf, and a function that changes it in
 * a copy of the same shape. Walks objects, arrays, maps and sets; adding to a container is a change too. Shared maps
 * are changed as a step would: their pages are nobody else's business.
 */
export function* disturbances(
  value: unknown,
  path: Path = [],
): Generator<{ path: Path; disturb(copy: unknown): void }> {
  for (const { step, child } of childrenOf(value)) {
    const here = [...path, step];
    if (isContainer(child)) yield* disturbances(child, here);
    else yield { path: here, disturb: (copy) => change(at(copy, path), step) };
    if (isSharedMap(value))
      yield { path: [...here, '-'], disturb: (copy) => dropAt(at(copy, path) as SharedMap<object>, String(step)) };
  }
  const add = adding(value);
  if (add) yield { path: [...path, '+'], disturb: (copy) => add(at(copy, path) as never) };
}

function adding(value: unknown): ((container: never) => void) | undefined {
  if (isSharedMap(value)) return (map: SharedMap<object>) => putAt(map, 'disturbed', { ...inOrder(value)[0]?.[1] });
  if (value instanceof Map) return (map: Map<unknown, unknown>) => map.set('disturbed', 0);
  if (value instanceof Set) return (set: Set<unknown>) => set.add('disturbed');
  if (Array.isArray(value)) return (list: unknown[]) => list.push('disturbed');
  return undefined;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a value is a map whose forks share pages. */
export const isSharedMap = (value: unknown): value is SharedMap<object> =>
  isContainer(value) && 'pages' in value && 'placed' in value && 'owner' in value;

function childrenOf(value: unknown): { step: string | number; child: unknown }[] {
  if (isSharedMap(value)) return inOrder(value).map(([step, child]) => ({ step, child }));
  if (value instanceof Map) return [...value].map(([key, child]) => ({ step: key as string, child }));
  if (value instanceof Set) return [];
  if (Array.isArray(value)) return value.map((child, step) => ({ step, child }));
  return isContainer(value) ? Object.entries(value).map(([step, child]) => ({ step, child })) : [];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((here, step) => inside(here, step), value);
}

/** What stands at a step, to be changed. */
function inside(value: unknown, step: string | number): unknown {
  if (isSharedMap(value)) return ownAt(value, String(step));
  return value instanceof Map ? value.get(step) : (value as never)[step];
}

function change(container: unknown, step: string | number): void {
  const other = (old: unknown) => (typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${old}~`);
  if (container instanceof Map) container.set(step, other(container.get(step)));
  else
    (container as Record<string | number, unknown>)[step] = other(
      (container as Record<string | number, unknown>)[step],
    );
}
