import { own } from '../../../core/own.ts';
import type { Connection } from '../../../engine/world.ts';
import type { JavaClasses } from '../../java/class.ts';
import { newJvm, outcome } from '../../java/run/jvm.ts';
import { equal } from '../../java/run/text.ts';
import { type JavaValue, type Throwable, throwableText } from '../../java/value.ts';
import { log } from '../../log/note.ts';
import { aboutOf } from '../about.ts';
import type { Duty } from '../manager.ts';
import { newSession, newSessionId } from '../session.ts';
import { readSession } from './envelope.ts';
import { withFrames } from './faults.ts';
import { managerFrames as at, deserializingFrames } from './frames.ts';
import { perform, type Run } from './run.ts';
import { attributesHash, serialize } from './serializer.ts';
import type { RedisSession } from './state.ts';
import { JavaException } from './unwinding.ts';

/** What SETNX puts under a new id, before there is a session. */
const NULL_SESSION = 'null';

/** The `timeout` of EXPIRE, in seconds: always the manager's, whatever the session says. */
const ttlOf = ({ duty }: Run) => String(maxInactiveOf(duty) / 1000);

/** `getMaxInactiveInterval()` in ms: session-timeout of web.xml. */
export function maxInactiveOf({ app, host }: Pick<Duty, 'app' | 'host'>): number {
  const { maxInactive } = app.settings;
  return host.traits.minutesForSeconds ? Math.trunc(maxInactive / 60) : maxInactive;
}

/**
 * `findSession`: the thread's own session, or what Redis has. `undefined`: there is none, or the value could not
 * be read and the IOException ended in Tomcat's `Request`, unseen.
 */
export function findSession(run: Run, id: string, callers: readonly string[]): RedisSession | undefined {
  const { locals } = run;
  if (locals.id === id) return locals.session;
  const bytes = load(run, id, callers);
  if (bytes === undefined) return undefined;
  const session = fromBytes(run, id, bytes, callers);
  if (!session) return undefined;
  locals.id = id;
  locals.session = session;
  locals.persisted = true;
  return session;
}

function load(run: Run, id: string, callers: readonly string[]): string | undefined {
  const { connection, thrown } = acquire(run);
  if (thrown) throw javaException(thrown, at.loadAcquire, [at.find, ...callers]);
  const { reply, thrown: failure } = perform(run, { kind: 'command', connection, argv: ['GET', id] });
  giveBack(run, connection, failure !== undefined);
  if (failure) throw javaException(failure, at.loadGet, [at.find, ...callers]);
  return reply?.type === 'bulk' && reply.text !== null ? reply.text : undefined;
}

/** `sessionFromSerializedData`. Only an IOException ends in Tomcat's `Request`, unseen; others go on to the visitor. */
function fromBytes(run: Run, id: string, bytes: string, callers: readonly string[]): RedisSession | undefined {
  const { duty, worker, locals } = run;
  const { out, thread, app } = duty;
  const about = { ...aboutOf(app), id };
  const { chain } = worker.request;
  if (bytes === NULL_SESSION) {
    log(out, thread, 'redis-null-session', { id });
    if (out.noting) out.note({ kind: 'redis-session-unreadable', ...about, why: 'placeholder' }, chain);
    return undefined;
  }
  const read = readSession(bytes, app.classes);
  if ('thrown' in read) {
    const { thrown } = read;
    if (out.noting) out.note({ kind: 'redis-session-unreadable', ...about, why: 'exception', thrown }, chain);
    if (thrown.class === 'java.lang.ClassNotFoundException')
      log(out, thread, 'redis-unable-to-deserialize', {}, thrown);
    else if (!isIoException(thrown))
      throw new JavaException(withFrames(thrown, [...deserializingFrames(thrown), at.findReading, ...callers]));
    return undefined;
  }
  const { created, lastAccessed, attributes, hash } = read.value;
  const epoch = out.wallClock - out.now;
  locals.hash = hash;
  return {
    id,
    created: created - epoch,
    lastAccessed: lastAccessed - epoch,
    thisAccessed: out.now,
    maxInactive: maxInactiveOf(duty),
    isNew: false,
    valid: true,
    dirty: false,
    attributes,
    fresh: [],
    backedUp: -1,
  };
}

/** `createSession(requestedSessionId)`; `undefined` where a requested id is taken already. */
export function createSession(
  run: Run,
  requested: string | undefined,
  callers: readonly string[],
): RedisSession | undefined {
  const { duty, locals } = run;
  const { connection, thrown } = acquire(run);
  if (thrown) throw javaException(thrown, at.createAcquire, callers);
  const id = reserve(run, connection, requested, callers);
  if (id === undefined) {
    giveBack(run, connection, false);
    Object.assign(locals, { id, session: undefined, persisted: false, hash: undefined });
    return undefined;
  }
  const session: RedisSession = {
    ...newSession(id, maxInactiveOf(duty), duty.out.now),
    valid: true,
    dirty: false,
    fresh: [],
  };
  Object.assign(locals, { id, session, persisted: false, hash: undefined });
  giveBack(run, connection, !saveInternal(run, connection, session, true));
  return session;
}

/** Takes an id that is free in Redis; only a requested one is not replaced by another. */
function reserve(run: Run, connection: Connection, requested: string | undefined, callers: readonly string[]) {
  for (;;) {
    const id = requested ?? newSessionId(run.duty);
    const { reply, thrown } = perform(run, { kind: 'command', connection, argv: ['SETNX', id, NULL_SESSION] });
    if (thrown) {
      giveBack(run, connection, true);
      throw javaException(thrown, at.createSetnx, callers);
    }
    if (reply?.type === 'integer' && reply.text !== '0') return id;
    if (requested !== undefined) return undefined;
  }
}

/** `HttpSession.setAttribute`: with SAVE_ON_CHANGE the session is saved at once, where the value is another one. */
export function setAttribute(
  run: Run,
  session: RedisSession,
  name: string,
  value: JavaValue,
  callers: readonly string[],
): void {
  const before = own(session.attributes, name) ?? null;
  if (value === null) removeAttribute(run, session, name, callers);
  else {
    session.attributes = { ...session.attributes, [name]: value };
    session.fresh = [...session.fresh.filter((other) => other !== name), name];
  }
  if (areEqual(before, value, run.duty.app.classes)) return;
  if (run.worker.settings.policies.saveOnChange) saveNow(run, session, callers);
  else session.dirty = true;
}

/** `HttpSession.removeAttribute`: counts as a change, even of a name that is not there. */
export function removeAttribute(run: Run, session: RedisSession, name: string, callers: readonly string[]): void {
  const { [name]: _, ...others } = session.attributes;
  session.attributes = others;
  if (run.worker.settings.policies.saveOnChange) saveNow(run, session, callers);
  else session.dirty = true;
}

/** `HttpSession.invalidate`: the key goes at once (and once more at the request's end). */
export function invalidate(run: Run, session: RedisSession, callers: readonly string[]): void {
  session.valid = false;
  session.attributes = {};
  const thrown = remove(run, session);
  if (thrown) throw new JavaException(withFrames(thrown, callers));
}

/** SAVE_ON_CHANGE: where there is no connection, the servlet hears of it. */
function saveNow(run: Run, session: RedisSession, callers: readonly string[]) {
  const thrown = save(run, session, true);
  if (thrown) throw new JavaException(withFrames(thrown, callers));
}

/** `afterRequest`, called by the Valve whatever came of the request. No error of Redis leaves it. */
export function afterRequest(run: Run): void {
  const { locals, duty, worker } = run;
  const { session } = locals;
  if (!session) return;
  const thrown = session.valid
    ? save(run, session, worker.settings.policies.alwaysSaveAfterRequest)
    : remove(run, session);
  if (!thrown) return;
  const callers = session.valid ? at.afterSaving : at.afterRemoving;
  log(duty.out, duty.thread, 'redis-store-failed', {}, withFrames(thrown, callers));
  noteUnsaved(run, session, thrown);
}

/** `save`: the exception where there is no connection; everything else stays inside. */
function save(run: Run, session: RedisSession, forced: boolean): Throwable | undefined {
  const { connection, thrown } = acquire(run);
  if (thrown) return withFrames(thrown, [at.saveAcquire]);
  giveBack(run, connection, !saveInternal(run, connection, session, forced));
  return undefined;
}

function remove(run: Run, { id }: RedisSession): Throwable | undefined {
  const { connection, thrown } = acquire(run);
  if (thrown) return withFrames(thrown, [at.removeAcquire, at.removeSession]);
  const { thrown: failure } = perform(run, { kind: 'command', connection, argv: ['DEL', id] });
  giveBack(run, connection, failure !== undefined);
  return failure && withFrames(failure, [at.removeDel, at.removeSession]);
}

/**
 * `saveInternal`: SET where something changed, EXPIRE always; whether that worked. Its `finally { return error; }`
 * swallows every exception; only an IOException, one of serialization, leaves a line.
 */
function saveInternal(run: Run, connection: Connection, session: RedisSession, forced: boolean): boolean {
  const { duty, locals, worker } = run;
  const { out, app } = duty;
  const about = { ...aboutOf(app), id: session.id };
  const hash = attributesHash(session, app);
  if (typeof hash !== 'string') return unserialized(run, session, hash);
  const why = reasonToSave(run, session, forced, hash);
  if (why) {
    const bytes = serialize(session, hash, writerOf(duty));
    if (typeof bytes !== 'string') return unserialized(run, session, bytes);
    const { thrown } = perform(run, { kind: 'command', connection, argv: ['SET', session.id, bytes] });
    if (thrown) return noteUnsaved(run, session, thrown);
    session.dirty = false;
    locals.hash = hash;
    locals.persisted = true;
    if (out.noting) out.note({ kind: 'redis-session-saved', ...about, why, bytes: bytes.length }, worker.request.chain);
  } else if (out.noting) out.note({ kind: 'redis-session-unchanged', ...about }, worker.request.chain);
  const { thrown } = perform(run, { kind: 'command', connection, argv: ['EXPIRE', session.id, ttlOf(run)] });
  return thrown === undefined;
}

/** Why a SET is needed, in the order in which the manager asks. */
function reasonToSave({ locals }: Run, session: RedisSession, forced: boolean, hash: string) {
  if (forced) return locals.persisted ? 'forced' : 'new';
  if (session.dirty) return 'dirty';
  if (!locals.persisted) return 'new';
  return hash === locals.hash ? undefined : 'changed-inside';
}

function unserialized(run: Run, session: RedisSession, thrown: Throwable): false {
  const { duty } = run;
  if (isIoException(thrown)) log(duty.out, duty.thread, 'redis-save-failed', { why: complaint(run, thrown) });
  return noteUnsaved(run, session, thrown);
}

/** The released jar logs the exception's message, later builds the exception. */
const complaint = ({ worker }: Run, thrown: Throwable) =>
  worker.pool.jars.manager === 'released' ? (thrown.message ?? 'null') : throwableText(thrown);

const isIoException = ({ class: name }: Throwable) =>
  name.startsWith('java.io.') && name !== 'java.io.UncheckedIOException';

function noteUnsaved({ duty: { out, app }, worker }: Run, { id }: RedisSession, thrown: Throwable): false {
  if (out.noting) out.note({ kind: 'redis-session-not-saved', ...aboutOf(app), id, thrown }, worker.request.chain);
  return false;
}

/** `acquireConnection`. When SELECT fails, the connection is never given back to the pool. */
function acquire(run: Run): { connection: Connection; thrown?: Throwable } {
  const { database } = run.worker.settings;
  const { connection = '', thrown } = perform(run, { kind: 'borrow' });
  if (thrown) return { connection, thrown: withFrames(thrown, [at.acquire]) };
  if (database === 0) return { connection };
  const { thrown: refused } = perform(run, { kind: 'command', connection, argv: ['SELECT', String(database)] });
  return refused ? { connection, thrown: withFrames(refused, [at.acquireSelect]) } : { connection };
}

const giveBack = (run: Run, connection: Connection, broken: boolean) =>
  perform(run, { kind: 'give-back', connection, broken });

/** How sessions are written by this Tomcat. */
const writerOf = ({ host, app, out }: Duty) => ({
  classes: app.classes,
  epoch: out.wallClock - out.now,
  shared: host.traits.sharedBooleans,
});

const areEqual = (a: JavaValue, b: JavaValue, classes: JavaClasses) => {
  const result = outcome(() => equal(a, b, newJvm(classes)));
  return 'value' in result && result.value;
};

const javaException = (thrown: Throwable, frame: string, callers: readonly string[]) =>
  new JavaException(withFrames(thrown, [frame, ...callers]));
