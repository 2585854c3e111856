import { own, put } from '../../../core/own.ts';
import type { CustomOutput } from '../jdk/codecs.ts';
import { hostValue, raise } from '../run/jvm.ts';
import { type JavaValue, stringOf } from '../value.ts';

/** The stream that a `writeObject` or `writeExternal` is handed. */
export function writerFor(out: CustomOutput): JavaValue {
  const given: Record<string, JavaValue> = {};
  const putField = hostValue({
    type: 'host',
    class: 'java.io.ObjectOutputStream$PutField',
    call: (name, [field, one]) => {
      if (name === 'put') put(given, stringOf(field) ?? '', one ?? null);
      return null;
    },
  });
  const call = (name: string, values: readonly JavaValue[]): JavaValue => {
    if (name === 'putFields') return putField;
    if (name === 'writeFields') out.fields(given);
    else if (!write(out, name, values)) raise('java.lang.NoSuchMethodError', name);
    return null;
  };
  return hostValue({ type: 'host', class: 'java.io.ObjectOutputStream', call });
}

/** The methods of DataOutput and ObjectOutput. */
function write(out: CustomOutput, name: string, [value = null]: readonly JavaValue[]): boolean {
  const number = () => (typeof value === 'object' && value !== null && 'value' in value ? value.value : String(value));
  const text = () => stringOf(value) ?? raise('java.lang.NullPointerException');
  const methods: Record<string, () => void> = {
    defaultWriteObject: out.defaults,
    writeObject: () => out.object(value),
    writeUnshared: () => out.object(value),
    writeInt: () => out.int(Number(number())),
    writeLong: () => out.long(BigInt(Math.trunc(Number(number()))) === 0n ? '0' : number()),
    writeShort: () => out.short(Number(number())),
    writeChar: () => out.short(Number(number())),
    writeByte: () => out.byte(Number(number())),
    writeBoolean: () => out.byte(value === true ? 1 : 0),
    writeFloat: () => out.float(number()),
    writeDouble: () => out.double(number()),
    writeUTF: () => out.utf(text()),
    writeChars: () =>
      [...text()].forEach((one) => {
        out.short(one.charCodeAt(0));
      }),
    writeBytes: () =>
      [...text()].forEach((one) => {
        out.byte(one.charCodeAt(0));
      }),
    write: () => {
      if (typeof value === 'object' && value?.type === 'array')
        for (const item of value.items)
          out.byte(Number(typeof item === 'object' && item && 'value' in item ? item.value : item));
      else out.byte(Number(number()));
    },
    flush: () => {},
    reset: () => {},
    close: () => {},
  };
  if (!Object.hasOwn(methods, name)) return false;
  own(methods, name)?.();
  return true;
}
