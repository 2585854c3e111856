import type { Verdict } from '../../../simulator/index.ts';
import { scriptOf } from '../run/write-script.ts';
import type { Page } from './formats.ts';
import type { Report } from './report.ts';
import { told } from './telling.ts';

/** The form of `results.json` that tells of each test by itself. */
const FORM = 3;

/**
 * A report as Exercism's graders write it: `results.json` of a test runner, with sentences, and `analysis.json` of an
 * analyzer, which names its sentences by id (theirs lie beside the track, one file for each: `<track>/<exercise>/<id>`).
 */
export async function exercism(
  [report]: readonly Report[],
  page: Page,
): Promise<Record<'results.json' | 'analysis.json', string>> {
  if (!report) throw new Error('a report is needed');
  return { 'results.json': json(await resultsOf(report, page)), 'analysis.json': json(analysisOf(report, page)) };
}

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

async function resultsOf({ status, verdicts, diagnostics }: Report, page: Page) {
  const tests = [];
  for (const verdict of verdicts) tests.push(await testOf(verdict, page));
  if (status === 'pass' || status === 'fail') return { version: FORM, status, tests };
  const said = diagnostics.map(({ code, subject, text }) => (code === 'refused' ? `${subject}: ${text}` : text));
  return { version: FORM, status: 'error', message: [page.words.status[status], ...said].join('\n'), tests };
}

const statuses = { passed: 'pass', failed: 'fail', untried: 'error' } as const;

/** `test_code` is the shortest run that shows the mistake, as `session-lab run` plays it. */
async function testOf(verdict: Verdict, page: Page) {
  const { goal, feedback = '', place, evidence } = await told(verdict, page);
  const test = { name: goal, status: statuses[verdict.state] };
  if (verdict.state === 'passed') return test;
  if (verdict.state === 'untried') return { ...test, message: page.words.untried };
  const lines = [feedback, ...(place === undefined ? [] : [page.words.decides(place)]), ...evidence];
  const script = verdict.run && scriptOf(verdict.run.plan);
  return { ...test, message: lines.join('\n'), ...(script ? { test_code: script.join('\n') } : {}) };
}

function analysisOf({ status, score, verdicts }: Report, { exercise, words }: Page) {
  return {
    summary: `${words.status[status]}, ${words.score(score.raw, score.max)}`,
    comments: verdicts.flatMap((verdict) =>
      verdict.state === 'failed'
        ? [
            {
              comment: ['session-lab', ...exercise.id.split('/'), verdict.feedback.id].join('.'),
              params: { check: verdict.id, ...verdict.feedback.values },
              type: 'essential',
            },
          ]
        : [],
    ),
  };
}
