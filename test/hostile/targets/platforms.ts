import type { Result } from '../../../site/embed/protocol.ts';
import { keptIn } from '../../../site/lms/cmi5/kept.ts';
import { launchIn } from '../../../site/lms/cmi5/launch.ts';
import { fetchToken, Lrs } from '../../../site/lms/cmi5/lrs.ts';
import { Course } from '../../../site/lms/course.ts';
import type { Recorder } from '../../../site/lms/recorder.ts';
import { Scorm12 } from '../../../site/lms/scorm12/recorder.ts';
import { Scorm2004 } from '../../../site/lms/scorm2004/recorder.ts';
import type { DataTarget, TextTarget } from '../target.ts';
import { keeping } from './keeping.ts';

// A learning platform that says what it likes: by its functions (SCORM), or over HTTP (cmi5, a learning record store).

const checks = [
  { id: 'starts', passed: true, points: 2 },
  { id: 'both.work', passed: false, feedbackId: 'login-lost', points: 2 },
];
const result: Result = {
  exercise: 'failover',
  attempt: 1,
  passed: true,
  score: { raw: 2, min: 0, max: 4, scaled: 0.5 },
  checks,
  seed: 7,
  permalink: 'https://course.example/#v=1',
};
const packageData = {
  exercise: 'failover',
  title: 'Failover',
  frame: 'frame.html',
  mastery: 1,
  beginning: 'v=1&lab=failover',
  checks: { starts: 'It starts' },
};
const impatient = { most: 0, every: 1 };
const now = () => new Date(1_700_000_000_000);

const dialects = [
  (window: Window) => new Scorm12(window, impatient, now),
  (window: Window) => new Scorm2004(window, impatient, now, 'en-US', packageData.checks),
];

/** A whole session: begun, a result told, work kept, ended. A recorder rejects nothing. */
async function session(recorder: Recorder): Promise<void> {
  const opened = await recorder.open();
  if (!('code' in opened)) {
    await recorder.record(result, { best: 0.5, passed: true }, 'work');
    await recorder.keep('more work');
  }
  recorder.close('last work');
}

/** The same session as a page leads it, with what it tells the learner. */
async function course(recorder: Recorder): Promise<void> {
  const course = new Course(recorder, packageData, (notice) => JSON.stringify(notice));
  await course.begin();
  course.checked(result, { link: 'v=1&lab=failover', attempts: 1 });
  course.keep();
  course.end();
}

/** What a platform answers to its functions, by their names; one answer for all elements that are asked for. */
type Answers = Record<string, unknown>;

const scorm = (answers: Answers) => (name: string) => () => {
  const answer = answers[name.replace(/^LMS/, '')];
  if (typeof answer === 'function') throw answer;
  return answer;
};

function apiWindow(answers: Answers, opener: unknown): Window {
  const of = scorm(answers);
  const api = (names: string[]) => Object.fromEntries(names.map((name) => [name, of(name)]));
  const both = ['GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString'];
  const window: Record<string, unknown> = {
    opener,
    API: answers['API'] ?? api(['LMSInitialize', 'LMSFinish', ...both.map((name) => `LMS${name}`)]),
    API_1484_11: answers['API'] ?? api(['Initialize', 'Terminate', ...both]),
  };
  window['parent'] = window;
  return window as unknown as Window;
}

const launch = launchIn(
  '?endpoint=https%3A%2F%2Flms.example%2F&fetch=https%3A%2F%2Flms.example%2Ft&registration=c&activityId=d&actor=%7B%22account%22%3A%7B%22name%22%3A%22a%22%7D%7D',
);
const stored = [
  '{"auth-token":"abc"}',
  '{"error-code":"1","error-text":"used"}',
  '{"work":"x","best":0.5,"passed":false}',
];

const answering = { text: '' };
const asFetch = async () => new Response(answering.text, { status: answering.text.length % 9 === 0 ? 500 : 200 });

export const platformTargets: readonly (TextTarget | DataTarget)[] = [
  {
    name: 'lms-functions',
    slow: true,
    what: 'what the functions of a learning platform answer, of SCORM 1.2 and 2004',
    good: [
      {
        Initialize: 'true',
        Finish: 'true',
        Terminate: 'true',
        GetValue: '',
        SetValue: 'true',
        Commit: 'true',
        GetLastError: '0',
        GetErrorString: '',
      },
      { Initialize: true, GetValue: '66.67', SetValue: true, Commit: true, GetLastError: 0, GetErrorString: null },
      {
        Initialize: 'false',
        GetValue: 'passed',
        SetValue: 'false',
        Commit: 'false',
        GetLastError: '403',
        GetErrorString: 'Not initialized',
      },
      {
        Initialize: 'true',
        GetValue: 'browser',
        SetValue: 'true',
        Commit: 'true',
        GetLastError: '0',
        GetErrorString: '',
      },
    ],
    async takeData(data) {
      const answers = (typeof data === 'object' && data !== null ? data : { API: data }) as Answers;
      keeping.text = JSON.stringify(result);
      for (const make of dialects) {
        await session(make(apiWindow(answers, null)));
        await course(make(apiWindow(answers, answers['opener'])));
      }
    },
  },
  {
    name: 'lms-store',
    what: 'what a learning record store answers over HTTP, to a package of cmi5',
    good: stored,
    words: ['{"', '":', '"auth-token"', '"error-code":', '{"toString":1}', 'null', '1e400', '"work":', '[', ']', '}'],
    longest: 300,
    async take(text) {
      if (!launch) throw new Error('no launch');
      answering.text = text;
      const { fetch } = globalThis;
      globalThis.fetch = asFetch as typeof fetch;
      try {
        await fetchToken(launch);
        const store = new Lrs(launch, 'token');
        keptIn(await store.kept());
        await store.keep({});
        await store.send([]);
      } finally {
        globalThis.fetch = fetch;
      }
    },
  },
];
