import { describe, expect, test } from 'vitest';
import { campaign } from './campaign.ts';
import { growthOf, LINEAR } from './growth.ts';
import { takesText } from './target.ts';
import { targets } from './targets.ts';

/** So many here; campaigns of millions are run by hand (`npm run hostile`). */
const INPUTS = 1500;

describe.each(targets)('$name bears what anybody writes', (target) => {
  test('without a crash', async () => {
    expect((await campaign(target, INPUTS, 1)).crashes).toEqual([]);
  });
});

describe.each(targets.filter(takesText))('$name takes twice the time for twice the text', (target) => {
  test('whatever is repeated', async () => {
    const growth = await growthOf(target);
    expect(growth.ratio, JSON.stringify(growth)).toBeLessThan(LINEAR);
  });
});
