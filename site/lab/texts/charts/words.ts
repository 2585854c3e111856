import type { ChartId } from '../../charts.ts';

/** All words about the charts. A language that lacks one does not compile. */
export interface ChartWords {
  about: string;
  hosts: string;
  /** What each chart is of. */
  titles: Record<ChartId, string>;
  /** What a state means, by chart and name. */
  states: Record<ChartId, Record<string, string>>;
  /** What makes a program leave a state for another, by chart and event. */
  events: Record<ChartId, Record<string, string>>;
  /** Names of states that have none elsewhere in the lab, or not one of their own. */
  names: Record<string, string>;
  /** Heads the events that may happen to somebody in a state. */
  leaves(state: string): string;
  /** Who is where. */
  isIn(names: string, state: string): string;
  nobody: string;
}
