import { type JavaClass, PRIVATE, PUBLIC } from '../class.ts';
import type { JavaValue } from '../value.ts';
import type { Codec } from './codecs.ts';

/** What the Redis session manager writes before a session: a class of its jar, not of the JDK, with a `writeObject` of its own. */
export const sessionMetadataClass: JavaClass = {
  name: 'com.orangefunction.tomcat.redissessions.SessionSerializationMetadata',
  kind: 'class',
  modifiers: PUBLIC,
  superclass: 'java.lang.Object',
  interfaces: ['java.io.Serializable'],
  fields: [],
  // Its `readObject` does not begin with the fields: none are written.
  methods: [
    {
      name: 'readObject',
      modifiers: PRIVATE,
      descriptor: '(Ljava/io/ObjectInputStream;)V',
      parameters: ['in'],
      body: [
        {
          kind: 'expression',
          value: { kind: 'call', on: { kind: 'name', name: 'in' }, name: 'readInt', arguments: [] },
        },
      ],
    },
  ],
  // Computed from the class: it declares no serialVersionUID. The field is in its description, its value never.
  uid: '4817120933319990092',
  stream: { flags: 0x03, fields: [{ name: 'sessionAttributesHash', descriptor: '[B' }] },
};

/** Its object; `hash`: bytes, one character each. */
export const sessionMetadata = (hash: string): JavaValue => ({
  type: 'object',
  class: sessionMetadataClass.name,
  fields: { '#hash': hash },
});

/** The hash in such an object; undefined: it is another object. */
export function hashIn(value: JavaValue): string | undefined {
  if (value === null || typeof value !== 'object' || value.type !== 'object') return undefined;
  const hash = value.class === sessionMetadataClass.name ? value.fields['#hash'] : undefined;
  return typeof hash === 'string' ? hash : undefined;
}

/** `writeInt(hash.length)`, the hash. */
export const sessionMetadataCodecs: Readonly<Record<string, Codec>> = {
  [sessionMetadataClass.name]: {
    write({ fields: { '#hash': hash } }, out) {
      const bytes = typeof hash === 'string' ? hash : '';
      out.int(bytes.length);
      out.raw(bytes);
    },
    read(object, input) {
      object.fields['#hash'] = input.raw(input.int());
    },
  },
};
