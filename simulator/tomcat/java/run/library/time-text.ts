import type { JavaObject, JavaValue } from '../../value.ts';

/** `toString()` of dates, times, UUIDs; undefined: of another class. */
export function timeText({ class: name, fields }: JavaObject): string | undefined {
  const number = (field: string) => Number(fields[field] ?? 0);
  const two = (field: string) => String(number(field)).padStart(2, '0');
  const date = () => `${String(number('#year')).padStart(4, '0')}-${two('#month')}-${two('#day')}`;
  switch (name) {
    case 'java.util.Date':
      return dateText(longOf(fields['#time']));
    case 'java.util.UUID':
      return uuidText(longOf(fields['mostSigBits']), longOf(fields['leastSigBits']));
    case 'java.time.LocalDate':
      return date();
    case 'java.time.LocalTime':
      return timeOfDay(fields);
    case 'java.time.LocalDateTime':
      return `${date()}T${timeOfDay(fields)}`;
    case 'java.time.Instant':
      return instantText(longOf(fields['#seconds']), number('#nanos'));
    case 'java.time.Duration':
      return durationText(longOf(fields['#seconds']), number('#nanos'));
    case 'java.time.Period':
      return periodText(number('#years'), number('#months'), number('#days'));
    case 'java.time.Year':
      return String(number('#year'));
    case 'java.time.YearMonth':
      return `${number('#year')}-${two('#month')}`;
    case 'java.time.MonthDay':
      return `--${two('#month')}-${two('#day')}`;
    case 'java.time.ZoneRegion':
      return String(fields['#zone']);
    case 'java.time.ZoneOffset':
      return offsetText(number('#offset'));
    default:
      return undefined;
  }
}

const longOf = (value: JavaValue | undefined): bigint =>
  value !== null && typeof value === 'object' && value.type === 'long' ? BigInt(value.value) : 0n;

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Date.toString(), in UTC. */
function dateText(millis: bigint): string {
  const at = new Date(Number(millis));
  if (Number.isNaN(at.getTime())) return String(millis);
  const clock = at.toISOString().slice(-13, -5);
  return `${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2, '0')} ${clock} UTC ${at.getUTCFullYear()}`;
}

function uuidText(most: bigint, least: bigint): string {
  const hex = (value: bigint) => BigInt.asUintN(64, value).toString(16).padStart(16, '0');
  const all = hex(most) + hex(least);
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-${all.slice(12, 16)}-${all.slice(16, 20)}-${all.slice(20)}`;
}

function timeOfDay(fields: Readonly<Record<string, JavaValue>>): string {
  const [hour, minute, second, nano] = ['#hour', '#minute', '#second', '#nano'].map((field) =>
    Number(fields[field] ?? 0),
  );
  const two = (value = 0) => String(value).padStart(2, '0');
  const seconds = second || nano ? `:${two(second)}${fraction(nano ?? 0)}` : '';
  return `${two(hour)}:${two(minute)}${seconds}`;
}

/** Three, six or nine digits. */
function fraction(nano: number): string {
  if (nano === 0) return '';
  const digits = String(nano).padStart(9, '0');
  return `.${digits.endsWith('000000') ? digits.slice(0, 3) : digits.endsWith('000') ? digits.slice(0, 6) : digits}`;
}

function instantText(seconds: bigint, nano: number): string {
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return String(seconds);
  return `${at.toISOString().slice(0, 19)}${fraction(nano)}Z`;
}

function durationText(seconds: bigint, nano: number): string {
  if (seconds === 0n && nano === 0) return 'PT0S';
  const [hours, minutes, rest] = [seconds / 3600n, (seconds % 3600n) / 60n, seconds % 60n];
  const part = (value: bigint, mark: string) => (value === 0n ? '' : `${value}${mark}`);
  const shown = nano === 0 ? part(rest, 'S') : `${rest}.${String(nano).padStart(9, '0').replace(/0+$/, '')}S`;
  return `PT${part(hours, 'H')}${part(minutes, 'M')}${shown}`;
}

function periodText(years: number, months_: number, days_: number): string {
  const part = (value: number, mark: string) => (value === 0 ? '' : `${value}${mark}`);
  const all = part(years, 'Y') + part(months_, 'M') + part(days_, 'D');
  return all === '' ? 'P0D' : `P${all}`;
}

function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z';
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(seconds);
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor((size % 3600) / 60))}`;
}
