import { Scorm2004API } from 'scorm-again';
import { expect, test } from 'vitest';
import { timeInterval, timestamp } from '../../../site/lms/scorm2004/elements.ts';
import { Scorm2004 } from '../../../site/lms/scorm2004/recorder.ts';
import { impatient, resultWith, Watch, windowWith } from './results.ts';

const asked = { starts: 'Everything starts.', 'keeps-logins': '登录一直有效。' };

function lms(before: Record<string, string> = {}) {
  const api = new Scorm2004API({ autocommit: false, logLevel: 5 });
  for (const [element, value] of Object.entries(before)) api.setCMIValue(element, value);
  const refused: string[] = [];
  const set = api.SetValue.bind(api);
  const window = windowWith({
    API_1484_11: Object.assign(api, {
      SetValue: (element: string, value: string) => {
        const answer = set(element, value);
        if (answer !== 'true') refused.push(`${element}=${value}: ${api.GetLastError()}`);
        return answer;
      },
    }),
  });
  return { api, refused, window };
}

test('a session: begins incomplete, fails, passes, and keeps what it is told to keep', async () => {
  const { api, refused, window } = lms({ 'cmi.learner_id': 'ada' });
  const recorder = new Scorm2004(window, impatient, new Watch().now, 'zh-CN', asked);
  expect(await recorder.open()).toEqual({
    kept: '',
    standing: { best: undefined, passed: false },
    learner: 'ada',
    records: true,
  });
  expect(api.cmi.completion_status).toBe('incomplete');

  expect(await recorder.record(resultWith(1), { best: 1 / 3, passed: false }, 'work')).toBeUndefined();
  expect([api.cmi.completion_status, api.cmi.success_status]).toEqual(['incomplete', 'failed']);
  expect([api.cmi.score.scaled, api.cmi.score.raw, api.cmi.progress_measure]).toEqual(['0.3333', '33.33', '0.3333']);
  expect(api.cmi.suspend_data).toBe('work');
  expect(JSON.parse(JSON.stringify(api.cmi.interactions.childArray))).toMatchObject([
    { id: 'starts', type: 'other', result: 'correct', description: '{lang=zh-CN}Everything starts.' },
    {
      id: 'keeps_logins',
      learner_response: 'login-lost',
      result: 'incorrect',
      description: '{lang=zh-CN}登录一直有效。',
    },
    { id: 'both_work', learner_response: 'login-lost', result: 'incorrect', timestamp: '2026-01-01T08:00:00.0Z' },
  ]);

  expect(await recorder.record(resultWith(3), { best: 1, passed: true }, undefined)).toBeUndefined();
  expect([api.cmi.completion_status, api.cmi.success_status]).toEqual(['completed', 'passed']);
  expect(refused).toEqual([]);
  recorder.close('more work');
  expect(api.cmi.suspend_data).toBe('more work');
  expect(api.isTerminated()).toBe(true);
  expect(await recorder.keep('late')).toEqual({ code: 'over' });
});

test('the learner comes back to the earlier work and score; who only looks changes nothing', async () => {
  const before = { 'cmi.suspend_data': 'work', 'cmi.success_status': 'passed', 'cmi.score.scaled': '0.8' };
  const back = new Scorm2004(lms(before).window, impatient, new Watch().now, 'en', asked);
  expect(await back.open()).toMatchObject({ kept: 'work', standing: { best: 0.8, passed: true }, records: true });

  const { api, window } = lms({ ...before, 'cmi.mode': 'review' });
  const looking = new Scorm2004(window, impatient, new Watch().now, 'en', asked);
  expect(await looking.open()).toMatchObject({ records: false });
  await looking.record(resultWith(0), { best: 0.8, passed: true }, 'other');
  looking.close('other');
  expect(api.cmi.suspend_data).toBe('work');
});

test('a platform of the other version is none', async () => {
  const window = windowWith({ API: { LMSInitialize: () => 'true' } });
  expect(await new Scorm2004(window, impatient, new Watch().now, 'en', asked).open()).toEqual({ code: 'missing' });
});

test('times are written as the standard has them', () => {
  expect([0, 1500, 754_560, 3_600_000].map(timeInterval)).toEqual(['PT0S', 'PT1.5S', 'PT12M34.56S', 'PT1H0S']);
  expect(timestamp(new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)))).toBe('2026-01-02T03:04:05.6Z');
});
