import type { ExerciseWords } from '../../../lessons/folders.ts';
import type { Exercise } from '../../../simulator/index.ts';
import type { Terminal } from '../terminal.ts';
import type { Words } from '../words/words.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { prairielearn } from './prairielearn.ts';
import type { Report } from './report.ts';
import { tap } from './tap.ts';
import { text } from './text.ts';

export type Format = 'text' | 'json' | 'junit' | 'tap' | 'prairielearn';

/** What a format writes reports with, in one language. */
export interface Page {
  exercise: Exercise & { words: ExerciseWords };
  words: Words;
  paint: Terminal['paint'];
}

interface FormatOfReports {
  /** Has no place for a second folder. */
  oneFolder: boolean;
  write(reports: readonly Report[], page: Page): string | Promise<string>;
}

/** How reports are written. */
export const formats: Record<Format, FormatOfReports> = {
  text: { oneFolder: false, write: text },
  json: { oneFolder: false, write: json },
  junit: { oneFolder: false, write: junit },
  tap: { oneFolder: false, write: tap },
  prairielearn: { oneFolder: true, write: prairielearn },
};
