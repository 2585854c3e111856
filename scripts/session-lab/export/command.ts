import { statSync, writeFileSync } from 'node:fs';
import { exerciseOf, filesOf } from '../../../lessons/folders.ts';
import { type EditedFiles, withFiles } from '../../../simulator/index.ts';
import { takeHome } from '../../../site/take-home/bundle.ts';
import { exerciseRuns } from '../../../site/take-home/exercise-runs.ts';
import { homeName } from '../../../site/take-home/home-name.ts';
import { zipOf } from '../../../site/take-home/zip.ts';
import type { Command } from '../cli.ts';
import { exerciseIds } from '../exercises.ts';
import { submissionIn } from '../grade/submission.ts';
import { exits } from '../terminal.ts';
import type { Words } from '../words/words.ts';

/** `session-lab export`: writes an exercise's lab with somebody's files as a zip that runs on real programs. */
export const exportLab: Command = {
  options: { out: 'value' },
  async perform({ values, words: [id, folder, extra] }, words, terminal) {
    const refuse = (sentence: string) => {
      terminal.complain(`session-lab: ${sentence}\n`);
      return exits.error;
    };
    if (id === undefined) return refuse(words.missingExercise);
    if (extra !== undefined) return refuse(words.tooMuch(extra));
    if (!exerciseIds.includes(id)) return refuse(words.noExercise(id, exerciseIds));
    const submitted = await filesIn(folder, id, words);
    for (const complaint of submitted.complaints) terminal.complain(`session-lab: ${complaint}\n`);
    if (!submitted.files) return exits.error;
    const exercise = await exerciseOf(id);
    const lab = withFiles(withFiles({ ...exercise.lab, ...exercise.graded }, filesOf(id, 'start')), submitted.files);
    const files = await takeHome({ id, lab, runs: exerciseRuns(exercise, lab), language: words.language });
    const out = values['out'] ?? `${homeName(id)}.zip`;
    try {
      writeFileSync(out, zipOf(homeName(id), files));
    } catch (error) {
      return refuse(words.export.notWritten(out, error instanceof Error ? error.message : String(error)));
    }
    terminal.print(`${words.export.written(out, Object.keys(files).length)}\n`);
    return exits.good;
  },
};

/** Somebody's files of an exercise; without a folder, those that a learner begins with. */
async function filesIn(
  folder: string | undefined,
  id: string,
  words: Words,
): Promise<{ files: EditedFiles | undefined; complaints: string[] }> {
  if (folder === undefined) return { files: {}, complaints: [] };
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return { files: undefined, complaints: [words.noFolder(folder)] };
  const { files, diagnostics } = submissionIn(folder, await exerciseOf(id), words);
  return { files, complaints: diagnostics.map(({ text }) => text) };
}
