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
