import type { ChartId } from '../../charts.ts';

/** Where a chart's states stand, in columns and rows, and how far some of its arrows swing out (px, to their left). */
export interface Placement {
  at: Readonly<Record<string, readonly [column: number, row: number]>>;
  bends?: Readonly<Record<string, number>>;
}

/** What comes up stands to the right, what is gone to the left or below. */
export const placements: Readonly<Record<ChartId, Placement>> = {
  tomcat: {
    at: { stopped: [0, 1], starting: [1, 1], running: [2.2, 1], hung: [3.2, 1], stopping: [1.6, 0], crashed: [1.6, 2] },
    bends: { 'starting>running': 18 },
  },
  redis: {
    at: {
      stopped: [0, 1],
      loading: [0, 0],
      running: [1.5, 0],
      computing: [3, 0],
      suspended: [1.5, 2],
      'suspended-computing': [3, 2],
    },
  },
  nginx: {
    at: {
      stopped: [0, 1],
      running: [1, 0],
      quitting: [1, 2],
      frozen: [2.9, 0],
      'frozen-quitting': [2.9, 2],
      killed: [1.95, 1],
    },
  },
  peer: { at: { up: [0, 0.6], failed: [1.5, 0.6], probing: [3, 0.6] }, bends: { 'probing>up': -84 } },
};
