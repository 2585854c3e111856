import { afterEach, expect, test, vi } from 'vitest';
import { Course, type Notice } from '../../../site/lms/course.ts';
import type { PackageData, Recorder, Session } from '../../../site/lms/recorder.ts';
import type { Trouble } from '../../../site/lms/trouble.ts';
import { resultWith } from './results.ts';

const data: PackageData = {
  exercise: 'failover',
  title: 'Failover',
  frame: 'en/embed/failover/index.html',
  mastery: 0.6,
  checks: {},
  beginning: 'events {}',
};
const state = { link: 'v=1&lab=failover&f=nginx/nginx.conf:x', attempts: 1 };

/** A recorder that remembers what it was told. */
class Remembering implements Recorder {
  room = 4096;
  told: unknown[] = [];
  trouble: Trouble | undefined;
  session: Session | Trouble = {
    kept: '',
    standing: { best: undefined, passed: false },
    learner: 'ada',
    records: true,
  };
  open = async () => this.session;
  record: Recorder['record'] = async ({ attempt }, { best, passed }, kept) => {
    if (!this.trouble) this.told.push({ attempt, best, passed, kept: kept !== undefined });
    return this.trouble;
  };
  keep: Recorder['keep'] = async (text) => {
    if (!this.trouble) this.told.push(text);
    return this.trouble;
  };
  close: Recorder['close'] = (kept) => void this.told.push({ closed: kept });
}

async function begun(recorder = new Remembering()) {
  const notices: Notice[] = [];
  const course = new Course(recorder, data, (notice) => notices.push(notice));
  return { course, recorder, notices, earlier: await course.begin() };
}

/** All that was begun has come to its end. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

function browserThatKeeps(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  });
  return kept;
}
afterEach(() => {
  vi.unstubAllGlobals();
});

test('the standing never goes back: a worse result after a pass reports the pass', async () => {
  const { course, recorder, notices } = await begun();
  course.checked(resultWith(1, 1), state);
  await settled();
  course.checked(resultWith(2, 2), { ...state, attempts: 2 });
  await settled();
  course.checked(resultWith(0, 3), undefined);
  await settled();
  expect(recorder.told).toEqual([
    { attempt: 1, best: 1 / 3, passed: false, kept: true },
    { attempt: 2, best: 2 / 3, passed: true, kept: true },
    { attempt: 3, best: 2 / 3, passed: true, kept: false },
  ]);
  expect(notices.map(({ code }) => code)).toEqual(['waiting', 'begun', 'recorded', 'recorded', 'recorded']);
});

test('of results that come faster than they can be told, the last is told, with the best score', async () => {
  const { course, recorder } = await begun();
  for (const [n, passed] of [1, 3, 2].entries()) course.checked(resultWith(passed, n + 1), state);
  await settled();
  expect(recorder.told).toEqual([{ attempt: 3, best: 1, passed: true, kept: true }]);
});

test('a result that is not taken is told, kept, and sent again by the learner or in the next session', async () => {
  const kept = browserThatKeeps();
  const { course, recorder, notices } = await begun();
  recorder.trouble = { code: 'refused', said: '391 General commit failure' };
  course.checked(resultWith(3), state);
  await settled();
  expect(notices.at(-1)).toEqual({ code: 'unrecorded', trouble: recorder.trouble });
  expect(kept.size).toBe(1);

  const next = await begun();
  await settled();
  expect(next.recorder.told).toEqual([{ attempt: 1, best: 1, passed: true, kept: false }]);
  expect(kept.size).toBe(0);

  recorder.trouble = undefined;
  course.again();
  await settled();
  expect(recorder.told).toEqual([{ attempt: 1, best: 1, passed: true, kept: true }]);
  expect(notices.at(-1)).toMatchObject({ code: 'recorded' });
});

test('another learner at the same browser does not send it', async () => {
  browserThatKeeps();
  const { course, recorder } = await begun();
  recorder.trouble = { code: 'unreachable' };
  course.checked(resultWith(3), state);
  await settled();
  const grace = new Remembering();
  grace.session = { kept: '', standing: { best: undefined, passed: false }, learner: 'grace', records: true };
  await begun(grace);
  await settled();
  expect(grace.told).toEqual([]);
});

test('work that the platform has no room for is kept by the browser, and found there', async () => {
  browserThatKeeps();
  const recorder = new Remembering();
  recorder.room = 10;
  const { course, notices } = await begun(recorder);
  await course.changed(state);
  course.keep();
  await settled();
  expect(notices.at(-1)).toEqual({ code: 'kept-here' });
  expect(recorder.told).toEqual(['browser']);

  const back = new Remembering();
  back.session = { ...(recorder.session as Session), kept: 'browser' };
  expect((await begun(back)).earlier).toEqual(state);
  vi.stubGlobal('localStorage', undefined);
  const elsewhere = await begun(back);
  expect(elsewhere.earlier).toBeUndefined();
  expect(elsewhere.notices).toContainEqual({ code: 'lost', why: 'elsewhere' });
});

test('without a platform the learner is told so, and nothing else happens', async () => {
  const recorder = new Remembering();
  recorder.session = { code: 'missing' };
  const { course, notices } = await begun(recorder);
  course.checked(resultWith(3), state);
  await course.changed(state);
  course.keep();
  await settled();
  expect(notices).toEqual([{ code: 'waiting' }, { code: 'unheard', trouble: { code: 'missing' } }]);
  expect(recorder.told).toEqual([]);
});

test('work that is not kept yet goes along when the page closes, once', async () => {
  const { course, recorder } = await begun();
  await course.changed(state);
  course.end();
  course.end();
  expect(recorder.told).toEqual([{ closed: expect.stringMatching(/^1[0-9a-f]{8}/) }, { closed: undefined }]);
});
