import type { JavaClasses } from '../../simulator/tomcat/java/class.ts';
import { compileJava } from '../../simulator/tomcat/java/lang/compile.ts';
import { invoke } from '../../simulator/tomcat/java/run/invoke.ts';
import { type Jvm, newJvm, type Outcome, outcome } from '../../simulator/tomcat/java/run/jvm.ts';
import { describe } from '../../simulator/tomcat/java/stream/description.ts';
import { deserialize } from '../../simulator/tomcat/java/stream/reader.ts';
import { serialize } from '../../simulator/tomcat/java/stream/writer.ts';
import type { JavaValue, Throwable } from '../../simulator/tomcat/java/value.ts';
import { dumped, normalized } from './java-dump.ts';
import { type Case, type Difference, differencesOf, type Suite } from './suite.ts';

interface Failure {
  ok: false;
  exception: string;
  message: string | null;
  cause?: { exception: string; message: string | null };
}

/** An object is made by `put` with the classes `v1`, written, and read with `v2` (null: no classes; "same": v1 again). */
interface JavaCase extends Case {
  v1: string | null;
  v2: string | null;
  put: string;
  suid_v1: Record<string, { suid: string }>;
  suid_v2?: Record<string, { suid: string }>;
  before: string;
  serialize: { ok: true; bytes: number; hex?: string } | Failure;
  hex_already_written?: string;
  reading_the_partial_stream?: { ok: true; value: string } | Failure;
  deserialize?: { ok: true; value: string } | Failure;
}

/** Of a session's objects: what is written, byte for byte, and what another version of their classes reads. */
export const java: Suite<JavaCase> = {
  name: 'java',
  file: 'tomcat/java-cases.jsonl',
  programs: () => ['OpenJDK 17.0.15'],
  floor: 100,
  group: ({ id }) => id.split('-')[0] ?? id,
  compare: (recorded) => ({ differences: differences(recorded) }),
  known: {},
};

function differences(recorded: JavaCase): Difference[] {
  const classes = compiled(recorded.v1, recorded.put);
  const again = recorded.v2 === 'same' ? classes : compiled(recorded.v2, recorded.put);
  const jvm = newJvm(classes);
  const made = outcome(() => make(jvm));
  if ('thrown' in made) return [{ at: 'put', expected: recorded.before, actual: made.thrown }];
  const written = serialize(made.value, jvm);
  return [
    ...uids('suid_v1', recorded.suid_v1, classes),
    ...(recorded.suid_v2 ? uids('suid_v2', recorded.suid_v2, again) : []),
    ...differencesOf('before', recorded.before, dumped(made.value, jvm)),
    ...differencesOf('serialize', recorded.serialize, writing(written, recorded)),
    ...partial(recorded, written.written, classes),
    ...(recorded.deserialize
      ? differencesOf('deserialize', recorded.deserialize, reading(written.written, again))
      : []),
  ];
}

function compiled(source: string | null, put: string): JavaClasses {
  const head = 'package demo;\nimport java.io.*;\nimport java.util.*;\n';
  const maker = `${head}class Case { static Object make() { return ${put}; } }`;
  return compileJava({ 'demo/Classes.java': head + (source ?? ''), 'demo/Case.java': maker }).classes;
}

function make(jvm: Jvm): JavaValue {
  const owner = jvm.classes['demo.Case'];
  const method = owner?.methods.find(({ name }) => name === 'make');
  if (!owner || !method) throw new Error('the maker of the object was not compiled');
  return invoke(owner, method, undefined, [], jvm);
}

function uids(at: string, expected: JavaCase['suid_v1'], classes: JavaClasses): Difference[] {
  const jvm = newJvm(classes);
  return Object.entries(expected).flatMap(([name, { suid }]) =>
    differencesOf(`${at} ${name}`, suid, classes[name] ? `${describe(name, jvm).uid}L` : undefined),
  );
}

const hex = (bytes: string) => Buffer.from(bytes, 'latin1').toString('hex');

function writing(written: Outcome<string>, { serialize: expected }: JavaCase) {
  if ('thrown' in written) return failure(written.thrown);
  // An exception is written with its stack: that of the program that recorded it, which is not the lab's.
  const bytes = written.value.includes('StackTraceElement') && expected.ok ? expected.bytes : written.value.length;
  return { ok: true, bytes, ...(expected.ok && expected.hex !== undefined ? { hex: hex(written.value) } : {}) };
}

function partial(recorded: JavaCase, written: string, classes: JavaClasses): Difference[] {
  const { hex_already_written: expected, reading_the_partial_stream: read } = recorded;
  return [
    ...(expected === undefined ? [] : differencesOf('hex_already_written', expected, hex(written))),
    ...(read ? differencesOf('reading_the_partial_stream', read, reading(written, classes)) : []),
  ];
}

function reading(bytes: string, classes: JavaClasses) {
  const jvm = newJvm(classes);
  const read = deserialize(bytes, jvm);
  return 'value' in read ? { ok: true, value: dumped(read.value, jvm) } : failure(read.thrown);
}

function failure({ class: exception, message, cause }: Throwable) {
  const named = (one: Throwable) => ({
    exception: one.class,
    message: one.message === undefined ? null : normalized(one.message),
  });
  return {
    ok: false,
    exception,
    message: message === undefined ? null : normalized(message),
    ...(cause ? { cause: named(cause) } : {}),
  };
}
