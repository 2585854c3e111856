import { exerciseOf, wordsOf } from '../../lessons/folders.ts';
import type { Language } from '../../lessons/texts.ts';
import type { Exercise } from '../../simulator/index.ts';
import type { Command } from './cli.ts';
import { exerciseIds, headOf } from './exercises.ts';
import { exits } from './terminal.ts';

const formats = ['text', 'json'];

/** `session-lab list`: the exercises that there are. */
export const list: Command = {
  options: { format: 'value' },
  async perform({ values, words: [extra] }, words, terminal) {
    const format = values['format'] ?? 'text';
    if (extra !== undefined || !formats.includes(format)) {
      const wrong = extra === undefined ? words.badFormat(format, formats) : words.tooMuch(extra);
      terminal.complain(`session-lab: ${wrong}\n`);
      return exits.error;
    }
    const exercises = await Promise.all(exerciseIds.map(exerciseOf));
    const listed = await Promise.all(exercises.map((exercise) => entryOf(exercise, words.language)));
    if (format === 'json') terminal.print(`${JSON.stringify(listed, undefined, 2)}\n`);
    else
      for (const { id, title, points, files } of listed)
        terminal.print(
          `${terminal.paint('bold', id)}  ${title} (${words.points(points)})\n${files.map((file) => `    ${file}\n`).join('')}`,
        );
    return exits.good;
  },
};

/** An exercise as it is listed. */
interface Entry {
  id: string;
  title: string;
  /** What all its checks together are worth. */
  points: number;
  /** What is edited, and what a submission holds: `<host>/<file>`. */
  files: string[];
}

const entryOf = async ({ id, checks, edits }: Exercise, language: Language): Promise<Entry> => ({
  id,
  title: (await wordsOf(id))[language].title ?? headOf(id, language).title,
  points: checks.reduce((sum, { points }) => sum + points, 0),
  files: edits.map(({ host, file }) => `${host}/${file}`),
});
