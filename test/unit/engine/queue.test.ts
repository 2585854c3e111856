import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pop, push, remove } from '../../../simulator/engine/queue.ts';
import type { Scheduled } from '../../../simulator/engine/world.ts';

const timer = (at: number, serial: number): Scheduled => ({ kind: 'timer', serial, at, host: 'h', name: 't' });
const drained = (heap: Scheduled[]) => {
  const items: Scheduled[] = [];
  for (let item = pop(heap); item; item = pop(heap)) items.push(item);
  return items;
};

test('a queue gives back the earliest first, equal times in the order of scheduling', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const heap: Scheduled[] = [];
      const items = times.map(timer);
      for (const item of items) push(heap, item);
      expect(drained(heap)).toEqual([...items].sort((a, b) => a.at - b.at || a.serial - b.serial));
    }),
  );
});

test('it lies as if each last one had sunk from the top: worlds are compared by it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const heap: Scheduled[] = [];
      for (const item of times.map(timer)) push(heap, item);
      while (heap.length > 0) {
        const expected = withoutTop(heap);
        pop(heap);
        expect(heap).toEqual(expected);
      }
    }),
  );
});

/** The textbook's way to take the top of a heap. */
function withoutTop([, ...rest]: Scheduled[]): Scheduled[] {
  const last = rest.pop();
  if (!last) return [];
  const heap = [last, ...rest];
  const earlier = (a: number, b: number) => {
    const [x, y] = [heap[a], heap[b]];
    return y === undefined || (x !== undefined && (x.at < y.at || (x.at === y.at && x.serial < y.serial)));
  };
  for (let i = 0, child = 1; child < heap.length; i = child, child = 2 * i + 1) {
    if (!earlier(child, child + 1)) child++;
    if (earlier(i, child)) break;
    [heap[i], heap[child]] = [heap[child] as Scheduled, heap[i] as Scheduled];
  }
  return heap;
}

test('what is removed is gone, and the rest stays in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(20), (times, gone) => {
      const heap: Scheduled[] = [];
      for (const item of times.map(timer)) push(heap, item);
      const removed = remove(heap, (item) => item.at === gone);
      expect(removed.length).toBe(times.filter((time) => time === gone).length);
      const rest = drained(heap);
      expect(rest.map((item) => item.at)).toEqual(times.filter((time) => time !== gone).sort((a, b) => a - b));
    }),
  );
});
