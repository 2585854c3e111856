import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesOf, variantsOf } from '../../lessons/folders.ts';
import { gradeAll } from '../../scripts/session-lab/grade/pool.ts';

const EXERCISE = 'capstone';
const SUBMISSIONS = 100;

/** Seconds to grade a class's submissions of the capstone on one core: its right and wrong answers, each file with a comment of its own. */
export async function gradingTime(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'session-lab-'));
  try {
    const tasks = submissionsIn(folder).map((path) => ({ exercise: EXERCISE, folder: path, language: 'en' as const }));
    const begun = performance.now();
    await gradeAll(tasks, 1, () => {});
    return (performance.now() - begun) / 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function submissionsIn(folder: string): string[] {
  const variants = [
    'start',
    'solution',
    ...variantsOf(EXERCISE, 'accept').map((name) => `accept/${name}`),
    ...variantsOf(EXERCISE, 'wrong').map((name) => `wrong/${name}`),
  ];
  return Array.from({ length: SUBMISSIONS }, (_, index) => {
    const submission = join(folder, String(index));
    for (const [host, files] of Object.entries(filesOf(EXERCISE, variants[index % variants.length] ?? 'solution')))
      for (const [file, text] of Object.entries(files)) {
        const path = join(submission, host, file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, file.endsWith('.conf') ? `${text}\n# submission ${index}\n` : text);
      }
    return submission;
  });
}
