import type { ExerciseWords } from '../../../lessons/folders.ts';
import type { Exercise } from '../../../simulator/index.ts';
import type { Terminal } from '../terminal.ts';
import type { Words } from '../words/words.ts';
import { exercism } from './exercism.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { prairielearn } from './prairielearn.ts';
import type { Report } from './report.ts';
import { tap } from './tap.ts';
import { text } from './text.ts';

export type Format = 'text' | 'json' | 'junit' | 'tap' | 'prairielearn' | 'exercism';

/** What a format writes reports with, in one language. */
export interface Page {
  exercise: Exercise & { words: ExerciseWords };
  words: Words;
  paint: Terminal['paint'];
}

interface FormatOfReports {
  /** Has no place for a second folder. */
  oneFolder: boolean;
  /** What is written, where that is one text. */
  write(reports: readonly Report[], page: Page): string | Promise<string>;
  /** The files that whoever reads the format looks for, by name; `undefined`: the text may go anywhere. */
  files?(reports: readonly Report[], page: Page): Promise<Record<string, string>>;
  /** Whoever reads the format takes any exit code but 0 for a broken grader. */
  toldByFilesOnly?: true;
}

/** How reports are written. */
export const formats: Record<Format, FormatOfReports> = {
  text: { oneFolder: false, write: text },
  json: { oneFolder: false, write: json },
  junit: { oneFolder: false, write: junit },
  tap: { oneFolder: false, write: tap },
  prairielearn: {
    oneFolder: true,
    write: prairielearn,
    files: async (reports, page) => ({ 'results.json': await prairielearn(reports, page) }),
  },
  exercism: {
    oneFolder: true,
    write: async (reports, page) => (await exercism(reports, page))['results.json'],
    files: exercism,
    toldByFilesOnly: true,
  },
};
