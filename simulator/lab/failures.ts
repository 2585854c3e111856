import type { HostName, Note } from '../engine/world.ts';
import { type Throwable, throwableText } from '../tomcat/java/value.ts';

/** Why a program did not come to work with the files it has, in its own words. */
export interface StartFailure {
  host: HostName;
  message: string;
  /** The note that says it. */
  note: Note;
}

/** What nginx said of the files when it refused to start with them, or `undefined`. */
export function refusalOf(notes: readonly Note[]): StartFailure | undefined {
  for (const note of notes) {
    if (note.kind !== 'terminal' || note.exit === 0) continue;
    const message = note.lines.find((line) => line.includes('[emerg]'));
    if (message !== undefined) return { host: note.host, message, note };
  }
  return undefined;
}

/** Why a webapp could not start, in the words of its Tomcat's first exception (as a log prints it), or `undefined`. */
export function webappFailureOf(notes: readonly Note[]): StartFailure | undefined {
  const failed = notes.find(withoutWebapp);
  return failed && tomcatFailure(failed, notes);
}

/** Every program that did not come to work while a lab's servers were started, told by the notes of that start. */
export function startFailuresOf(notes: readonly Note[]): StartFailure[] {
  const refusal = refusalOf(notes);
  const redis = redisFailure(notes);
  const tomcats = new Map<HostName, Note>();
  for (const note of notes) if (tomcatFailed(note) && !tomcats.has(note.host)) tomcats.set(note.host, note);
  return [
    ...(refusal ? [refusal] : []),
    ...(redis ? [redis] : []),
    ...[...tomcats.values()].map((note) => tomcatFailure(note, notes)),
  ];
}

/** A Tomcat that ended by itself, or one that came up without its webapp. */
const tomcatFailed = (note: Note) => (note.kind === 'state' ? note.state === 'stopped' : withoutWebapp(note));

/** A webapp's start ended in vain, or was not even tried. */
const withoutWebapp = (note: Note) =>
  note.kind === 'log' && (note.message === 'context-failed' || note.message === 'deploy-failed');

function tomcatFailure(failed: Note, notes: readonly Note[]): StartFailure {
  const { host } = failed;
  const cause = notes.find((note) => note.kind === 'log' && note.host === host && note.exception);
  const message = cause?.kind === 'log' && cause.exception ? throwableText(told(cause.exception)) : '';
  return { host, message, note: cause ?? failed };
}

/** The exception itself, or where it says nothing (InvocationTargetException) the one that it wraps. */
const told = (thrown: Throwable): Throwable =>
  thrown.message === undefined && thrown.cause ? told(thrown.cause) : thrown;

/** The last thing that a Redis wrote that never came up. */
function redisFailure(notes: readonly Note[]): StartFailure | undefined {
  if (notes.some((note) => note.kind === 'redis-mode')) return undefined;
  const last = notes.findLast((note) => note.kind === 'redis-log');
  return last?.kind === 'redis-log' ? { host: last.host, message: last.line, note: last } : undefined;
}
