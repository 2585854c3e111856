import { describe, expect, test } from 'vitest';
import failover from '../../../lessons/failover/exercise.ts';
import { filesOf } from '../../../lessons/folders.ts';
import { LabSession } from '../../../site/lab/engine/session.ts';
import type { RequestRecord } from '../../../site/lab/page/requests.ts';
import type { Command, Snapshot } from '../../../site/lab/protocol.ts';
import { Runs } from '../../../site/lab/runs/runs.ts';
import { words } from '../../../site/lab/texts/exercise/en.ts';
import { filled } from '../../../site/lab/views/exercise/filled.ts';
import { nearestTo } from '../../../site/lab/views/exercise/nearest.ts';
import { answerText, cameOf, choicesFor } from '../../../site/lab/views/exercise/prediction.ts';
import { turnIn } from '../../../site/lab/views/exercise/turn.ts';

const files = filesOf('failover', 'start');

async function opened() {
  const session = new LabSession();
  await session.load(failover.lab);
  const tell = async (command: Command): Promise<Snapshot> => {
    const report = await session.handle(command);
    if (report.type !== 'snapshot') throw new Error(`${report.type}: not a snapshot`);
    return report.snapshot;
  };
  return { tell };
}

describe('a failing run', () => {
  async function failing() {
    const runs = new Runs();
    const verdicts = await runs.do('grade', { exercise: 'failover', files, kind: undefined });
    const whole = verdicts.find(({ id }) => id === 'lost-once');
    if (whole?.state !== 'failed') throw new Error('the start files pass');
    const verdict = await runs.do('shrink', { exercise: 'failover', files, verdict: whole });
    runs.close();
    const turn = verdict.state === 'failed' ? turnIn(verdict.evidence, verdict.feedback) : undefined;
    if (verdict.state !== 'failed' || !verdict.run || !turn) throw new Error('nothing to show');
    return { exercise: 'failover', files, kind: 'failing', check: verdict.id, run: verdict.run, turn } as const;
  }

  test('turns where a Tomcat does not know a session, and nginx.conf has the line that sent the request there', async () => {
    const { turn, run } = await failing();
    expect(turn).toMatchObject({ kind: 'session-unknown', host: 'tomcat1', line: { host: 'nginx' } });
    expect(turn.line?.place).toMatchObject({ file: 'nginx.conf' });
    expect(run.plan.length).toBeLessThan(8);
  });

  test('is shown beside the learner’s own, one step before it goes wrong', async () => {
    const { tell } = await opened();
    const scene = await failing();
    const own = await tell({ type: 'advance', time: 1234 });
    const shown = await tell({ type: 'put-on', scene });
    expect(shown.timeline).toMatchObject({ past: true, branch: 2, scene: { kind: 'failing', check: 'lost-once' } });
    const next = shown.timeline.scene?.kind === 'failing' ? shown.timeline.scene.next : undefined;
    expect(next).toMatchObject({ kind: 'session-unknown', chain: scene.turn.chain });
    expect(shown.now).toBeLessThan(next?.at ?? 0);
    const stepped = await tell({ type: 'step', by: 'hop' });
    expect(stepped.now).toBeGreaterThanOrEqual(next?.at ?? 0);
    const back = await tell({ type: 'put-off' });
    expect(back.timeline).toMatchObject({ branch: 1, scene: undefined });
    expect(back.now).toBe(own.now);
  });

  test('takes the place of the one before, and undoing it leads back to one’s own', async () => {
    const { tell } = await opened();
    const scene = await failing();
    await tell({ type: 'put-on', scene });
    const again = await tell({ type: 'put-on', scene });
    expect(again.timeline.branches.map(({ number }) => number)).toEqual([1, 3]);
    expect((await tell({ type: 'undo' })).timeline).toMatchObject({ branch: 1, undo: false });
  });
});

test('what leads up to a question is played, and the request that it is about is not sent yet', async () => {
  const { tell } = await opened();
  const [{ id, plan } = { id: '', plan: [] }] = failover.predictions;
  const { timeline, now } = await tell({
    type: 'put-on',
    scene: { kind: 'prediction', exercise: 'failover', files, id },
  });
  expect(timeline).toMatchObject({ past: false, branch: 2, scene: { kind: 'prediction', id } });
  expect(now).toBe(plan.at(-1)?.at);
});

describe('the nearest answer', () => {
  const conf = (...lines: string[]) => ({ nginx: { 'nginx.conf': lines.map((line) => `${line}\n`).join('') } });

  test('is the one with the fewest lines to change, told place by place', () => {
    const far = conf('a', 'x', 'y');
    const near = conf('a', 'b', 'y');
    expect(nearestTo(conf('a', 'b', 'c'), [far, near])).toEqual({
      files: near,
      hunks: [{ host: 'nginx', file: 'nginx.conf', lineA: 3, lineB: 3, removed: ['c'], added: ['y'] }],
    });
  });

  test('needs no change where the files are one', () => {
    expect(nearestTo(conf('a'), [conf('b'), conf('a')]).hunks).toEqual([]);
  });
});

describe('what came of a request, in the words of the question', () => {
  const request: RequestRecord = {
    chain: 'A1',
    visitor: 'A',
    method: 'GET',
    path: '/whoami',
    cookie: undefined,
    sentAt: 0,
    status: 200,
    setCookie: undefined,
    took: 1,
    login: 'kept',
    servers: ['127.0.0.1:8080'],
    notes: [],
  };

  test('a status, a login, a server', () => {
    expect(cameOf(request, 'status')).toBe('200');
    expect(cameOf(request, 'login')).toBe('kept');
    expect(cameOf({ ...request, login: 'lost' }, 'login')).toBe('lost');
    expect(cameOf({ ...request, status: 502, login: undefined }, 'login')).toBe('error');
    expect(cameOf(request, 'server')).toBe('none');
  });

  test('nothing while it is under way', () => {
    expect(cameOf({ ...request, status: undefined }, 'status')).toBeUndefined();
  });

  test('every answer that can be chosen has a name', () => {
    expect(choicesFor('server', ['tomcat1', 'tomcat2'])).toEqual(['tomcat1', 'tomcat2', 'none']);
    expect(choicesFor('login', []).map((answer) => answerText(answer, words.predict))).toEqual([
      'still logged in',
      'logged out',
      'an error page',
    ]);
  });
});

test('a lesson’s sentence is filled, and its values are marked', () => {
  expect(filled('{visitor} got {status}, {unknown}.', { visitor: 'A', status: 502 })).toEqual([
    { text: 'A', value: true },
    { text: ' got ', value: false },
    { text: '502', value: true },
    { text: ', ', value: false },
    { text: '{unknown}', value: false },
    { text: '.', value: false },
  ]);
});
