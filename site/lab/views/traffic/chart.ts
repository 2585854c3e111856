import type { Bucket, HostName } from '../../../../simulator/index.ts';

/** A part of the chart's time: what each server answered, from the ground up, and what went wrong. */
export interface Column {
  /** Virtual ms. */
  from: number;
  total: number;
  stacks: { server: HostName; count: number; y: number; height: number }[];
  lost: number;
  errors: number;
}

/** The columns of a chart of a height, as tall as the fullest of them. Pages that no Tomcat wrote stand in `errors`. */
export function columnsOf(
  parts: readonly Bucket[],
  servers: readonly HostName[],
  height: number,
): { columns: Column[]; most: number } {
  const answered = (part: Bucket) => servers.reduce((sum, server) => sum + (part.byServer[server] ?? 0), 0);
  const most = Math.max(1, ...parts.map(answered));
  const columns = parts.map((part) => {
    let y = height;
    const stacks = servers.map((server) => {
      const count = part.byServer[server] ?? 0;
      const tall = (count / most) * height;
      y -= tall;
      return { server, count, y, height: tall };
    });
    return { from: part.from, total: answered(part), stacks, lost: part.loginsLost, errors: part.errors };
  });
  return { columns, most };
}
