import type { EditedFiles } from '../lab/protocol.ts';
import type { Draft, Version } from './draft.ts';

/** The newest of what both hold, and the newest that differs from it. */
export const mergeDrafts = (a: Draft, b: Draft): Draft => draftOf([...versionsOf(a), ...versionsOf(b)]);

/** The older version instead, and the newer one in its place. */
export const swapped = ({ older, ...newer }: Draft, at: number): Draft =>
  older ? { at, files: older.files, older: newer } : newer;

const versionsOf = ({ older, ...newest }: Draft): Version[] => (older ? [newest, older] : [newest]);

function draftOf(versions: readonly Version[]): Draft {
  const byAge = [...versions].sort((a, b) => b.at - a.at || signOf(a.files).localeCompare(signOf(b.files)));
  const { at, files } = byAge[0] as Version;
  const older = byAge.find((one) => !sameWork(one.files, files));
  return older ? { at, files, older: { at: older.at, files: older.files } } : { at, files };
}

const sameWork = (a: EditedFiles, b: EditedFiles): boolean => signOf(a) === signOf(b);

/** Equal for equal files, in whatever order they come. */
const signOf = (files: EditedFiles): string =>
  Object.entries(files)
    .flatMap(([host, texts]) => Object.entries(texts).map(([file, text]) => JSON.stringify([host, file, text])))
    .sort()
    .join();
