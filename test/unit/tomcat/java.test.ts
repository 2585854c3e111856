import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { webappSources } from '../../../simulator/lab/java-sources.ts';
import { classesBelow } from '../../../simulator/tomcat/java/class-files.ts';
import { demoClasses, demoObjects } from '../../../simulator/tomcat/java/demo.ts';
import { classFilesOf } from '../../../simulator/tomcat/java/lang/class-files.ts';
import { compileJava } from '../../../simulator/tomcat/java/lang/compile.ts';
import { objectOf } from '../../../simulator/tomcat/java/make.ts';
import { javaText, revived, written } from '../../../simulator/tomcat/java/serialization.ts';
import { sha1 } from '../../../simulator/tomcat/java/sha1.ts';
import { decode } from '../../../simulator/tomcat/java/stream/decode.ts';

const folder = 'webapps/ROOT/WEB-INF/classes';
const classesOf = (files: Record<string, string>) => {
  const made = Object.entries(classFilesOf(files)).flatMap(([path, text]) => (text === null ? [] : [[path, text]]));
  return classesBelow(Object.fromEntries(made), folder) ?? {};
};
const bytesOf = (name: string, classes: ReturnType<typeof classesOf>) => {
  const made = objectOf(name, classes);
  if ('thrown' in made) throw new Error(made.thrown.class);
  return written(made.value, classes);
};

describe('the sources that a lab begins with', () => {
  const classes = classesOf(webappSources());

  test('compile without a problem', () => {
    expect(compileJava(webappSources()).problems).toEqual([]);
  });

  test('User is written and read', () => {
    const bytes = bytesOf('User', classes);
    const read = 'value' in bytes ? revived(bytes.value, classes) : bytes;
    expect('value' in read && javaText(read.value, classes)).toBe('User(zhang,20)');
  });

  test('User is, byte by byte, the User that the recordings’ webapp has', () => {
    expect(bytesOf('User', classes)).toEqual(written(demoObjects['User'] ?? null, demoClasses));
    expect(javaText(demoObjects['User'] ?? null, demoClasses)).toBe('User(zhang,20)');
  });

  test('Cart cannot be written, for an Item is in it', () => {
    expect(bytesOf('Cart', classes)).toMatchObject({
      thrown: { class: 'java.io.NotSerializableException', message: 'demo.Item' },
    });
  });
});

test('a Tomcat with another version of the class refuses what the first one wrote', () => {
  const files = webappSources(['demo/User.java']);
  const bytes = bytesOf('User', classesOf(files));
  const newer = { [`${folder}/demo/User.java`]: (files[`${folder}/demo/User.java`] ?? '').replace('1L', '2L') };
  const read = 'value' in bytes && revived(bytes.value, classesOf(newer));
  expect(read).toMatchObject({
    thrown: {
      class: 'java.io.InvalidClassException',
      message:
        'demo.User; local class incompatible: stream classdesc serialVersionUID = 1, local class serialVersionUID = 2',
    },
  });
});

test('a class whose source is gone loses its class file', () => {
  const files = { ...webappSources(['demo/User.java']), [`${folder}/demo/Gone.class`]: '{}' };
  expect(classFilesOf(files)[`${folder}/demo/Gone.class`]).toBeNull();
});

test('a source that javac refuses leaves all class files as they were', () => {
  const files = webappSources();
  const broken = {
    ...files,
    [`${folder}/demo/User.java`]: (files[`${folder}/demo/User.java`] ?? '').replace('1L;', '1L'),
  };
  expect(classFilesOf({ ...broken, [`${folder}/demo/User.class`]: 'old' })).toEqual({});
});

describe('whatever is typed', () => {
  const source = Object.values(webappSources()).join('\n');

  test('a source cut anywhere is read up to the cut', () => {
    for (let at = 0; at < source.length; at += 7)
      expect(() => compileJava({ 'demo/User.java': source.slice(0, at) })).not.toThrow();
  });

  test('any text is compiled without an exception', () => {
    const word = fc.constantFrom(
      ...[
        'class',
        'A',
        'B',
        '{',
        '}',
        '(',
        ')',
        ';',
        '=',
        'int',
        '->',
        '::',
        'new',
        'record',
        'enum',
        '.',
        ',',
        '"x"',
        '1',
        'static',
        'implements Serializable',
        'extends',
        'return',
        'switch',
        'case',
        '<',
        '>',
        '[]',
        'lambda',
        '@',
        'this',
        'super',
        '+',
        '?',
        ':',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
        ),
        (text) => {
          const files = { [`${folder}/demo/A.java`]: text };
          const { classes } = compileJava(files);
          for (const name of Object.keys(classes)) objectOf(name.replace('demo.', ''), classes);
        },
      ),
    );
  });

  test('deep nesting does not end in an exception', () => {
    const deep = `class A { Object o = ${'('.repeat(3000)}1${')'.repeat(3000)}; }`;
    expect(() => compileJava({ 'A.java': deep })).not.toThrow();
  });

  test('code that never ends, ends', () => {
    const files = { [`${folder}/demo/A.java`]: 'package demo; public class A { public A() { while (true) { } } }' };
    expect(objectOf('A', classesOf(files))).toEqual({ thrown: { class: 'java.lang.ThreadDeath' } });
  });
});

describe('whatever bytes are in a store', () => {
  const good = bytesOf('User', classesOf(webappSources()));
  const bytes = 'value' in good ? good.value : '';
  const classes = classesOf(webappSources());

  test('they are decoded as far as they go', () => {
    expect(bytes.length).toBe(76);
    for (let at = 5; at < bytes.length; at++) {
      const { fault } = decode(bytes.slice(0, at));
      expect(fault?.class, `cut at ${at}`).toBe('java.io.EOFException');
    }
  });

  test('no bytes make an exception of ours', () => {
    const changed = fc
      .tuple(fc.nat(bytes.length - 1), fc.nat(255))
      .map(([at, byte]) => bytes.slice(0, at) + String.fromCharCode(byte) + bytes.slice(at + 1));
    const any = fc.uint8Array({ maxLength: 200 }).map((array) => `\xac\xed\0\x05${String.fromCharCode(...array)}`);
    fc.assert(
      fc.property(fc.oneof(changed, any), (text) => {
        decode(text);
        revived(text, classes);
      }),
      { numRuns: 2000 },
    );
  });

  test('objects in objects without end are a StackOverflowError', () => {
    const nested = `\xac\xed\0\x05${'ur\0\x13[Ljava.lang.Object;\x90\xceX\x9f\x10s)l\x02\0\0xp\0\0\0\x01'.repeat(5000)}`;
    expect(decode(nested).fault).toEqual({ class: 'java.lang.StackOverflowError' });
    expect(revived(nested, {})).toMatchObject({ thrown: { class: 'java.lang.StackOverflowError' } });
  });
});

test('SHA-1 of "abc", as FIPS 180-4 has it', () => {
  const hex = sha1('abc').map((byte) => byte.toString(16).padStart(2, '0'));
  expect(hex.join('')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
});
