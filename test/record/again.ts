import type { Case, Difference } from '../conformance/suite.ts';
import type { Recorder } from './recorder.ts';

/** Says how far the program that runs here does what its recording says. Returns whether it does so in every case. */
export function sayAgain(recorder: Recorder, recorded: readonly Case[], anew: readonly Case[]): boolean {
  const different = recorded.flatMap((before, i) => {
    const differences = recorder.differences(before, anew[i] as Case);
    return differences.length === 0 ? [] : [{ id: before.id, differences }];
  });
  for (const { id, differences } of different) {
    console.log(`\n${recorder.suite.name} ${id} is not as recorded`);
    for (const difference of differences) console.log(text(difference));
  }
  console.log(`\n${recorder.suite.name}: ${recorded.length - different.length} / ${recorded.length} as recorded`);
  return different.length === 0;
}

const text = ({ at, expected, actual }: Difference) =>
  `  ${at}\n    recorded ${JSON.stringify(expected)}\n    now      ${JSON.stringify(actual)}`;
