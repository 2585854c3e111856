import type { Scheduled } from './world.ts';

/** A binary heap kept in a plain array, earliest first; equal times keep the order of scheduling. */
export function push(heap: Scheduled[], item: Scheduled): void {
  let i = heap.push(item) - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = heap[parent] as Scheduled;
    if (!before(item, above)) break;
    heap[i] = above;
    i = parent;
  }
  heap[i] = item;
}

/** Takes the earliest. */
export function pop(heap: Scheduled[]): Scheduled | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length > 0 && last) sink(heap, 0, last);
  return top;
}

/** Takes whatever satisfies `wanted`, and restores the heap. */
export function remove(heap: Scheduled[], wanted: (item: Scheduled) => boolean): Scheduled[] {
  const taken: Scheduled[] = [];
  let kept = 0;
  for (const item of heap) {
    if (wanted(item)) taken.push(item);
    else heap[kept++] = item;
  }
  if (taken.length === 0) return taken;
  heap.length = kept;
  sort(heap);
  return taken;
}

/** A heap is not far from sorted: a short one is put in order item by item. */
function sort(heap: Scheduled[]): void {
  if (heap.length > 50) heap.sort((a, b) => (before(a, b) ? -1 : 1));
  else
    for (let i = 1; i < heap.length; i++) {
      const item = heap[i] as Scheduled;
      let at = i;
      for (; at > 0 && before(item, heap[at - 1] as Scheduled); at--) heap[at] = heap[at - 1] as Scheduled;
      heap[at] = item;
    }
}

function sink(heap: Scheduled[], start: number, item: Scheduled): void {
  let i = start;
  for (let child = 2 * i + 1; child < heap.length; child = 2 * i + 1) {
    const right = heap[child + 1];
    if (right && before(right, heap[child] as Scheduled)) child++;
    const smaller = heap[child] as Scheduled;
    if (!before(smaller, item)) break;
    heap[i] = smaller;
    i = child;
  }
  heap[i] = item;
}

const before = (a: Scheduled, b: Scheduled) => a.at < b.at || (a.at === b.at && a.serial < b.serial);
