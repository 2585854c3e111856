import type { Verdict } from '../../../simulator/index.ts';
import type { Page } from './formats.ts';
import type { Report } from './report.ts';
import { told } from './telling.ts';

/** A test point: its line, and what follows it indented. */
interface Point {
  ok: boolean;
  name: string;
  skipped?: string;
  more?: Record<string, unknown>;
}

/** Reports as TAP 14: a test point for each check; of several folders, a subtest for each. */
export async function tap(reports: readonly Report[], page: Page): Promise<string> {
  const lines = ['TAP version 14'];
  const [only] = reports;
  if (only && reports.length === 1) lines.push(...document(await pointsOf(only, page)));
  else {
    lines.push(`1..${reports.length}`);
    for (const [index, report] of reports.entries()) {
      const name = escaped(report.folder);
      lines.push(`# Subtest: ${name}`, ...document(await pointsOf(report, page)).map((line) => `    ${line}`));
      lines.push(`${report.status === 'pass' ? 'ok' : 'not ok'} ${index + 1} - ${name}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

async function pointsOf(report: Report, page: Page): Promise<Point[]> {
  const points: Point[] = [];
  if (report.status === 'not-gradable' || report.status === 'error')
    points.push({
      ok: false,
      name: 'files',
      more: { message: page.words.status[report.status], diagnostics: report.diagnostics },
    });
  for (const verdict of report.verdicts) points.push(await pointOf(verdict, page));
  return points;
}

async function pointOf(verdict: Verdict, page: Page): Promise<Point> {
  const { id, state } = verdict;
  if (state !== 'failed')
    return { ok: true, name: id, ...(state === 'untried' ? { skipped: page.words.untried } : {}) };
  const { goal, feedback, evidence } = await told(verdict, page);
  return {
    ok: false,
    name: id,
    more: { message: feedback, severity: 'fail', check: goal, feedback: verdict.feedback, evidence },
  };
}

function document(points: readonly Point[]): string[] {
  return [
    `1..${points.length}`,
    ...points.flatMap(({ ok, name, skipped, more }, index) => [
      `${ok ? 'ok' : 'not ok'} ${index + 1} - ${escaped(name)}${skipped === undefined ? '' : ` # SKIP ${skipped}`}`,
      // JSON is YAML, and knows how to quote.
      ...(more ? ['  ---', ...Object.entries(more).map(([key, value]) => `  ${key}: ${yaml(value)}`), '  ...'] : []),
    ]),
  ];
}

/** Signs that YAML does not take as they are, and lone halves of signs, are spelt out. */
const yaml = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A description is one line, in which `#` would begin a directive. */
const escaped = (text: string): string => text.replace(/[\\#]/g, '\\$&').replace(/\s+/g, ' ');
