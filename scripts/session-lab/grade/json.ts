import type { Verdict } from '../../../simulator/index.ts';
import { scriptOf } from '../run/write-script.ts';
import { version } from '../version.ts';
import type { Page } from './formats.ts';
import type { Report } from './report.ts';

/** The form of what is written; a later one may say it otherwise. */
const FORM = 1;

/** Reports for programs: an object for one folder, an array for several. Words are in it only where a program said them. */
export function json(reports: readonly Report[], { exercise }: Page): string {
  const objects = reports.map((report) => objectOf(report, exercise.id));
  return `${JSON.stringify(objects.length === 1 ? objects[0] : objects, undefined, 2)}\n`;
}

const objectOf = ({ folder, status, score, verdicts, links, diagnostics }: Report, exercise: string) => ({
  version: FORM,
  engine: version,
  exercise,
  folder,
  status,
  score,
  checks: verdicts.map((verdict) => checkOf(verdict, links[verdict.id])),
  diagnostics,
});

const statuses = { passed: 'pass', failed: 'fail', untried: 'not-tried' } as const;

function checkOf(verdict: Verdict, link: string | undefined) {
  const { id, points, state } = verdict;
  const searched = 'searched' in verdict && verdict.searched ? { searched: verdict.searched } : {};
  const said = { id, status: statuses[state], points, ...searched };
  if (verdict.state !== 'failed') return said;
  const { feedback, run } = verdict;
  return {
    ...said,
    feedback: { id: feedback.id, params: feedback.values },
    ...(run ? { counterexample: { script: scriptOf(run.plan), until: run.until / 1000, link } } : {}),
  };
}
