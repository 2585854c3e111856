import type { PlayOutcome, Totals } from '../../../../simulator/index.ts';

/** What is counted of a run; of these, less is better. */
const counted = ['loginsLost', 'errors', 'waiting', 'retries', 'sessionsCreated'] as const;
const waits = ['median', 'p95'] as const;

export type Measure = (typeof counted)[number] | (typeof waits)[number];

/** One line of a comparison: a measure, or how many pages a Tomcat wrote, of how many requests. */
export type Row = { a: number; b: number } & ({ measure: Measure } | { measure: 'pages'; server: string; of: number });

/** All that is compared of two runs. Waits are in ms. */
export function rowsOf(a: Totals, b: Totals): Row[] {
  const servers = [...new Set([...Object.keys(a.byServer), ...Object.keys(b.byServer)])].sort();
  return [
    ...counted.map((measure): Row => ({ measure, a: a[measure], b: b[measure] })),
    ...servers.map((server): Row => {
      const of = Math.max(a.requests, b.requests);
      return { measure: 'pages', server, of, a: a.byServer[server] ?? 0, b: b.byServer[server] ?? 0 };
    }),
    ...waits.map((measure): Row => ({ measure, a: a.latency[measure], b: b.latency[measure] })),
  ];
}

/** Which side does better in a row; waits that hardly differ count as equal, and who wrote a page is neither good nor bad. */
export function betterIn(row: Row): 'a' | 'b' | undefined {
  if (row.measure === 'pages' || !differs(row)) return undefined;
  return row.a < row.b ? 'a' : 'b';
}

/** The rows that tell two runs apart, what weighs most first. */
export const changesBetween = (a: Totals, b: Totals): Row[] => rowsOf(a, b).filter(differs);

/** Less than a tenth of a wait, or than 20 ms, nobody notices; nor that a server gets one request more in twenty. */
function differs(row: Row): boolean {
  const { a, b } = row;
  const apart = Math.abs(a - b);
  if (row.measure === 'pages') return apart > 0 && apart >= row.of / 20;
  return row.measure === 'median' || row.measure === 'p95' ? apart >= Math.max(20, Math.max(a, b) / 10) : apart > 0;
}

/** The programs that do not come up on one side, but do on the other. */
export const newFailures = (before: PlayOutcome['failures'], after: PlayOutcome['failures']): PlayOutcome['failures'] =>
  after.filter(({ host }) => !before.some((one) => one.host === host));
