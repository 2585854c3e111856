import { isRecord } from '../is-record.ts';
import type { Draft, Version } from './draft.ts';
import { mergeDrafts } from './merge-drafts.ts';
import type { Progress } from './progress.ts';
import { fields, isNewer, number, type Read, readProgress, table, text } from './read.ts';

/** What the first line of a file with somebody's progress says, and in which version. */
const FORMAT = 'session-lab-progress';
const VERSION = 1;

/** What a browser keeps for a page is a fraction of this: a larger file is none of ours, and is not read. */
export const MOST_BYTES = 20_000_000;

/** Somebody's progress and drafts, as a file holds them. */
export interface ProgressFile {
  progress: Progress;
  /** By the exercise's id. */
  drafts: Record<string, Draft>;
}

/**
 * Why a file is not taken in: it is too large; it is no JSON; it holds something else, or a lab; it comes from a newer version; or a place in it
 * (`at`, such as `exercises.ip-hash.first`) is not what it should be.
 */
export type Refusal = { why: 'large' | 'no-json' | 'foreign' | 'a-lab' | 'newer' } | { why: 'damaged'; at: string };

/** Drafts that belong to the course: those of a lesson, or of its transfer. */
export const isExercise = (id: string): boolean => /^(?!playground|small-)[a-z0-9-]+(\/transfer)?$/.test(id);

export function fileText({ progress: { by, exercises }, drafts }: ProgressFile): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, by, exercises, drafts }, undefined, 2)}\n`;
}

/** Reads such a file's text, all of it or nothing. */
export function readFile(written: string): ProgressFile | Refusal {
  if (written.length > MOST_BYTES) return { why: 'large' };
  let file: unknown;
  try {
    file = JSON.parse(written);
  } catch {
    return { why: 'no-json' };
  }
  if (isRecord(file) && 'session-lab' in file) return { why: 'a-lab' };
  if (!isRecord(file) || file['format'] !== FORMAT) return { why: 'foreign' };
  if (isNewer(file['version'], VERSION)) return { why: 'newer' };
  const { value: progress, damaged } = readProgress(file, '');
  if (file['version'] !== VERSION) damaged.unshift('version');
  const drafts = table(draft)(file['drafts'], 'drafts', damaged) ?? {};
  damaged.push(...Object.keys(drafts).flatMap((id) => (isExercise(id) ? [] : [`drafts.${id}`])));
  const [at] = damaged;
  return at === undefined ? { progress, drafts } : { why: 'damaged', at };
}

const version: Read<Version> = (value, place, damaged) => {
  const read = fields(value, place, damaged);
  const [at, files] = [read('at', number), read('files', table(table(text)))];
  return at === undefined || files === undefined ? undefined : { at, files };
};

const draft: Read<Draft> = (value, place, damaged) => {
  const newest = version(value, place, damaged);
  const older = fields(value, place, damaged)('older', version, true);
  return newest && older ? mergeDrafts(newest, older) : newest;
};
