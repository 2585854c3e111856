import { describe, expect, test } from 'vitest';
import { Play, type RequestOutcome, type Scenario, totalsOf } from '../../../simulator/index.ts';
import { LabSession } from '../../../site/lab/engine/session.ts';
import { faultsIn, ownScenario, standardScenario } from '../../../site/lab/runs/scenario.ts';
import { words as en } from '../../../site/lab/texts/compare/en.ts';
import { words as zhCn } from '../../../site/lab/texts/compare/zh-cn.ts';
import { betterIn, changesBetween, newFailures, rowsOf } from '../../../site/lab/views/compare/rows.ts';
import { guideLab, redisLab } from '../../support/labs.ts';

function requestsOf(lab: ReturnType<typeof guideLab>, scenario: Scenario): RequestOutcome[] {
  const play = new Play(lab, scenario);
  while (play.go(Infinity) !== 'done');
  return play.outcome().requests;
}

describe('standard traffic', () => {
  test('every visitor logs in once and comes back, and all are answered', () => {
    const requests = requestsOf(guideLab(), standardScenario(guideLab(), 100, undefined));
    const visitors = new Set(requests.map(({ visitor }) => visitor));
    expect(visitors.size).toBe(102);
    expect(new Set(requests.map(({ chain }) => chain)).size).toBe(requests.length);
    expect(totalsOf(requests)).toMatchObject({ requests: 102 * 13, errors: 0, waiting: 0, loginsLost: 0 });
    expect(requests.filter(({ login }) => login === 'logged-in').length).toBe(102);
  });

  test('guests live in networks of their own, so that ip_hash shares them out', () => {
    const { plan } = standardScenario(guideLab(), 100, undefined);
    const nets = plan.flatMap(({ action }) =>
      action.kind === 'join' ? [action.visitor.ip.replace(/\.\d+$/, '')] : [],
    );
    expect(new Set(nets).size).toBe(100);
  });

  test.each(faultsIn(redisLab()))('is struck by %o', (fault) => {
    const lab = redisLab();
    const before = totalsOf(requestsOf(lab, standardScenario(lab, 20, undefined)));
    const after = totalsOf(requestsOf(lab, standardScenario(lab, 20, fault)));
    expect(before.errors).toBe(0);
    expect(changesBetween(before, after)).not.toEqual([]);
  });
});

test('what was done so far is repeated without what was saved, at the pace of the page', async () => {
  const session = new LabSession();
  const lab = guideLab();
  await session.handle({ type: 'load', lab });
  const visit = { kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } } as const;
  await session.handle({ type: 'act', action: visit });
  await session.handle({ type: 'save', host: 'nginx', files: { 'nginx.conf': 'events {}\n' } });
  await session.handle({ type: 'advance', time: 5000 });
  const report = await session.handle({ type: 'ask', id: 1, question: { type: 'history' } });
  const history = report.type === 'answered' ? (report.answer as Parameters<typeof ownScenario>[0]) : undefined;
  if (!history) throw new Error('the engine did not answer');
  const scenario = ownScenario(history);
  expect(scenario.plan.map(({ action }) => action.kind)).toEqual(['visit']);
  const [request] = requestsOf(lab, scenario);
  expect(request).toMatchObject({ chain: 'A1', at: 0, status: 200 });
  expect(request?.took).toBeGreaterThanOrEqual(4 * 400);
  const files = await session.handle({ type: 'ask', id: 2, question: { type: 'branch-files', branch: 1 } });
  expect(files).toMatchObject({ answer: { nginx: { 'nginx.conf': 'events {}\n' } } });
});

describe('the rows of a comparison', () => {
  const totals = (changes: Partial<ReturnType<typeof totalsOf>>) => ({ ...totalsOf([]), ...changes });

  test('less is better, who wrote the pages is neither, and hardly different waits are equal', () => {
    const a = totals({
      loginsLost: 17,
      requests: 60,
      byServer: { tomcat1: 30, tomcat2: 30 },
      latency: { median: 100, p95: 500, p99: 0, max: 0 },
    });
    const b = totals({
      retries: 2,
      requests: 60,
      byServer: { tomcat1: 28, tomcat2: 33 },
      latency: { median: 105, p95: 200, p99: 0, max: 0 },
    });
    const better = rowsOf(a, b).map((row) => [row.measure === 'pages' ? row.server : row.measure, betterIn(row)]);
    expect(better).toEqual([
      ['loginsLost', 'b'],
      ['errors', undefined],
      ['waiting', undefined],
      ['retries', 'a'],
      ['sessionsCreated', undefined],
      ['tomcat1', undefined],
      ['tomcat2', undefined],
      ['median', undefined],
      ['p95', 'b'],
    ]);
    expect(changesBetween(a, b).map(({ measure }) => measure)).toEqual(['loginsLost', 'retries', 'pages', 'p95']);
    expect(changesBetween(a, a)).toEqual([]);
  });

  test.each([en, zhCn])('are told in words of each language', (words) => {
    const [a, b] = [totals({ loginsLost: 17 }), totals({})];
    expect(words.verdict(a, b)).toContain('17 → 0');
    expect(words.verdict(b, b)).not.toContain('→');
    const said = rowsOf(a, b).map((row) => words.row(row));
    expect(new Set(said).size).toBe(said.length);
  });

  test('only programs that came up before count as brought down', () => {
    const [nginx, redis] = ['nginx', 'redis'].map((host) => ({ host, message: 'x' })) as [
      { host: string; message: string },
      { host: string; message: string },
    ];
    expect(newFailures([nginx], [nginx, redis])).toEqual([redis]);
  });
});
