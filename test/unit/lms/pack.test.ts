import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exerciseIds, exerciseOf, filesOf } from '../../../lessons/folders.ts';
import { described } from '../../../scripts/package/exercise.ts';
import { linkFields, withFiles } from '../../../simulator/index.ts';
import { packed as packedLink } from '../../../site/lab/share/pack.ts';
import { packed, unpacked } from '../../../site/lms/pack.ts';
import { ROOM_12 } from '../../../site/lms/scorm12/elements.ts';

/** The state of a learner who has just put the solution in. */
async function solved(id: string) {
  const { lab } = await exerciseOf(id);
  const base = withFiles(lab, filesOf(id, 'start'));
  const link = await packedLink(
    linkFields({ base: id, lab: base, files: filesOf(id, 'solution'), run: undefined }, base),
  );
  return { link, attempts: 12 };
}

test.each(exerciseIds)('the solution of %s fits into what SCORM 1.2 keeps of a learner', async (id) => {
  const { beginning } = await described(id);
  expect((await packed(await solved(id), beginning)).length).toBeLessThanOrEqual(ROOM_12);
});

test('what was kept comes back as a link that says the same', async () => {
  const { beginning } = await described('failover');
  const state = { link: 'v=1&lab=failover&f=nginx/nginx.conf:events%20%7B%7D', attempts: 3 };
  expect(unpacked(await packed(state, beginning), beginning)).toEqual(state);
  expect(unpacked(await packed({ link: '', attempts: 0 }, beginning), beginning)).toEqual({ link: '', attempts: 0 });
});

test('what was kept against other files, cut off or made up is nothing', async () => {
  const kept = await packed({ link: 'v=1&lab=failover&f=nginx/nginx.conf:x', attempts: 3 }, 'one beginning');
  expect(unpacked(kept, 'another beginning')).toBeUndefined();
  expect(unpacked('', 'one beginning')).toBeUndefined();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(kept.length), (text, at) => {
      unpacked(kept.slice(0, at) + text, 'one beginning');
      unpacked(kept.slice(0, 9) + text, 'one beginning');
    }),
  );
});
