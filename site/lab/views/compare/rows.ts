import type { PlayOutcome, Totals } from '../../../../simulator/index.ts';

/** What is counted of a run; of these, less is better. */
const counted = ['loginsLost', 'errors', 'waiting', 'retries', 'sessionsCreated'] as const;
const waits = ['median', 'p95'] as const;

export type Measure = (typeof counted)[number] | (typeof waits)[number];

/** One line of a comparison: a measure, or how many pages a Tomcat wrote. */
export type Row = { a: number; b: number } & ({ measure: Measure } | { measure: 'pages'; server: string });

/** All that is compared of two runs. Waits are in ms. */
export function rowsOf(a: Totals, b: Totals): Row[] {
  const servers = [...new Set([...Object.keys(a.byServer), ...Object.keys(b.byServer)])].sort();
  return [
    ...counted.map((measure): Row => ({ measure, a: a[measure], b: b[measure] })),
    ...servers.map(
      (server): Row => ({ measure: 'pages', server, a: a.byServer[server] ?? 0, b: b.byServer[server] ?? 0 }),
    ),
    ...waits.map((measure): Row => ({ measure, a: a.latency[measure], b: b.latency[measure] })),
  ];
}

/** Which side does better in a row; waits that hardly differ count as equal, and so does who wrote the pages. */
export function betterIn({ measure, a, b }: Row): 'a' | 'b' | undefined {
  if (measure === 'pages' || !differs({ measure, a, b })) return undefined;
  return a < b ? 'a' : 'b';
}

/** The rows that tell two runs apart, what weighs most first. */
export const changesBetween = (a: Totals, b: Totals): Row[] => rowsOf(a, b).filter(differs);

/** Less than a tenth of a wait, or than 20 ms, nobody notices. */
const differs = ({ measure, a, b }: Pick<Row, 'measure' | 'a' | 'b'>) =>
  measure === 'median' || measure === 'p95' ? Math.abs(a - b) >= Math.max(20, Math.max(a, b) / 10) : a !== b;

/** The programs that do not come up on one side, but do on the other. */
export const newFailures = (before: PlayOutcome['failures'], after: PlayOutcome['failures']): PlayOutcome['failures'] =>
  after.filter(({ host }) => !before.some((one) => one.host === host));
