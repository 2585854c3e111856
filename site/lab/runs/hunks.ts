import { diffLines } from 'diff';
import type { EditedFiles } from '../protocol.ts';
import type { Hunk } from './tasks.ts';

/** A file that differs: what both sides have, and what each has instead of the other, in turn. */
export interface ChangedFile {
  host: string;
  file: string;
  pieces: (string | { hunk: number; a: string; b: string })[];
}

/** The places where files differ. */
export function hunksBetween(a: EditedFiles, b: EditedFiles): Hunk[] {
  const hunks: Hunk[] = [];
  changedFiles(a, b, hunks);
  return hunks;
}

/** The files that differ, cut at their differences; these are put into `hunks`. */
export function changedFiles(a: EditedFiles, b: EditedFiles, hunks: Hunk[]): ChangedFile[] {
  return Object.entries(b).flatMap(([host, texts]) =>
    Object.entries(texts).flatMap(([file, text]): ChangedFile[] => {
      const old = a[host]?.[file] ?? '';
      return old === text || file.endsWith('.class') ? [] : [cut({ host, file }, old, text, hunks)];
    }),
  );
}

function cut({ host, file }: { host: string; file: string }, a: string, b: string, hunks: Hunk[]): ChangedFile {
  const pieces: ChangedFile['pieces'] = [];
  let [lineA, lineB] = [1, 1];
  const changes = diffLines(a, b);
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i] as (typeof changes)[number];
    if (!change.added && !change.removed) {
      pieces.push(change.value);
      lineA += change.count;
      lineB += change.count;
      continue;
    }
    const removed = change.removed ? change : undefined;
    const added = change.added ? change : changes[i + 1]?.added ? changes[++i] : undefined;
    const [inA, inB] = [removed?.value ?? '', added?.value ?? ''];
    pieces.push({ hunk: hunks.length, a: inA, b: inB });
    hunks.push({ host, file, lineA, lineB, removed: linesOf(inA), added: linesOf(inB) });
    lineA += removed?.count ?? 0;
    lineB += added?.count ?? 0;
  }
  return { host, file, pieces };
}

const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
