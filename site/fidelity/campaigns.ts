import log from '../../test/fuzz/campaigns.json';
import type { Log } from '../../test/fuzz/campaigns.ts';

export const { campaigns, findings } = log as Log;

/** The searches of one suite beside one program, taken together. */
interface Searched {
  suite: string;
  program: string;
  searches: number;
  minutes: number;
  cases: number;
  disagreements: number;
}

export function searched(): Searched[] {
  const all = new Map<string, Searched>();
  for (const { suite, program, minutes, cases, disagreements } of campaigns) {
    const key = `${suite} ${program}`;
    const one = all.get(key) ?? { suite, program, searches: 0, minutes: 0, cases: 0, disagreements: 0 };
    all.set(key, one);
    one.searches++;
    one.minutes += minutes;
    one.cases += cases;
    one.disagreements += disagreements;
  }
  return [...all.values()];
}
