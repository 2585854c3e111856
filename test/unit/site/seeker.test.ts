import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Seeker } from '../../../site/lab/page/seeker.ts';

test('however fast somebody drags, one look is under way at most, and the last one wanted is shown', () => {
  const moves = fc.array(fc.oneof(fc.record({ want: fc.integer({ min: 0, max: 1000 }) }), fc.constant('arrived')));
  fc.assert(
    fc.property(moves, (list) => {
      const sent: (number | undefined)[] = [];
      let underWay = 0;
      const seeker = new Seeker((time) => {
        underWay++;
        sent.push(time);
      });
      let wanted: number | undefined;
      for (const move of list) {
        if (typeof move === 'object') {
          wanted = move.want;
          seeker.want(wanted);
        } else if (underWay > 0) {
          underWay--;
          seeker.arrived();
        }
        expect(underWay).toBeLessThanOrEqual(1);
      }
      while (underWay > 0) {
        underWay--;
        if (seeker.arrived()) break;
      }
      expect(sent.at(-1)).toBe(wanted);
    }),
  );
});
