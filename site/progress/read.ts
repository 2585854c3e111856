import { isRecord } from '../is-record.ts';
import type { CheckProgress, CheckState, ExerciseProgress, Predicted, Progress } from './progress.ts';

/** What could be read, and the places of what could not, such as `exercises.ip-hash.first`. */
export interface Reading<T> {
  value: T;
  damaged: string[];
}

/** Reads one thing at a place; `undefined`: it is not what it should be, and the place was noted. */
export type Read<T> = (value: unknown, place: string, damaged: string[]) => T | undefined;

/** Whether what says its version says a later one, be it as a text. */
export const isNewer = (version: unknown, known: number): boolean =>
  (typeof version === 'number' || typeof version === 'string') && Number(version) > known;

/** Progress as it was kept, whatever became of it since: what cannot be read is left out and named. `by` stands in for a name that is lost. */
export function readProgress(kept: unknown, by: string): Reading<Progress> {
  const damaged: string[] = [];
  const { by: name, exercises } = isRecord(kept) ? kept : {};
  return {
    value: {
      version: 1,
      by: text(name, 'by', damaged) ?? by,
      exercises: table(exercise)(exercises, 'exercises', damaged) ?? {},
    },
    damaged,
  };
}

const exercise: Read<ExerciseProgress> = (value, place, damaged) => {
  const read = fields(value, place, damaged);
  const first = read('first', number);
  const last = read('last', number);
  if (first === undefined || last === undefined) return undefined;
  return {
    first,
    last,
    attempts: read('attempts', table(number)) ?? {},
    checks: read('checks', table(check)) ?? {},
    ...optional('passed', read('passed', number, true)),
    ...optional('revealed', read('revealed', number, true)),
    hints: read('hints', table(number)) ?? {},
    predictions: read('predictions', table(predicted)) ?? {},
  };
};

const check: Read<CheckProgress> = (value, place, damaged) => {
  const read = fields(value, place, damaged);
  const state = read('state', checkState);
  const at = read('at', number);
  if (state === undefined || at === undefined) return undefined;
  return { state, at, ...optional('passed', read('passed', number, true) ?? (state === 'passed' ? at : undefined)) };
};

const predicted: Read<Predicted> = (value, place, damaged) => {
  const read = fields(value, place, damaged);
  const [at, said, came] = [read('at', number), read('said', text), read('came', text)];
  return at === undefined || said === undefined || came === undefined ? undefined : { at, said, came };
};

const checkState: Read<CheckState> = (value, place, damaged) =>
  value === 'untried' || value === 'passed' || value === 'failed' ? value : fail(place, damaged);

/** A time or a count: what a reader of it must be able to reckon with. */
export const number: Read<number> = (value, place, damaged) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : fail(place, damaged);

export const text: Read<string> = (value, place, damaged) => (typeof value === 'string' ? value : fail(place, damaged));

/** Entries of one kind by name; those that cannot be read are left out. */
export function table<T>(read: Read<T>): Read<Record<string, T>> {
  return (value, place, damaged) => {
    if (!isRecord(value)) return fail(place, damaged);
    const entries = Object.entries(value).flatMap(([key, one]) => {
      const entry = read(one, `${place}.${key}`, damaged);
      return entry === undefined ? [] : [[key, entry] as const];
    });
    return Object.fromEntries(entries);
  };
}

/** Reads the fields of what should be a record; `mayLack`: a field that is not there is no damage. */
export function fields(value: unknown, place: string, damaged: string[]) {
  const record = isRecord(value) ? value : {};
  return <T>(name: string, read: Read<T>, mayLack = false): T | undefined =>
    mayLack && record[name] === undefined ? undefined : read(record[name], `${place}.${name}`, damaged);
}

function fail(place: string, damaged: string[]): undefined {
  damaged.push(place);
}

const optional = <Key extends string>(key: Key, value: number | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [key in Key]?: number };
