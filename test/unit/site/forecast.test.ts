import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bucketsOf, type Traffic, totalsOf } from '../../../simulator/index.ts';
import { LabSession } from '../../../site/lab/engine/session.ts';
import type { Command } from '../../../site/lab/protocol.ts';
import type { AnswerTo, Question } from '../../../site/lab/questions.ts';
import { Runs } from '../../../site/lab/runs/runs.ts';
import { goingOn, ownScenario } from '../../../site/lab/runs/scenario.ts';
import { originNamed, rhythms } from '../../../site/lab/views/traffic/settings.ts';
import { redisLab } from '../../support/labs.ts';

const AHEAD = 120_000;
const PARTS = 6;
const crowds: Traffic['crowds'] = [{ name: 's', size: 30, from: originNamed('spread'), cookies: true }];
const steady: Traffic = { seed: 1, crowds, script: rhythms.steady };

let runs: Runs;
let session: LabSession;
beforeEach(async () => {
  runs = new Runs();
  session = new LabSession();
  await session.handle({ type: 'load', lab: redisLab() });
});
afterEach(() => runs.close());

async function ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>> {
  const report = await session.handle({ type: 'ask', id: 1, question });
  if (report.type !== 'answered') throw new Error('the engine did not answer');
  return report.answer as AnswerTo<Q>;
}

async function perform(...commands: Command[]) {
  for (const command of commands) await session.handle(command);
}

async function forecast(begun?: Traffic) {
  const history = await ask({ type: 'history' });
  const { totals, parts } = await runs.do('forecast', { history, more: AHEAD, begun, parts: PARTS });
  return { history, totals, parts };
}

describe('what is played ahead', () => {
  test('is what the lab then does, with its files, its faults and who is logged in', async () => {
    const inTurn = redisLab().nginx.files['nginx.conf']?.replace(/^\s*ip_hash;\n/m, '') ?? '';
    await perform(
      { type: 'traffic', traffic: steady },
      { type: 'advance', time: 9000 },
      { type: 'save', host: 'nginx', files: { 'nginx.conf': inTurn } },
      { type: 'act', action: { kind: 'power', host: 'nginx', event: 'reload' } },
      { type: 'act', action: { kind: 'cookies', host: 'A', accepts: false } },
      { type: 'advance', time: 14_000 },
      { type: 'act', action: { kind: 'power', host: 'tomcat1', event: 'crash' } },
      { type: 'advance', time: 21_000 },
    );
    const { totals, parts } = await forecast();
    expect(totals.requests).toBeGreaterThan(900);
    expect(totals.byServer).toEqual({ tomcat2: expect.any(Number) });
    expect(totals.loginsLost).toBeGreaterThan(0);
    await perform({ type: 'advance', time: 21_000 + AHEAD });
    expect((await ask({ type: 'counts', last: AHEAD, parts: PARTS })).parts).toEqual(parts);
  });

  test('is counted as in a full play, from the moment on at which it begins', async () => {
    await perform({ type: 'traffic', traffic: steady }, { type: 'advance', time: 30_000 });
    const { history, totals, parts } = await forecast();
    const scenario = goingOn(history, AHEAD, undefined);
    const { requests } = await runs.do('play', { lab: history.lab, scenario });
    const later = requests.filter(({ at }) => at >= 30_000);
    expect(requests.length).toBeGreaterThan(later.length);
    expect(totals).toEqual(totalsOf(later));
    expect(parts).toEqual(bucketsOf(later, { from: 30_000, until: 30_000 + AHEAD, count: PARTS }));
  });

  test('begins a traffic where nobody visits by himself', async () => {
    await perform({ type: 'advance', time: 5000 });
    expect((await forecast()).totals.requests).toBe(0);
    const { totals } = await forecast(steady);
    await perform({ type: 'traffic', traffic: steady }, { type: 'advance', time: 5000 + AHEAD });
    expect((await ask({ type: 'counts', last: AHEAD, parts: 1 })).totals).toEqual(totals);
  });
});

test('after the end of a repeated run its crowd no longer visits', async () => {
  await perform({ type: 'traffic', traffic: steady }, { type: 'advance', time: 12_000 });
  const { lab, ...past } = await ask({ type: 'history' });
  const scenario = ownScenario({ lab, ...past });
  const { requests } = await runs.do('play', { lab, scenario });
  const { totals } = await ask({ type: 'counts', last: 1, parts: 1 });
  expect(requests.length).toBe(totals.requests);
  expect(totalsOf(requests).waiting).toBe(0);
});
