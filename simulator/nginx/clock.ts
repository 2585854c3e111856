/** nginx formats the time once per second, not once per request (`ngx_time_update`). */
let second = Number.NaN;
let httpText = '';

/** `Date:` of an answer, from Unix ms. */
export function httpDate(wallClock: number): string {
  const now = Math.floor(wallClock / 1000);
  if (now !== second) {
    second = now;
    httpText = new Date(now * 1000).toUTCString();
  }
  return httpText;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

/** `$time_local`, on a machine that keeps UTC: `22/Nov/2026:13:27:17 +0000`. */
export function localTime(wallClock: number): string {
  const date = new Date(wallClock);
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}:${time} +0000`;
}

/** The error log's time: `2026/11/22 13:27:17`. */
export function errorTime(wallClock: number): string {
  const date = new Date(wallClock);
  const day = [date.getUTCFullYear(), two(date.getUTCMonth() + 1), two(date.getUTCDate())].join('/');
  return `${day} ${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')}`;
}

/** `$time_iso8601`. */
export const isoTime = (wallClock: number): string => `${new Date(wallClock).toISOString().slice(0, 19)}+00:00`;
