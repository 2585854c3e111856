import fc from 'fast-check';
import type { CheckProgress, ExerciseProgress, Progress } from '../../../site/progress/progress.ts';

const time = fc.integer({ min: 0, max: 40 });
// Few names, so that two of them meet; some that every object has by birth.
const name = fc.constantFrom('a', 'b', 'a/transfer', 'constructor', '__proto__', 'toString');
const record = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(name, value), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
const maybe = <Key extends string>(key: Key) =>
  fc.option(time, { nil: undefined }).map((at) => (at === undefined ? {} : { [key]: at }) as { [key in Key]?: number });

const check: fc.Arbitrary<CheckProgress> = fc
  .tuple(fc.constantFrom('untried', 'passed', 'failed'), time, maybe('passed'))
  .map(([state, at, passed]) => ({ state, at, ...(state === 'passed' ? { passed: at } : {}), ...passed }));

const exercise: fc.Arbitrary<ExerciseProgress> = fc
  .record({
    first: time,
    last: time,
    attempts: record(fc.nat(9)),
    checks: record(check),
    hints: record(fc.integer({ min: 1, max: 3 })),
    predictions: record(
      fc.record({ at: time, said: fc.constantFrom('tomcat1', 'kept'), came: fc.constantFrom('tomcat2', 'lost') }),
    ),
    times: fc.tuple(maybe('passed'), maybe('revealed')),
  })
  .map(({ times: [passed, revealed], ...rest }) => ({ ...rest, ...passed, ...revealed }));

/** Progress of any shape that can come about, and some that cannot. */
export const someProgress: fc.Arbitrary<Progress> = fc.record({
  version: fc.constant(1 as const),
  by: fc.constantFrom('here', 'there'),
  exercises: record(exercise),
});
