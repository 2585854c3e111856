import type { JavaArray, JavaObject, JavaValue } from '../value.ts';
import type { Codec } from './codecs.ts';
import { lambdaCodec, serializedLambdaCodec } from './lambda.ts';

/** A Throwable without cause refers to itself; its stack is left out, for the lab runs no frames. */
const throwableCodec: Codec = {
  fields: (object) => ({
    detailMessage: object.fields['detailMessage'] ?? null,
    cause: object.fields['cause'] ?? object,
    stackTrace: { type: 'array', class: '[Ljava.lang.StackTraceElement;', items: [] },
    suppressedExceptions: { type: 'object', class: 'java.util.Collections$EmptyList', fields: {} },
  }),
  write: (_, out) => out.defaults(),
  read(object, input) {
    const { detailMessage = null, cause = null } = input.defaults();
    object.fields['detailMessage'] = detailMessage;
    object.fields['cause'] = (cause as unknown) === object ? null : cause;
  },
};

const dateCodec: Codec = {
  write({ fields }, out) {
    out.defaults();
    out.long(longText(fields['#time']));
  },
  read(object, input) {
    input.defaults();
    object.fields['#time'] = { type: 'long', value: input.long() };
  },
};

const longText = (value: JavaValue | undefined) =>
  value !== null && typeof value === 'object' && value.type === 'long' ? value.value : '0';

/** A BigInteger is kept as its decimal text. */
const bigIntegerCodec: Codec = {
  write({ fields }, out) {
    const value = BigInt(String(fields['#value'] ?? '0'));
    const magnitude: number[] = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 8n) magnitude.unshift(Number(rest & 0xffn));
    const items = magnitude.map((byte): JavaValue => ({ type: 'byte', value: String((byte << 24) >> 24) }));
    out.fields({
      bitCount: -1,
      bitLength: -1,
      firstNonzeroByteNum: -2,
      lowestSetBit: -2,
      signum: value > 0n ? 1 : value < 0n ? -1 : 0,
      magnitude: { type: 'array', class: '[B', items },
    });
  },
  read(object, input) {
    const { signum = 0, magnitude = null } = input.defaults();
    const bytes = isArray(magnitude) ? magnitude.items : [];
    let value = 0n;
    for (const byte of bytes) value = (value << 8n) | BigInt(Number((byte as { value: string }).value) & 0xff);
    object.fields['#value'] = (BigInt(Number(signum)) * value).toString();
  },
};

const isArray = (value: JavaValue): value is JavaArray =>
  value !== null && typeof value === 'object' && value.type === 'array';

const charArray = (text: string, capacity: number): JavaArray => ({
  type: 'array',
  class: '[C',
  items: Array.from(
    { length: capacity },
    (_, i): JavaValue => ({ type: 'char', value: String(i < text.length ? text.charCodeAt(i) : 0) }),
  ),
});

const textOfChars = (value: JavaValue, count: number) =>
  isArray(value)
    ? String.fromCharCode(...value.items.slice(0, count).map((one) => Number((one as { value: string }).value)))
    : '';

const builtText = ({ fields }: JavaObject) => String(fields['#text'] ?? '');
const builtCapacity = (object: JavaObject) =>
  Math.max(Number(object.fields['#capacity'] ?? 16), builtText(object).length);

const stringBuilderCodec: Codec = {
  write(object, out) {
    out.defaults();
    out.int(builtText(object).length);
    out.object(charArray(builtText(object), builtCapacity(object)));
  },
  read(object, input) {
    input.defaults();
    const count = input.int();
    object.fields['#text'] = textOfChars(input.object(), count);
  },
};

const stringBufferCodec: Codec = {
  write: (object, out) =>
    out.fields({
      count: builtText(object).length,
      shared: false,
      value: charArray(builtText(object), builtCapacity(object)),
    }),
  read(object, input) {
    const { count = 0, value = null } = input.defaults();
    object.fields['#text'] = textOfChars(value, Number(count));
  },
};

const fileCodec: Codec = {
  write(_, out) {
    out.defaults();
    out.short(0x2f);
  },
  read(object, input) {
    Object.assign(object.fields, input.defaults());
    input.short();
  },
};

export const langCodecs: Readonly<Record<string, Codec>> = {
  'java.lang.Throwable': throwableCodec,
  'java.util.Date': dateCodec,
  'java.math.BigInteger': bigIntegerCodec,
  'java.lang.StringBuilder': stringBuilderCodec,
  'java.lang.StringBuffer': stringBufferCodec,
  'java.io.File': fileCodec,
  'java.lang.invoke.SerializedLambda': serializedLambdaCodec,
  lambda: lambdaCodec,
};
