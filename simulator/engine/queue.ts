import type { Scheduled } from './world.ts';

/** A binary heap kept in a plain array, earliest first; equal times keep the order of scheduling. */
export function push(heap: Scheduled[], item: Scheduled): void {
  rise(heap, heap.push(item) - 1, item);
}

/** Takes the earliest. */
export function pop(heap: Scheduled[]): Scheduled | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length > 0 && last) rise(heap, sunk(heap), last);
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

/**
 * Moves the hole at the top down to a leaf, the earlier child up each time, and says where it is then. What is put there was
 * a leaf before, so it seldom rises far: to sink it from the top would take twice as many comparisons.
 */
function sunk(heap: Scheduled[]): number {
  const { length } = heap;
  let hole = 0;
  for (let child = 1; child < length; child = 2 * hole + 1) {
    if (child + 1 < length && before(heap[child + 1] as Scheduled, heap[child] as Scheduled)) child++;
    heap[hole] = heap[child] as Scheduled;
    hole = child;
  }
  return hole;
}

/** Puts an item into the hole at `i`, or above it, where it is not earlier than what is over it. */
function rise(heap: Scheduled[], i: number, item: Scheduled): void {
  let hole = i;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = heap[parent] as Scheduled;
    if (!before(item, above)) break;
    heap[hole] = above;
    hole = parent;
  }
  heap[hole] = item;
}

const before = (a: Scheduled, b: Scheduled) => a.at < b.at || (a.at === b.at && a.serial < b.serial);
