import type { EditedFiles } from '../../protocol.ts';
import { hunksBetween } from '../../runs/hunks.ts';
import type { Hunk } from '../../runs/tasks.ts';

/** An answer to an exercise that passes, and the way to it from a learner's files. */
export interface Answer {
  files: EditedFiles;
  hunks: Hunk[];
}

export const wayTo = (files: EditedFiles, from: EditedFiles): Answer => ({ files, hunks: hunksBetween(from, files) });

/** The answer with the fewest lines to change; of equals, the first. */
export const nearestTo = (from: EditedFiles, answers: readonly EditedFiles[]): Answer =>
  answers.map((files) => wayTo(files, from)).reduce((best, way) => (linesIn(way) < linesIn(best) ? way : best));

const linesIn = ({ hunks }: Answer): number =>
  hunks.reduce((sum, { removed, added }) => sum + removed.length + added.length, 0);
