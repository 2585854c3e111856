import { describe, expect, test } from 'vitest';
import { figureIn, ratioIn, sideBySide, wordsIn } from '../../../site/bench/data.ts';
import { compared } from '../../bench/beside/measure.ts';

describe('what the bench page shows', () => {
  test('tells of every comparison, measured or not', () => {
    expect(sideBySide.comparisons.map(({ of }) => of).toSorted()).toEqual(Object.keys(wordsIn.en.names).toSorted());
  });

  test.each(sideBySide.comparisons)('$of: its ratios are those of its medians, and these of its runs', (comparison) => {
    if ('missing' in comparison) return expect(comparison.missing).not.toEqual([]);
    for (const { real, ours, ratio } of [comparison.wall, comparison.processor]) {
      for (const { median, runs } of [real, ours]) {
        const middle = runs.toSorted((a, b) => a - b)[runs.length >> 1];
        expect(runs.length % 2).toBe(1);
        expect(median).toBe(middle);
      }
      const [more, less] = comparison.unit === 'ms' ? [real, ours] : [ours, real];
      expect(ratio / (more.median / less.median)).toBeCloseTo(1, 2);
    }
  });

  test('figures are read easily, in both languages', () => {
    expect(figureIn('en', 4485, 'per second')).toBe('4,490 /s');
    expect(figureIn('en', 81_810, 'ms')).toBe('81.8 s');
    expect(figureIn('zh-cn', 0.9319, 'ms')).toBe('932 微秒');
    expect(ratioIn('en', { real: none, ours: none, ratio: 26.47 })).toBe('26 ×');
    expect(ratioIn('zh-cn', { real: none, ours: none, ratio: 0.02331 })).toBe('1/43 倍');
  });
});

const none = { median: 0, runs: [] };

describe('two sides compared', () => {
  const side = (...seconds: number[]) => {
    let at = 0;
    return () => ({ amount: 10, wall: seconds[at++] ?? 0, processor: 1 });
  };

  test('rates: more in a second is faster; the simulator’s first run is cold and does not count', async () => {
    const found = await compared('search', 'per second', 3, { real: side(2, 4, 1), ours: side(100, 0.5, 0.1, 1) });
    expect(found).toMatchObject({
      wall: { real: { median: 5, runs: [5, 2.5, 10] }, ours: { median: 20, runs: [20, 100, 10] }, ratio: 4 },
      processor: { ratio: 1 },
    });
  });

  test('times: less for one is faster', async () => {
    const found = await compared('scenario', 'ms', 1, { real: side(2), ours: side(100, 0.5) });
    expect(found).toMatchObject({ wall: { real: { median: 200 }, ours: { median: 50 }, ratio: 4 } });
  });
});
