import { Scorm12API } from 'scorm-again';
import { expect, test } from 'vitest';
import { timeOfDay, timespan } from '../../../site/lms/scorm12/elements.ts';
import { Scorm12 } from '../../../site/lms/scorm12/recorder.ts';
import { impatient, resultWith, Watch, windowWith } from './results.ts';

/** A learning platform without a screen, which notes what it is asked. */
function lms(before: Record<string, string> = {}) {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  for (const [element, value] of Object.entries(before)) api.setCMIValue(element, value);
  const calls: string[] = [];
  const noted = new Proxy(api, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function' || !String(name).startsWith('LMS')) return value;
      return (...words: string[]) => {
        const answer = value.apply(target, words);
        calls.push(`${String(name)}(${words.join(',')}) ${answer}`);
        return answer;
      };
    },
  });
  return { api, calls, window: windowWith({ API: noted }) };
}

test('a session: begins incomplete, fails, passes, and keeps what it is told to keep', async () => {
  const { api, calls, window } = lms({ 'cmi.core.student_id': 'ada' });
  const watch = new Watch();
  const recorder = new Scorm12(window, impatient, watch.now);
  expect(await recorder.open()).toEqual({
    kept: '',
    standing: { best: undefined, passed: false },
    learner: 'ada',
    records: true,
  });
  expect(api.cmi.core.lesson_status).toBe('incomplete');

  watch.pass(754_560);
  expect(await recorder.record(resultWith(2), { best: 2 / 3, passed: false }, 'work')).toBeUndefined();
  expect(api.cmi.core.lesson_status).toBe('failed');
  expect(api.cmi.core.score.raw).toBe('66.67');
  expect(api.cmi.suspend_data).toBe('work');
  expect(JSON.parse(JSON.stringify(api.cmi.interactions.childArray))).toMatchObject([
    { id: 'starts', type: 'performance', student_response: 'passed', result: 'correct' },
    { id: 'keeps_logins', type: 'performance', student_response: 'passed', result: 'correct' },
    { id: 'both_work', type: 'performance', student_response: 'login-lost', result: 'wrong' },
  ]);
  expect(calls.filter((call) => call.startsWith('LMSSetValue') && !call.endsWith('true'))).toEqual([]);
  expect(calls).toContain('LMSSetValue(cmi.core.session_time,0000:12:34.56) true');

  expect(await recorder.record(resultWith(3), { best: 1, passed: true }, undefined)).toBeUndefined();
  expect(api.cmi.core.lesson_status).toBe('passed');
  recorder.close(undefined);
  expect(calls.at(-1)).toBe('LMSFinish() true');
});

test('what is known already is not sent again, and a check is committed once', async () => {
  const { calls, window } = lms();
  const watch = new Watch();
  const recorder = new Scorm12(window, impatient, watch.now);
  await recorder.open();
  await recorder.record(resultWith(1), { best: 1 / 3, passed: false }, undefined);
  calls.length = 0;
  watch.pass(1000);
  await recorder.record(resultWith(2), { best: 2 / 3, passed: false }, undefined);
  expect(calls.map((call) => /\((.*?)[,)]/.exec(call)?.[1])).toEqual([
    'cmi.interactions.1.time',
    'cmi.interactions.1.student_response',
    'cmi.interactions.1.result',
    'cmi.core.score.raw',
    'cmi.core.session_time',
    '',
  ]);
});

test('the learner comes back to the earlier work and score', async () => {
  const { window } = lms({
    'cmi.suspend_data': 'work',
    'cmi.core.lesson_status': 'passed',
    'cmi.core.score.raw': '80',
  });
  const recorder = new Scorm12(window, impatient, new Watch().now);
  expect(await recorder.open()).toMatchObject({ kept: 'work', standing: { best: 0.8, passed: true } });
});

test('nothing is written where somebody only looks, nor after the end', async () => {
  const looking = lms({ 'cmi.core.lesson_mode': 'browse' });
  const browsing = new Scorm12(looking.window, impatient, new Watch().now);
  expect(await browsing.open()).toMatchObject({ records: false });
  expect(await browsing.record(resultWith(3), { best: 1, passed: true }, 'work')).toBeUndefined();
  browsing.close('work');
  expect(looking.calls.filter((call) => call.startsWith('LMSSetValue'))).toEqual([]);

  const ended = lms();
  const recorder = new Scorm12(ended.window, impatient, new Watch().now);
  await recorder.open();
  recorder.close(undefined);
  ended.calls.length = 0;
  expect(await recorder.record(resultWith(3), { best: 1, passed: true }, undefined)).toEqual({ code: 'over' });
  expect(ended.calls).toEqual([]);
});

const quiet = {
  LMSInitialize: () => 'true',
  LMSFinish: () => 'true',
  LMSGetValue: (_element: string) => '',
  LMSSetValue: (_element: string, _value: string): unknown => 'true',
  LMSCommit: (): unknown => 'true',
  LMSGetLastError: () => '0',
  LMSGetErrorString: (_code: string) => '',
};
const openedOn = async (api: object) => {
  const recorder = new Scorm12(windowWith({ API: { ...quiet, ...api } }), impatient, new Watch().now);
  return { recorder, session: await recorder.open() };
};

test('a platform without a lesson mode, and one that answers with values for words, are taken as they are', async () => {
  const { recorder, session } = await openedOn({ LMSInitialize: () => true, LMSSetValue: () => true });
  expect(session).toMatchObject({ records: true, standing: { best: undefined, passed: false } });
  expect(await recorder.record(resultWith(3), { best: 1, passed: true }, undefined)).toBeUndefined();
});

test('no platform, one that refuses to begin, and one that throws are told apart', async () => {
  const none = new Scorm12(windowWith({}), impatient, new Watch().now);
  expect(await none.open()).toEqual({ code: 'missing' });
  const refusing = { LMSInitialize: () => 'false', LMSGetLastError: () => 101, LMSGetErrorString: () => 'General' };
  expect((await openedOn(refusing)).session).toEqual({ code: 'not-opened', said: '101 General' });
  const throwing = () => {
    throw new TypeError('x is undefined');
  };
  expect((await openedOn({ LMSInitialize: throwing })).session).toEqual({
    code: 'not-opened',
    said: 'TypeError: x is undefined',
  });
  expect((await openedOn({ LMSGetValue: throwing })).session).toMatchObject({ kept: '', records: true });
  const { recorder } = await openedOn({ LMSSetValue: throwing });
  expect(await recorder.record(resultWith(3), { best: 1, passed: true }, undefined)).toMatchObject({ code: 'threw' });
  recorder.close(undefined);
});

test('what was not stored is stored when it is told again', async () => {
  let working = false;
  let commits = 0;
  const { recorder } = await openedOn({
    LMSCommit: () => {
      commits++;
      return working ? 'true' : 'false';
    },
  });
  expect(await recorder.record(resultWith(3), { best: 1, passed: true }, 'work')).toMatchObject({ code: 'refused' });
  working = true;
  const before = commits;
  expect(await recorder.record(resultWith(3), { best: 1, passed: true }, 'work')).toBeUndefined();
  expect(commits).toBe(before + 1);
});

test('times are written as the standard has them', () => {
  expect(timespan(0)).toBe('0000:00:00.00');
  expect(timespan(3_723_450)).toBe('0001:02:03.45');
  expect(timeOfDay(new Date(2026, 0, 1, 7, 5, 9))).toBe('07:05:09');
});
