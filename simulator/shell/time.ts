import type { Call } from './call.ts';

const two = (number: number) => String(number).padStart(2, '0');

const now = ({ turn }: Call, later = 0) => new Date(turn.out.wallClock + later);

/** `2026-09-22 22:25:19`, so many ms from now. */
export const stamp = (call: Call, later = 0): string => now(call, later).toISOString().slice(0, 19).replace('T', ' ');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Tue Sep 22 22:25:19 UTC 2026`, as `date` prints it. */
export function dateLine(call: Call): string {
  const date = now(call);
  const day = String(date.getUTCDate()).padStart(2);
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${day} ${clock(call)} UTC ${date.getUTCFullYear()}`;
}

/** `22:25:19` */
export const clock = (call: Call): string => stamp(call).slice(11);

/** `Sep 22 22:25`, as `ls -l` prints it. */
export function listed(call: Call): string {
  const date = now(call);
  return `${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${clock(call).slice(0, 5)}`;
}

/** `date +FORMAT`, with the usual letters. */
export function formatted(call: Call, format: string): string {
  const date = now(call);
  const values: Record<string, string> = {
    Y: String(date.getUTCFullYear()),
    m: two(date.getUTCMonth() + 1),
    d: two(date.getUTCDate()),
    H: two(date.getUTCHours()),
    M: two(date.getUTCMinutes()),
    S: two(date.getUTCSeconds()),
    F: stamp(call).slice(0, 10),
    T: clock(call),
    s: String(Math.floor(date.getTime() / 1000)),
    '%': '%',
  };
  return format.replaceAll(/%([YmdHMSFTs%])/g, (_, letter: string) => values[letter] ?? '');
}
