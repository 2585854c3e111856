import { isRecord } from '../is-record.ts';
import type { EditedFiles } from '../lab/protocol.ts';

/** What somebody wrote in an exercise's files by a time (ms since 1970). */
export interface Version {
  at: number;
  files: EditedFiles;
}

/** What the browser keeps of an exercise's files: what was written last and, where two drafts met, the older one. */
export interface Draft extends Version {
  older?: Version;
}

/** The draft in a text that was kept; before drafts knew their time, it was their files alone. */
export function parseDraft(text: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(text);
    if (!isVersion(kept)) return isEditedFiles(kept) ? { at: 0, files: kept } : undefined;
    const { at, files } = kept;
    const { older } = kept as { older?: unknown };
    return isVersion(older) ? { at, files, older } : { at, files };
  } catch {
    return undefined;
  }
}

/** The draft after somebody wrote; the same one if he wrote nothing new. `undefined`: nothing is left to be kept. */
export function rewritten(before: Draft | undefined, files: EditedFiles, at: number): Draft | undefined {
  const empty = Object.keys(files).length === 0;
  if (!before) return empty ? undefined : { at, files };
  if (JSON.stringify(before.files) === JSON.stringify(files)) return before;
  const { older } = before;
  if (older) return { at, files, older };
  return empty ? undefined : { at, files };
}

const isVersion = (one: unknown): one is Version =>
  isRecord(one) && typeof one['at'] === 'number' && isEditedFiles(one['files']);

const isEditedFiles = (value: unknown): value is EditedFiles =>
  isRecord(value) &&
  Object.values(value).every(
    (files) => isRecord(files) && Object.values(files).every((text) => typeof text === 'string'),
  );
