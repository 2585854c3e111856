import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Seeker, type Sought } from '../../../site/lab/page/seeker.ts';

/** What somebody does with the slider, or that a moment has come onto the screen. */
const moves = fc.array(
  fc.oneof(
    fc.record({ want: fc.integer({ min: 0, max: 1000 }) }),
    fc.record({ by: fc.integer({ min: -100, max: 100 }) }),
    fc.constant('arrived' as const),
  ),
);

test('however fast somebody drags or presses keys, one look is under way at most, and he ends where he wanted', () => {
  fc.assert(
    fc.property(moves, (list) => {
      const sent: Sought[] = [];
      let underWay = 0;
      const seeker = new Seeker((sought) => {
        underWay++;
        sent.push(sought);
      });
      let wanted = 0;
      for (const move of list) {
        if (move === 'arrived') {
          if (underWay === 0) continue;
          underWay--;
          seeker.arrived();
        } else if ('want' in move) {
          wanted = move.want;
          seeker.want(wanted);
        } else {
          wanted += move.by;
          seeker.move(move.by);
        }
        expect(underWay).toBeLessThanOrEqual(1);
      }
      while (underWay > 0) {
        underWay--;
        if (seeker.arrived()) break;
      }
      // The engine takes them in order, each from where the one before has led.
      const reached = sent.reduce((at, sought) => ('by' in sought ? at + sought.by : (sought.time ?? 0)), 0);
      expect(reached).toBe(wanted);
    }),
  );
});
