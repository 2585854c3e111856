import type { JavaValue } from '../../value.ts';
import { numberOf } from '../convert.ts';
import { type Jvm, raise } from '../jvm.ts';
import { textOf } from '../text.ts';

type Static = (values: readonly JavaValue[], jvm: Jvm) => JavaValue;

const object = (name: string, fields: Record<string, JavaValue>): JavaValue => ({
  type: 'object',
  class: `java.time.${name}`,
  fields,
});
const long = (value: bigint | number): JavaValue => ({ type: 'long', value: value.toString() });

/** Factory methods of java.time: `of`, `parse`, `ofSeconds` and the like. What would ask the clock gives a fixed time. */
export function timeStatic(name: string, method: string): Static | undefined {
  return name.startsWith('java.time.') ? factories[`${name.slice(10)}.${method}`] : undefined;
}

const parts =
  (name: string, fields: readonly string[]): Static =>
  (values) =>
    object(name, Object.fromEntries(fields.map((field, i) => [field, numberOf(values[i] ?? 0)])));

const date = ['#year', '#month', '#day'];
const time = ['#hour', '#minute', '#second', '#nano'];

const parsed =
  (name: string, fields: readonly string[]): Static =>
  ([given = null], jvm) => {
    const text = textOf(given, jvm);
    const numbers = text.match(/\d+/g)?.map(Number) ?? [];
    if (numbers.length < 2)
      raise('java.time.format.DateTimeParseException', `Text '${text}' could not be parsed at index 0`);
    return object(name, Object.fromEntries(fields.map((field, i) => [field, numbers[i] ?? 0])));
  };

const seconds =
  (name: string, scale: bigint): Static =>
  ([value = null]) =>
    object(name, { '#seconds': long(BigInt(numberOf(value)) * scale), '#nanos': 0 });

const millis =
  (name: string): Static =>
  ([value = null]) => {
    const whole = BigInt(Math.trunc(numberOf(value)));
    const second = whole >= 0n ? whole / 1000n : -((-whole + 999n) / 1000n);
    return object(name, { '#seconds': long(second), '#nanos': Number(whole - second * 1000n) * 1_000_000 });
  };

const factories: Readonly<Record<string, Static>> = {
  'LocalDate.of': parts('LocalDate', date),
  'LocalDate.parse': parsed('LocalDate', date),
  'LocalDate.now': () => object('LocalDate', { '#year': 2016, '#month': 5, '#day': 4 }),
  'LocalTime.of': parts('LocalTime', time),
  'LocalTime.parse': parsed('LocalTime', time),
  'LocalDateTime.of': parts('LocalDateTime', [...date, ...time]),
  'LocalDateTime.parse': parsed('LocalDateTime', [...date, ...time]),
  'LocalDateTime.now': () =>
    object('LocalDateTime', {
      '#year': 2016,
      '#month': 5,
      '#day': 4,
      '#hour': 3,
      '#minute': 40,
      '#second': 0,
      '#nano': 0,
    }),
  'Instant.ofEpochMilli': millis('Instant'),
  'Instant.ofEpochSecond': seconds('Instant', 1n),
  'Instant.now': () => object('Instant', { '#seconds': long(1462333200), '#nanos': 0 }),
  'Duration.ofMillis': millis('Duration'),
  'Duration.ofSeconds': seconds('Duration', 1n),
  'Duration.ofMinutes': seconds('Duration', 60n),
  'Duration.ofHours': seconds('Duration', 3600n),
  'Duration.ofDays': seconds('Duration', 86400n),
  'Period.of': parts('Period', ['#years', '#months', '#days']),
  'Period.ofDays': ([days = null]) => object('Period', { '#years': 0, '#months': 0, '#days': numberOf(days) }),
  'Year.of': parts('Year', ['#year']),
  'YearMonth.of': parts('YearMonth', ['#year', '#month']),
  'MonthDay.of': parts('MonthDay', ['#month', '#day']),
  'ZoneOffset.ofHours': ([hours = null]) => object('ZoneOffset', { '#offset': numberOf(hours) * 3600 }),
  'ZoneId.of': ([zone = null], jvm) => object('ZoneRegion', { '#zone': textOf(zone, jvm) }),
};
