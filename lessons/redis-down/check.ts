import { BOOTED_AT, type Judgement, type Planned, type VisitStory } from '../../simulator/index.ts';
import { keepLogins } from '../judge.ts';
import { visit } from '../lab.ts';

/** Two requests of each in a row: each meets both Tomcats. */
export const looksIn = (at: number): Planned[] =>
  ['A', 'A', 'B', 'B'].map((name, i) => visit(at + i * 200, name, '/whoami'));

export const before = (time: number) => (visit: VisitStory) => visit.at < BOOTED_AT + time;
export const after = (time: number) => (visit: VisitStory) => visit.at >= BOOTED_AT + time;

/** Nobody was forgotten, neither before nor after; to have been forgotten after is `mistake`. */
export function keepAll(visits: VisitStory[], time: number, mistake: 'not-on-disk' | 'evicted'): Judgement {
  const well = keepLogins(visits.filter(before(time)));
  return well.passed ? keepLogins(visits.filter(after(time)), mistake) : well;
}
