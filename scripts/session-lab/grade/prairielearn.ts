import type { Page } from './formats.ts';
import type { Report } from './report.ts';
import { told } from './telling.ts';

/** A report as the `results.json` of PrairieLearn's external graders. What cannot be graded costs no attempt there. */
export async function prairielearn([report]: readonly Report[], page: Page): Promise<string> {
  if (!report) throw new Error('a report is needed');
  const { status, score, verdicts, diagnostics } = report;
  const gradable = status === 'pass' || status === 'fail';
  const said = diagnostics.map(({ code, subject, text }) => (code === 'refused' ? `${subject}: ${text}` : text));
  const tests = [];
  for (const verdict of verdicts) {
    const { goal, feedback, evidence } = await told(verdict, page);
    const { id: name, points: max_points, state } = verdict;
    tests.push({
      name,
      description: goal,
      points: state === 'passed' ? max_points : 0,
      max_points,
      message: feedback ?? (state === 'untried' ? page.words.untried : ''),
      output: evidence.join('\n'),
    });
  }
  const result = {
    gradable,
    score: score.max === 0 ? 0 : score.raw / score.max,
    message: page.words.status[status],
    output: gradable ? said.join('\n') : '',
    ...(gradable ? { tests } : { format_errors: said }),
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}
