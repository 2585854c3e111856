import type { Page } from './formats.ts';
import type { Report } from './report.ts';
import { type Told, told } from './telling.ts';

/** Reports as JUnit's XML, a suite for each folder. That nothing could be tried is an error, in a case of its own. */
export async function junit(reports: readonly Report[], page: Page): Promise<string> {
  const suites: string[] = [];
  for (const report of reports) suites.push(await suiteOf(report, page));
  const tests = reports.reduce((sum, report) => sum + casesIn(report), 0);
  const failures = reports.reduce((sum, report) => sum + failuresIn(report), 0);
  const errors = reports.filter(isError).length;
  const counts = `tests="${tests}" failures="${failures}" errors="${errors}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${page.exercise.id}" ${counts}>\n${suites.join('')}</testsuites>\n`;
}

const isError = ({ status }: Report) => status === 'not-gradable' || status === 'error';
const failuresIn = (report: Report) => report.verdicts.filter(({ state }) => state === 'failed').length;
const casesIn = (report: Report) => report.verdicts.length + (isError(report) ? 1 : 0);

async function suiteOf(report: Report, page: Page): Promise<string> {
  const { folder, verdicts, diagnostics } = report;
  const skipped = verdicts.filter(({ state }) => state === 'untried').length;
  const counts = `tests="${casesIn(report)}" failures="${failuresIn(report)}" errors="${isError(report) ? 1 : 0}" skipped="${skipped}"`;
  const lines = [`  <testsuite name="${escaped(folder)}" ${counts}>`];
  const said = diagnostics.map(({ subject, code, text }) => (code === 'refused' ? `${subject}: ${text}` : text));
  const start = (name: string) => `    <testcase classname="${escaped(page.exercise.id)}" name="${escaped(name)}"`;
  if (isError(report)) {
    const error = `<error message="${escaped(page.words.status[report.status])}" type="${report.status}">`;
    lines.push(`${start('files')}>`, `      ${error}${escaped(said.join('\n'))}</error>`, '    </testcase>');
  }
  for (const verdict of verdicts) {
    if (verdict.state === 'passed') lines.push(`${start(verdict.id)}/>`);
    else if (verdict.state === 'untried')
      lines.push(
        `${start(verdict.id)}>`,
        `      <skipped message="${escaped(page.words.untried)}"/>`,
        '    </testcase>',
      );
    else
      lines.push(
        `${start(verdict.id)}>`,
        `      ${failure(verdict.feedback.id, await told(verdict, page))}`,
        '    </testcase>',
      );
  }
  if (!isError(report) && said.length > 0) lines.push(`    <system-err>${escaped(said.join('\n'))}</system-err>`);
  return `${[...lines, '  </testsuite>'].join('\n')}\n`;
}

const failure = (id: string, { goal, feedback = '', evidence }: Told): string =>
  `<failure message="${escaped(feedback)}" type="${escaped(id)}">${escaped([goal, ...evidence].join('\n'))}</failure>`;

/** As XML 1.0 has it: its five signs, white space that attributes would lose, and nothing that no XML may hold. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, (sign) => entities[sign] ?? '');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
