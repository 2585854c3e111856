import { addressIn, askedIn } from '../../../site/embed/address.ts';
import { addressOf, settingsOf } from '../../../site/embed/element/attributes.ts';
import { Port } from '../../../site/embed/port.ts';
import { fromFrame, toFrame } from '../../../site/embed/protocol.ts';
import { readFromFrame } from '../../../site/embed/read-from-frame.ts';
import { readToFrame } from '../../../site/embed/read-to-frame.ts';
import { launchIn, learnerOf } from '../../../site/lms/cmi5/launch.ts';
import { keyOf, listed, pathOf } from '../../../site/offline/list.ts';
import { classAddress } from '../../../site/present/address.ts';
import { Follower } from '../../../site/present/follower.ts';
import { messageIn } from '../../../site/present/guards.ts';
import { message } from '../../../site/present/messages.ts';
import type { DataTarget, TextTarget } from '../target.ts';

const state = { link: 'v=1&lab=ip-hash', attempts: 2 };
const toFrames = [
  toFrame({
    type: 'init',
    origin: 'https://school.example',
    locale: 'zh-cn',
    theme: 'dark',
    state,
    options: { feedback: 'result', maxAttempts: 3 },
  }),
  toFrame({ type: 'getState' }, '1'),
  toFrame({ type: 'setState', state }, '2'),
  toFrame({ type: 'seek', t: 1500 }),
  { context: 'h5p', action: 'resizePrepared' },
  { context: 'h5p', action: 'hello' },
];
const fromFrames = [
  fromFrame({ type: 'ready', exercise: 'failover/transfer', locale: 'en', seed: 1, apiVersion: 1 }),
  fromFrame({ type: 'resize', height: 812.5 }),
  fromFrame({ type: 'change', files: { nginx: { 'nginx.conf': 'events {}' } } }),
  fromFrame({
    type: 'checked',
    exercise: 'ip-hash',
    attempt: 2,
    passed: false,
    score: { raw: 1, min: 0, max: 4, scaled: 0.25 },
    checks: [{ id: 'starts', passed: true, points: 1 }],
    seed: 7,
    permalink: 'https://course.example/#v=1',
  }),
  fromFrame({ type: 'xapi', statement: { id: 'x', verb: {} } }),
  fromFrame({ type: 'error', code: 'bad-message', message: 'What?' }, '2'),
];
const inClass = [
  message('w', { type: 'hello', role: 'desk', log: 'l', lastSeq: -1 }),
  message('w', { type: 'cursor', log: 'l', turn: 0, seq: 3, end: 5.5, at: 2, playing: true, speed: 0.5, hash: 'x' }),
  message('w', { type: 'wish', wish: 'next' }),
  message('w', { type: 'standing', log: 'l', seq: 0, inStep: false }),
  message('w', {
    type: 'log',
    log: 'l',
    fromSeq: 0,
    entries: [
      { seq: 0, at: 0, kind: 'begin', lesson: 'failover' },
      { seq: 1, at: 0, kind: 'beat', beat: 'kill' },
      { seq: 2, at: 0.25, kind: 'act', act: 'K:tomcat1' },
      { seq: 3, at: 0, kind: 'votes', beat: 'kill', round: 2, counts: [1, 20, 0] },
      { seq: 4, at: 0, kind: 'seek', keep: 0 },
    ],
  }),
];

const host = { postMessage: () => {} };
let time = 0;
const newFollower = () =>
  new Follower({
    id: 'me',
    lesson: 'failover',
    engine: { follow: () => {}, hash: async () => 'x' },
    post: () => {},
    now: () => (time += 50),
    changed: () => {},
  });
const ears = { hear: () => {}, hearH5p: () => {}, words: {} as never, now: () => (time += 50) };

const list = { version: '1', transfer: 1, files: { 'en/index.html': ['a', 1] as [string, number] } };

export const messageTargets: readonly (TextTarget | DataTarget)[] = [
  {
    name: 'embed-messages',
    what: 'messages between an embedded exercise and the page around it',
    good: [...toFrames, ...fromFrames],
    takeData(data) {
      for (const read of [readToFrame, readFromFrame]) {
        const came = read(data);
        if (came.kind === 'message' && read(came.message).kind !== 'message') throw new Error('read once, not twice');
      }
      const port = new Port(host, ears);
      port.arrive({ data: toFrames[0], origin: 'https://school.example', source: host });
      port.arrive({ data, origin: 'https://school.example', source: host });
    },
  },
  {
    name: 'class-messages',
    what: 'messages of a class, to a window that follows it (also over a network)',
    good: inClass,
    takeData(data) {
      messageIn(data);
      const follower = newFollower();
      follower.hear(inClass[4]);
      follower.hear(data);
      follower.hear(inClass[1]);
      follower.tick();
    },
  },
  {
    name: 'addresses',
    what: 'queries, fragments and attributes: an embedded exercise, a class, a launch of cmi5, a page of the copy for offline',
    good: [
      '?theme=dark&seed=7&feedback=full&maxAttempts=3&hideSolution=true',
      '#room=3b&beat=kill&follow=abcdefgh12345678',
      '?endpoint=https%3A%2F%2Fa%2F&fetch=b&registration=c&activityId=d&actor=%7B%22account%22%3A1%7D',
      '/base/en/embed/ip-hash/?a#b',
      'https://a.example/en/',
    ],
    words: ['?', '&', '=', '#', '%', '%E6', 'seed=', 'theme=', 'actor=%7B', 'room=', '__proto__=1', '//', '..'],
    take(text) {
      askedIn(text);
      classAddress(text);
      const launch = launchIn(text);
      if (launch) learnerOf(launch.actor);
      addressIn('en', { pathname: text, search: text, hash: text });
      const path = pathOf(text, '/');
      if (path !== undefined && listed(list, path)) keyOf(list, path, '/');
      const settings = settingsOf(() => text, 'en', 'light');
      const address = new URL(
        addressOf('https://course.example/', { ...settings, exercise: settings.exercise || 'ip-hash' }),
      );
      if (address.origin !== 'https://course.example') throw new Error('a frame from elsewhere');
    },
  },
];
