import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exerciseOf } from '../../../lessons/folders.ts';
import { formats } from '../../../scripts/session-lab/grade/formats.ts';
import type { Report } from '../../../scripts/session-lab/grade/report.ts';
import { words } from '../../../scripts/session-lab/words/words.ts';
import type { Verdict } from '../../../simulator/index.ts';
import { readTap } from './tap.ts';
import { type Graded, typed } from './terminal.ts';
import { readElements } from './xml.ts';

const id = 'failover';
const good = `lessons/${id}/solution`;
const bad = `lessons/${id}/wrong/bad-gateway`;
const refused = `lessons/${id}/wrong/nginx-refuses`;
const checks = (await exerciseOf(id)).checks.map((check) => check.id);

const folder = mkdtempSync(join(tmpdir(), 'session-lab-'));
afterAll(() => rmSync(folder, { recursive: true }));
const empty = join(folder, 'empty');
mkdirSync(empty);
/** A name that every format has to escape, and a file that is none of the exercise's. */
const odd = join(folder, `a<b>&"c'#\\d`);
cpSync(good, odd, { recursive: true });
writeFileSync(join(odd, 'nginx', 'notes.txt'), 'my notes');

describe('json', () => {
  test('an object for one folder', async () => {
    const { code, out, err } = await typed(['grade', id, bad, '--format', 'json']);
    const graded: Graded = JSON.parse(out);
    expect([code, err]).toEqual([1, '']);
    expect(graded).toMatchObject({
      version: 1,
      engine: JSON.parse(readFileSync('package.json', 'utf8')).version,
      exercise: id,
      folder: bad,
      status: 'fail',
      diagnostics: [],
    });
    expect(graded.checks.map((check) => check.id)).toEqual(checks);
    const failed = graded.checks.find(({ status }) => status === 'fail');
    expect(failed?.feedback).toMatchObject({ id: 'bad-gateway', params: { visitor: 'A', status: 502 } });
  });

  test('the same in both languages, but for what is said of the folder', async () => {
    const [en, zh] = await Promise.all(
      ['en', 'zh-CN'].map((lang) => typed(['grade', id, bad, '--format', 'json', '--lang', lang])),
    );
    expect(zh?.out).toBe(en?.out);
  });

  test('an array for several, in their order, whatever the number of threads', async () => {
    const argv = ['grade', id, good, bad, refused, empty, '--format', 'json', '--jobs'];
    const alone = await typed([...argv, '1']);
    const together = await typed([...argv, '3']);
    expect(together).toEqual(alone);
    const graded: Graded[] = JSON.parse(alone.out);
    expect(graded.map(({ status }) => status)).toEqual(['pass', 'fail', 'not-gradable', 'not-gradable']);
    expect(graded[2]?.diagnostics).toMatchObject([{ level: 'error', code: 'refused', subject: 'nginx' }]);
    expect(graded[2]?.diagnostics[0]?.text).toMatch(/^nginx: \[emerg\] /);
    expect(graded[3]?.diagnostics).toMatchObject([{ level: 'error', code: 'no-files' }]);
    expect(graded[3]?.checks.every(({ status }) => status === 'not-tried')).toBe(true);
  });

  test('the failing run as a script and as a link plays what failed, and is as short as can be', async () => {
    const { out } = await typed(['grade', id, bad, '--format', 'json']);
    const graded: Graded = JSON.parse(out);
    const failed = graded.checks.find(({ counterexample }) => counterexample);
    const { script = [], until, link = '' } = failed?.counterexample ?? {};
    expect(script.length).toBeLessThan(5);
    const file = join(folder, 'failing.txt');
    writeFileSync(file, script.join('\n'));
    const played = await typed(['run', id, '--dir', bad, '--script', file, '--until', String(until)]);
    expect([played.code, played.err]).toEqual([0, '']);
    const lost = new RegExp(`${failed?.feedback?.params['visitor']} gets 502 for /whoami`);
    expect(played.out).toMatch(lost);
    const opened = await typed(['run', link]);
    expect([opened.code, opened.err]).toEqual([0, '']);
    expect(opened.out).toMatch(lost);
  });
});

describe('junit', () => {
  test('a suite for each folder, a case for each check, with sums that are right', async () => {
    const { code, out } = await typed(['grade', id, good, bad, refused, empty, '--format', 'junit']);
    expect(code).toBe(2);
    const all = readElements(out);
    const named = (name: string) => all.filter((element) => element.name === name);
    const [root] = named('testsuites');
    const count = (attribute: string) => named('testsuite').map(({ attributes }) => Number(attributes[attribute]));
    const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
    expect(root?.attributes).toMatchObject({
      name: id,
      tests: String(sum(count('tests'))),
      failures: String(sum(count('failures'))),
      errors: '2',
    });
    expect(named('testsuite').map(({ attributes }) => attributes['name'])).toEqual([good, bad, refused, empty]);
    expect(sum(count('tests'))).toBe(named('testcase').length);
    expect(sum(count('failures'))).toBe(named('failure').length);
    expect(sum(count('errors'))).toBe(named('error').length);
    expect(sum(count('skipped'))).toBe(named('skipped').length);
    expect(
      named('testcase')
        .slice(0, checks.length)
        .map(({ attributes }) => attributes['name']),
    ).toEqual(checks);
    expect(named('failure')[0]).toMatchObject({ attributes: { type: 'bad-gateway' } });
    expect(named('failure')[0]?.attributes['message']).toMatch(/^A asked for \/whoami/);
    expect(named('failure')[0]?.text).toMatch(/nginx answers 502/);
  });

  test('any name and any text come back as they were', async () => {
    const { out } = await typed(['grade', id, odd, '--format', 'junit']);
    const all = readElements(out);
    expect(all.find(({ name }) => name === 'testsuite')?.attributes['name']).toBe(odd);
    expect(all.find(({ name }) => name === 'system-err')?.text).toMatch(
      /nginx\/notes\.txt is not a file of this exercise/,
    );
  });
});

describe('tap', () => {
  test('a test point for each check of one folder', async () => {
    const { out } = await typed(['grade', id, bad, '--format', 'tap']);
    const { points } = readTap(out);
    expect(points.map(({ name }) => name)).toEqual(checks);
    const failed = points.filter(({ ok }) => !ok);
    expect(failed.map(({ name }) => name)).toEqual(['pages']);
    expect(failed[0]?.more['message']).toMatch(/^A asked for \/whoami/);
    expect(failed[0]?.more['feedback']).toMatchObject({ id: 'bad-gateway' });
  });

  test('a subtest for each of several; what was not tried is skipped, and fails nevertheless', async () => {
    const { out } = await typed(['grade', id, good, odd, refused, empty, '--format', 'tap', '--lang', 'zh-CN']);
    const { points } = readTap(out);
    expect(points.map(({ ok, name }) => [ok, name])).toEqual([
      [true, good],
      [true, odd],
      [false, refused],
      [false, empty],
    ]);
    const inside = points.map(({ subtest }) => subtest ?? []);
    expect(inside[0]?.map(({ name }) => name)).toEqual(checks);
    expect(inside[2]?.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['files', 'starts']);
    expect(inside[2]?.filter(({ directive }) => directive).map(({ directive }) => directive)).toEqual(
      checks.slice(1).map(() => 'SKIP 没试'),
    );
    expect(inside[3]?.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['files']);
  });
});

describe('prairielearn', () => {
  const result = async (path: string) => {
    const { out } = await typed(['grade', id, path, '--format', 'prairielearn']);
    return JSON.parse(out);
  };

  test('points of each check, and their share', async () => {
    const { gradable, score, tests } = await result(bad);
    expect(gradable).toBe(true);
    expect(tests.map(({ name }: { name: string }) => name)).toEqual(checks);
    const sum = (key: string) =>
      tests.reduce((total: number, one: Record<string, number>) => total + (one[key] ?? 0), 0);
    expect(score).toBeCloseTo(sum('points') / sum('max_points'));
    expect((await result(good)).score).toBe(1);
  });

  test('what a program refuses costs no attempt', async () => {
    expect(await result(refused)).toMatchObject({ gradable: false, score: 0 });
    expect((await result(refused)).format_errors[0]).toMatch(/\[emerg\]/);
    expect((await result(empty)).format_errors[0]).toMatch(/none of the exercise’s files/);
  });
});

describe('exercism', () => {
  const results = async (path: string, ...more: string[]) => {
    const { code, out } = await typed(['grade', id, path, '--format', 'exercism', ...more]);
    expect(code, 'the exit code says whether it was graded, not how').toBe(0);
    return JSON.parse(out);
  };

  test('results.json: a test for each check, and the shortest run that shows what failed', async () => {
    const { version, status, message, tests } = await results(bad);
    expect({ version, status, message }).toEqual({ version: 3, status: 'fail', message: undefined });
    expect(tests).toHaveLength(checks.length);
    const failed = tests.filter((one: { status: string }) => one.status === 'fail');
    expect(failed).toHaveLength(1);
    expect(failed[0].message).toMatch(/^A asked for \/whoami.*\nDecided in nginx\/nginx\.conf:\d+\n/);
    const script = join(folder, 'test-code.txt');
    writeFileSync(script, failed[0].test_code);
    expect((await typed(['run', id, '--dir', bad, '--script', script])).out).toMatch(/gets 502 for \/whoami/);
    expect((await results(good)).status).toBe('pass');
    expect((await results(bad, '--lang', 'zh-CN')).tests[1].message).toMatch(/^A 请求 \/whoami/);
  });

  test('what cannot be graded is an error, in the words of the program that refuses', async () => {
    const { status, message, tests } = await results(refused);
    expect(status).toBe('error');
    expect(message).toMatch(/^cannot be graded\nnginx: nginx: \[emerg\] /);
    expect(tests.map((one: { status: string }) => one.status)).toEqual(['fail', ...checks.slice(1).map(() => 'error')]);
    expect(await results(empty)).toMatchObject({ status: 'error' });
  });

  test('with --output both files, the analysis in ids and values only', async () => {
    const output = join(folder, 'new', 'output');
    const { code, out, err } = await typed(['grade', id, bad, '--format', 'exercism', '--output', output]);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    const read = (name: string) => JSON.parse(readFileSync(join(output, name), 'utf8'));
    expect(read('results.json')).toEqual(await results(bad));
    expect(read('analysis.json')).toMatchObject({
      summary: expect.stringMatching(/^failed, \d+ of \d+ points$/),
      comments: [
        {
          comment: `session-lab.${id}.bad-gateway`,
          params: { check: 'pages', visitor: 'A', status: 502 },
          type: 'essential',
        },
      ],
    });
    await typed(['grade', id, good, '--format', 'exercism', '--output', output]);
    expect(read('analysis.json').comments).toEqual([]);
    const elsewhere = join(folder, 'pl');
    expect((await typed(['grade', id, good, '--format', 'prairielearn', '--output', elsewhere])).out).toBe('');
    expect(JSON.parse(readFileSync(join(elsewhere, 'results.json'), 'utf8'))).toMatchObject({ score: 1 });
  });
});

describe('text', () => {
  test('each check with its mark, what happened instead, what shows it', async () => {
    const { code, out } = await typed(['grade', id, bad]);
    expect(code).toBe(1);
    expect(out).toMatch(/bad-gateway: failed, \d+ of \d+ points\n/);
    expect(out.match(/^ {2}[✔✕○] /gm)).toHaveLength(checks.length);
    expect(out).toMatch(
      / {2}✕ .*\n {6}A asked for \/whoami \(request A\d+.*\n {6}Decided in nginx\/nginx\.conf:\d+\n {6}What shows it:\n {6} +\d+\.\d s {2}A /,
    );
  });

  test('several, and how many of each there are, in both languages', async () => {
    const argv = ['grade', id, good, bad, refused, empty];
    const en = await typed(argv);
    const zh = await typed([...argv, '--lang', 'zh-CN']);
    expect(en.out).toMatch(/\n1 passed, 1 failed, 2 cannot be graded\n$/);
    expect(zh.out).toMatch(/\n1 份通过，1 份未通过，2 份没法批改\n$/);
    expect(en.out).toContain('none of the exercise’s files is here: nginx/nginx.conf');
    expect(zh.out).toContain('练习的文件一个也没有：nginx/nginx.conf');
    expect(zh.out).toMatch(/A 请求 \/whoami/);
    expect([en.code, zh.code]).toEqual([2, 2]);
  });
});

/** All that a text may hold and a format must not let through: markup, quotes, comments, white space, two scripts. */
const markup = 'a<b>&"c"\'d\' ]]> --> # \\ \t tab\r\nnew \u0085 \u2028 你好 😀 ';
/** Control signs, no sign at all, halves of signs: no XML may hold them. */
const unfit = ['\u0000', '\u0007', '\u001b', '\ufffe', '\ud800', '\udc80'];
const nasty = markup + unfit.join('.');

test('no text breaks a format', async () => {
  const verdicts: Verdict[] = [
    {
      id: 'pages',
      kind: 'run',
      points: 1,
      state: 'failed',
      feedback: { id: nasty, values: { nasty } },
      evidence: [{ at: 10_000, host: 'nginx', kind: 'error-log', level: 'error', message: nasty, file: 'x' } as never],
      run: undefined,
    },
  ];
  const report: Report = {
    folder: nasty,
    status: 'error',
    score: { raw: 0, max: 1 },
    verdicts,
    links: {},
    diagnostics: [{ level: 'error', code: 'engine', subject: nasty, text: nasty }],
  };
  const exercise = {
    ...(await exerciseOf(id)),
    words: { checks: { pages: nasty }, feedback: {}, hints: {}, predictions: {} },
  };
  const page = { exercise, words: words.en, paint: (_: string, text: string) => text };
  const write = async (format: keyof typeof formats, reports: Report[]) => formats[format].write(reports, page);

  const [read] = [JSON.parse(await write('json', [report]))] as [Graded];
  expect(read.checks[0]?.feedback?.id).toBe(nasty);
  const elements = readElements(await write('junit', [report]));
  const kept = markup + unfit.map(() => '\ufffd').join('.');
  expect(elements.find(({ name }) => name === 'testsuite')?.attributes['name']).toBe(kept);
  expect(elements.find(({ name }) => name === 'failure')?.attributes['type']).toBe(kept);
  for (const reports of [[report], [report, report]]) {
    const { points } = readTap(await write('tap', reports));
    const inside = points.flatMap((point) => point.subtest ?? [point]);
    expect(inside.find(({ name }) => name === 'pages')?.more['message']).toBe(nasty);
  }
  const failed = await write('prairielearn', [{ ...report, status: 'fail' }]);
  expect(JSON.parse(failed).tests[0].message).toBe(nasty);
  const broken = JSON.parse(await write('exercism', [report]));
  expect(broken.message).toBe(`a mistake of ours\n${nasty}`);
  expect(broken.tests[0].message).toContain(nasty);
});
