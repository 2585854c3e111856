import { expect, test } from 'vitest';
import { hashText, nextRandom } from '../../../simulator/core/random.ts';

test('the same state gives the same number and the same next state', () => {
  expect(nextRandom(7)).toEqual(nextRandom(7));
  expect(nextRandom(7)).not.toEqual(nextRandom(8));
});

test('numbers fill [0, 1) evenly', () => {
  const tenths = new Array<number>(10).fill(0);
  let state = 1;
  for (let i = 0; i < 10_000; i++) {
    const drawn = nextRandom(state);
    state = drawn.state;
    const tenth = Math.floor(drawn.value * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(count).toBeGreaterThan(900);
});

test('texts that differ a little have different hashes', () => {
  expect(new Set(['tomcat1', 'tomcat2', 'nginx', 'A', 'B'].map((text) => hashText(text))).size).toBe(5);
});
