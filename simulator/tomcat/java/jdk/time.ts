import type { JavaObject, JavaValue } from '../value.ts';
import type { Codec, CustomInput, CustomOutput } from './codecs.ts';

/**
 * java.time.Ser: every class of java.time is written through it, a byte saying which and then its numbers.
 * In the lab such an object has its numbers as fields that begin with `#`.
 */
interface Kind {
  tag: number;
  write(value: JavaObject, out: CustomOutput): void;
  read(input: CustomInput): Record<string, JavaValue>;
}

const number = ({ fields }: JavaObject, name: string) => Number(fields[name] ?? 0);
const long = ({ fields }: JavaObject, name: string) => {
  const value = fields[name];
  return value !== null && typeof value === 'object' && value.type === 'long' ? value.value : '0';
};

const seconds = (tag: number): Kind => ({
  tag,
  write(value, out) {
    out.long(long(value, '#seconds'));
    out.int(number(value, '#nanos'));
  },
  read: (input) => ({ '#seconds': { type: 'long', value: input.long() }, '#nanos': input.int() }),
});

const date = {
  write(value: JavaObject, out: CustomOutput) {
    out.int(number(value, '#year'));
    out.byte(number(value, '#month'));
    out.byte(number(value, '#day'));
  },
  read: (input: CustomInput) => ({ '#year': input.int(), '#month': input.byte(), '#day': input.byte() }),
};

/** The last part that is not zero is written as it is, and if parts follow that are zero, inverted. */
const time = {
  write(value: JavaObject, out: CustomOutput) {
    const [hour, minute, second, nano] = ['#hour', '#minute', '#second', '#nano'].map((part) =>
      number(value, part),
    ) as [number, number, number, number];
    if (nano === 0 && second === 0 && minute === 0) return out.byte(~hour);
    out.byte(hour);
    if (nano === 0 && second === 0) return out.byte(~minute);
    out.byte(minute);
    if (nano === 0) return out.byte(~second);
    out.byte(second);
    out.int(nano);
  },
  read(input: CustomInput): Record<string, JavaValue> {
    const parts = [0, 0, 0, 0];
    for (let i = 0; i < 3; i++) {
      const part = input.byte();
      parts[i] = part < 0 ? ~part : part;
      if (part < 0) break;
      if (i === 2) parts[3] = input.int();
    }
    return { '#hour': parts[0] ?? 0, '#minute': parts[1] ?? 0, '#second': parts[2] ?? 0, '#nano': parts[3] ?? 0 };
  },
};

const offset = {
  write(value: JavaObject, out: CustomOutput) {
    const total = number(value, '#offset');
    const quarter = total % 900 === 0 ? total / 900 : 127;
    out.byte(quarter);
    if (quarter === 127) out.int(total);
  },
  read(input: CustomInput): Record<string, JavaValue> {
    const quarter = input.byte();
    return { '#offset': quarter === 127 ? input.int() : quarter * 900 };
  },
};

const dateTime = {
  write(value: JavaObject, out: CustomOutput) {
    date.write(value, out);
    time.write(value, out);
  },
  read: (input: CustomInput): Record<string, JavaValue> => ({ ...date.read(input), ...time.read(input) }),
};

const kinds: Readonly<Record<string, Kind>> = {
  'java.time.Duration': seconds(1),
  'java.time.Instant': seconds(2),
  'java.time.LocalDate': { tag: 3, ...date },
  'java.time.LocalTime': { tag: 4, ...time },
  'java.time.LocalDateTime': { tag: 5, ...dateTime },
  'java.time.ZonedDateTime': {
    tag: 6,
    write(value, out) {
      dateTime.write(value, out);
      offset.write(value, out);
      const zone = value.fields['#zone'];
      if (zone === undefined || zone === null) {
        out.byte(8);
        return offset.write(value, out);
      }
      out.byte(7);
      out.utf(String(zone));
    },
    read(input) {
      const read = { ...dateTime.read(input), ...offset.read(input) };
      return input.byte() === 7 ? { ...read, '#zone': input.utf() } : { ...read, ...offset.read(input) };
    },
  },
  'java.time.ZoneRegion': {
    tag: 7,
    write: (value, out) => out.utf(String(value.fields['#zone'] ?? '')),
    read: (input) => ({ '#zone': input.utf() }),
  },
  'java.time.ZoneOffset': { tag: 8, ...offset },
  'java.time.OffsetDateTime': {
    tag: 10,
    write(value, out) {
      dateTime.write(value, out);
      offset.write(value, out);
    },
    read: (input) => ({ ...dateTime.read(input), ...offset.read(input) }),
  },
  'java.time.Year': {
    tag: 11,
    write: (value, out) => out.int(number(value, '#year')),
    read: (input) => ({ '#year': input.int() }),
  },
  'java.time.YearMonth': {
    tag: 12,
    write(value, out) {
      out.int(number(value, '#year'));
      out.byte(number(value, '#month'));
    },
    read: (input) => ({ '#year': input.int(), '#month': input.byte() }),
  },
  'java.time.MonthDay': {
    tag: 13,
    write(value, out) {
      out.byte(number(value, '#month'));
      out.byte(number(value, '#day'));
    },
    read: (input) => ({ '#month': input.byte(), '#day': input.byte() }),
  },
  'java.time.Period': {
    tag: 14,
    write(value, out) {
      for (const part of ['#years', '#months', '#days']) out.int(number(value, part));
    },
    read: (input) => ({ '#years': input.int(), '#months': input.int(), '#days': input.int() }),
  },
};

const replace: Codec = {
  replace: (object) => ({ type: 'object', class: 'java.time.Ser', fields: { '#of': object } }),
};

const ser: Codec = {
  write({ fields }, out) {
    const of = fields['#of'] as JavaObject;
    const kind = kinds[of.class];
    out.byte(kind?.tag ?? 0);
    kind?.write(of, out);
  },
  read(object, input) {
    const tag = input.byte();
    const [name, kind] = Object.entries(kinds).find(([, one]) => one.tag === tag) ?? [];
    if (name !== undefined && kind) object.fields['#of'] = { type: 'object', class: name, fields: kind.read(input) };
  },
  resolve: ({ fields }) => fields['#of'] ?? null,
};

export const timeCodecs: Readonly<Record<string, Codec>> = {
  'java.time.Ser': ser,
  ...Object.fromEntries(Object.keys(kinds).map((name) => [name, replace])),
};
