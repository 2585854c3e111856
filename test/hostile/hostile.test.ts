import { describe, expect, test } from 'vitest';
import { campaign } from './campaign.ts';
import { targets } from './targets.ts';

/** So many here; campaigns of millions are run by hand (`npm run hostile`). */
const INPUTS = 1500;
const SLOW_INPUTS = 60;

describe.each(targets)('$name bears what anybody writes', (target) => {
  test('without a crash', async () => {
    expect((await campaign(target, target.slow ? SLOW_INPUTS : INPUTS, 1)).crashes).toEqual([]);
  });
});
