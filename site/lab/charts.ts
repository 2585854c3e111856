/** A statechart of the simulator, and who is in which of its states at the moment shown. */
export interface ChartView {
  id: ChartId;
  initial: string;
  states: readonly string[];
  arrows: readonly ChartArrow[];
  subjects: { name: string; state: string }[];
}

export type ChartId = 'tomcat' | 'redis' | 'nginx' | 'peer';

export interface ChartArrow {
  from: string;
  event: string;
  to: string;
}
