import type { Verdict } from '../../../simulator/index.ts';
import type { Page } from './formats.ts';
import type { Report, Status } from './report.ts';
import { told } from './telling.ts';

const marks = { passed: '✔', failed: '✕', untried: '○' } as const;
const colours = { passed: 'green', failed: 'red', untried: 'dim' } as const;

/** Reports for people: each check with its state, what happened instead, and what shows it. */
export async function text(reports: readonly Report[], page: Page): Promise<string> {
  const parts: string[] = [];
  for (const report of reports) parts.push(await partOf(report, page));
  if (reports.length > 1) parts.push(`${page.words.total(counted(reports))}\n`);
  return parts.join('\n');
}

async function partOf({ folder, status, score, verdicts, diagnostics }: Report, page: Page): Promise<string> {
  const { words, paint } = page;
  const head = `${paint('bold', folder)}: ${paint(status === 'pass' ? 'green' : 'red', words.status[status])}, ${words.score(score.raw, score.max)}`;
  const lines = [head];
  const told = new Set(verdicts.flatMap((one) => (one.state === 'failed' ? Object.values(one.feedback.values) : [])));
  // Of servers that refuse their files, the feedback tells the first.
  for (const { level, subject, code, text } of diagnostics)
    if (code !== 'refused' || !(told.has(text) && told.has(subject)))
      lines.push(paint(level === 'error' ? 'red' : 'dim', `  ${code === 'refused' ? `${subject}: ${text}` : text}`));
  for (const verdict of verdicts) lines.push(...(await linesOf(verdict, page)));
  return `${lines.join('\n')}\n`;
}

async function linesOf(verdict: Verdict, page: Page): Promise<string[]> {
  const { words, paint } = page;
  const { goal, feedback, place, unproved, evidence } = await told(verdict, page);
  const { state } = verdict;
  return [
    `  ${paint(colours[state], marks[state])} ${goal}${state === 'untried' ? ` (${words.untried})` : ''}`,
    ...(feedback === undefined ? [] : [`      ${feedback}`]),
    ...(place === undefined ? [] : [`      ${words.decides(place)}`]),
    ...(unproved ? [`      ${words.unproved}`] : []),
    ...(evidence.length === 0 ? [] : [paint('dim', `      ${words.evidence}`)]),
    ...evidence.map((line) => paint('dim', `      ${line}`)),
  ];
}

function counted(reports: readonly Report[]): Record<Status, number> {
  const counts = { pass: 0, fail: 0, 'not-gradable': 0, error: 0 };
  for (const { status } of reports) counts[status]++;
  return counts;
}
