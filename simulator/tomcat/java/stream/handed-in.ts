import { own } from '../../../core/own.ts';
import type { CustomInput } from '../jdk/codecs.ts';
import { hostValue, raise } from '../run/jvm.ts';
import { type JavaValue, stringOf } from '../value.ts';

/** The stream that a `readObject` or `readExternal` is handed. `setDefaults` is its `defaultReadObject`. */
export function readerFor(input: CustomInput, setDefaults: () => void): JavaValue {
  const methods: Record<string, (size: JavaValue) => JavaValue> = {
    defaultReadObject: () => {
      setDefaults();
      return null;
    },
    readObject: () => input.object(),
    readUnshared: () => input.object(),
    readInt: () => input.int(),
    readLong: () => ({ type: 'long', value: input.long() }),
    readShort: () => ({ type: 'short', value: String(input.short()) }),
    readChar: () => ({ type: 'char', value: String(input.short() & 0xffff) }),
    readByte: () => ({ type: 'byte', value: String(input.byte()) }),
    readUnsignedByte: () => input.byte() & 0xff,
    readUnsignedShort: () => input.short() & 0xffff,
    readBoolean: () => input.byte() !== 0,
    readFloat: () => ({ type: 'float', value: input.float() }),
    readDouble: () => ({ type: 'double', value: input.double() }),
    readUTF: () => ({ type: 'string', value: input.utf() }),
    read: () => input.byte() & 0xff,
    readFields: () => getField(input.defaults()),
    close: () => null,
    registerValidation: () => null,
  };
  const call = (name: string, [size = null]: readonly JavaValue[]): JavaValue =>
    Object.hasOwn(methods, name) ? (methods[name]?.(size) ?? null) : raise('java.lang.NoSuchMethodError', name);
  return hostValue({ type: 'host', class: 'java.io.ObjectInputStream', call });
}

/** ObjectInputStream.GetField. */
const getField = (values: Readonly<Record<string, JavaValue>>): JavaValue =>
  hostValue({
    type: 'host',
    class: 'java.io.ObjectInputStream$GetField',
    call: (name, [field = null, otherwise = null]) => {
      const found = own(values, stringOf(field) ?? '');
      return name === 'defaulted' ? found === undefined : (found ?? otherwise);
    },
  });
