import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { md5 } from '../../../simulator/core/md5.ts';
import { demoClasses, demoObjects } from '../../../simulator/tomcat/java/demo.ts';
import { type JavaValue, stringOf } from '../../../simulator/tomcat/java/value.ts';
import { readSession, written } from '../../../simulator/tomcat/session/redis/envelope.ts';
import { attributesHash, serialize } from '../../../simulator/tomcat/session/redis/serializer.ts';
import type { RedisSession } from '../../../simulator/tomcat/session/redis/state.ts';

const hex = (bytes: string) => Buffer.from(bytes, 'latin1').toString('hex');
const EPOCH = 1_462_333_200_000;
const writer = { classes: demoClasses, epoch: EPOCH, shared: true };

/** A session that was made now, with attributes that the request has set. */
const session = (attributes: Record<string, JavaValue>, fresh = Object.keys(attributes)): RedisSession => ({
  id: '00000000000000000000000000000001',
  created: 0,
  lastAccessed: 0,
  thisAccessed: 0,
  maxInactive: 1_800_000,
  isNew: true,
  valid: true,
  dirty: true,
  fresh,
  attributes,
  backedUp: -1,
});

const bytesOf = (one: RedisSession): string => {
  const hash = attributesHash(one, writer);
  const bytes = typeof hash === 'string' ? serialize(one, hash, writer) : hash;
  if (typeof bytes !== 'string') throw new Error(bytes.class);
  return bytes;
};

test('MD5 is what RFC 1321 says it is', () => {
  expect(hex(md5(''))).toBe('d41d8cd98f00b204e9800998ecf8427e');
  expect(hex(md5('message digest'))).toBe('f96b697d7cb7938d525a2f31aaf161d0');
  expect(hex(md5('1234567890'.repeat(8)))).toBe('57edf4a22be3c955ac49da2e2107b67a');
});

describe('the hash of the attributes', () => {
  test('is the one found in Redis', () => {
    expect(hex(String(attributesHash(session({}), writer)))).toBe('1c1fd4a16b1a71d375fb65bf664a8cab');
    expect(hex(String(attributesHash(session({ user: 'zhang' }), writer)))).toBe('d1005559000e011122a48e9c3a5259e8');
  });

  test('is not there where an attribute cannot be written', () => {
    const plain = demoObjects['Plain'] ?? null;
    expect(attributesHash(session({ obj: plain }), writer)).toMatchObject({
      class: 'java.io.NotSerializableException',
      message: 'demo.Plain',
    });
  });
});

describe('the bytes of a session', () => {
  test("are 400, 402 once it is not new, 415 with the guide's login", () => {
    expect(bytesOf(session({}))).toHaveLength(400);
    expect(bytesOf({ ...session({}), isNew: false })).toHaveLength(402);
    expect(bytesOf(session({ user: 'zhang' }))).toHaveLength(415);
    const start = '\xac\xed\0\x05sr\0Dcom.orangefunction.tomcat.redissessions.SessionSerializationMetadata';
    expect(bytesOf(session({})).startsWith(start)).toBe(true);
  });

  test('refer back to a small Integer that was set just now, and not to one that was read', () => {
    const both = { count: 2, user: 'zhang' };
    expect(bytesOf(session(both)).length + 5).toBe(bytesOf(session(both, [])).length);
  });

  /** Values that the demo webapp puts into sessions: texts and numbers, which are written by a short way, and objects. */
  const value = fc.oneof(
    fc.string(),
    fc.integer({ min: -200, max: 200 }),
    fc.constantFrom(
      ...['User', 'Wrapper', 'MyEnum', 'Marked'].map(
        (name) => demoObjects[name === 'Wrapper' ? 'TransientWrapper' : name] ?? null,
      ),
    ),
  );
  const attributes = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { maxKeys: 5 });

  test('tell everything that was written', () => {
    fc.assert(
      fc.property(attributes, fc.boolean(), fc.integer({ min: 0, max: 2 ** 31 }), (held, isNew, created) => {
        const one = { ...session(held), isNew, created, lastAccessed: created + 1, thisAccessed: created + 2 };
        const read = readSession(bytesOf(one), demoClasses);
        if (!('value' in read)) throw new Error(read.thrown.class);
        const { attributes: found, ...about } = read.value;
        expect(about).toEqual({
          id: one.id,
          created: EPOCH + created,
          lastAccessed: EPOCH + created + 1,
          thisAccessed: EPOCH + created + 2,
          maxInactive: 1800,
          isNew,
          isValid: true,
          hash: attributesHash(one, writer),
        });
        expect(Object.keys(found).sort()).toEqual(Object.keys(held).sort());
        for (const [name, before] of Object.entries(held))
          if (typeof before === 'string') expect(stringOf(found[name])).toBe(before);
          else if (typeof before === 'number') expect(found[name]).toBe(before);
      }),
    );
  });

  test('are the same by the short way', () => {
    const plain = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.integer()), { maxKeys: 5 });
    fc.assert(
      fc.property(plain, fc.boolean(), fc.stringMatching(/^[0-9A-F]{32}(\.[a-z]{1,9})?$/), (held, isNew, id) => {
        const one = { ...session(held), isNew, id };
        const hash = String(attributesHash(one, writer));
        const time = String(EPOCH);
        const read = readSession(bytesOf(one), demoClasses);
        const names = 'value' in read ? Object.keys(read.value.attributes) : [];
        const whole = written(
          {
            hash,
            created: time,
            lastAccessed: time,
            thisAccessed: time,
            id,
            maxInactive: 1800,
            isNew,
            isValid: true,
            shared: true,
            attributes: names.map((name) => [name, held[name] ?? null]),
          },
          demoClasses,
        );
        expect(bytesOf(one)).toBe(whole);
      }),
    );
  });
});

describe('what cannot be read', () => {
  test('is the exception that Java throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '\xac\xed\0\x05', '\xac\xed\0\x05sr\0\x04demo'),
        fc.uint8Array(),
        (start, rest) => {
          const bytes = start + Buffer.from(rest).toString('latin1');
          expect('thrown' in readSession(bytes, demoClasses)).toBe(true);
        },
      ),
    );
    expect(readSession('\xac\xed\0\x05{p', demoClasses)).toMatchObject({
      thrown: { class: 'java.io.WriteAbortedException', message: 'writing aborted' },
    });
    expect(readSession('41', demoClasses)).toMatchObject({ thrown: { class: 'java.io.EOFException' } });
    expect(readSession('hello world', demoClasses)).toMatchObject({
      thrown: { class: 'java.io.StreamCorruptedException', message: 'invalid stream header: 68656C6C' },
    });
  });

  test('is a session cut anywhere', () => {
    const whole = bytesOf(session({ user: 'zhang', obj: demoObjects['User'] ?? null }));
    for (let at = 0; at < whole.length; at++)
      expect('thrown' in readSession(whole.slice(0, at), demoClasses), `cut at ${at}`).toBe(true);
  });

  test('is a class that is not there', () => {
    const { 'demo.User': _, ...others } = demoClasses;
    const bytes = bytesOf(session({ obj: demoObjects['User'] ?? null }));
    expect(readSession(bytes, others)).toMatchObject({
      thrown: { class: 'java.lang.ClassNotFoundException', message: 'demo.User' },
    });
  });
});
