import { expect, test } from 'vitest';
import { transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { type MasterMode, masterChart, masterLifecycle } from '../../../simulator/nginx/master-chart.ts';
import { type Nginx, newNginx, nginx } from '../../../simulator/nginx/nginx.ts';
import {
  answer,
  answers,
  ask,
  conf,
  deliver,
  type Recorder,
  recorder,
  started,
  targets,
  twoServers,
} from './outbox.ts';

const text = conf(twoServers);

const terminal = (out: Recorder) =>
  out.notes.flatMap((note) => (note.kind === 'terminal' ? [{ lines: note.lines, exit: note.exit }] : []));
const errorLog = (out: Recorder) => out.notes.flatMap((note) => (note.kind === 'error-log' ? [note.message] : []));

function reloadWith(host: Nginx, out: Recorder, file: string) {
  nginx.edit(host, 'nginx.conf', file, out);
  nginx.power(host, 'reload', out);
}

test('the table of the master is its chart', () => {
  const events = ['started', 'reloaded', 'quit', 'drained', 'stop', 'crash', 'hang', 'resume'] as const;
  const paths = getShortestPaths(masterChart, { events: events.map((type) => ({ type })) });
  expect(new Set(paths.map(({ state }) => state.value))).toEqual(new Set(Object.keys(masterChart.states)));
  for (const { state } of paths)
    for (const type of events) {
      const mode = state.value as MasterMode;
      const [after] = transition(masterChart, masterChart.resolveState({ value: mode }), { type });
      expect(masterLifecycle.next(mode, type), `${mode} on ${type}`).toBe(after.value);
    }
});

test('start binds the port and says nothing; a second program on the port stops it', () => {
  const out = recorder();
  expect(started(text, out).mode).toBe('running');
  expect(out.bound).toEqual(['*:80']);
  expect(terminal(out)).toEqual([{ lines: [], exit: 0 }]);

  const late = recorder();
  late.taken.add('*:80');
  expect(started(text, late).mode).toBe('stopped');
  expect(terminal(late)).toEqual([
    {
      lines: [
        ...Array<string>(5).fill('nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)'),
        'nginx: [emerg] still could not bind()',
      ],
      exit: 1,
    },
  ]);
});

test('reload forgets failures and starts round robin anew; the old worker finishes its requests', () => {
  const out = recorder();
  const host = started(text, out);
  ask(host, out, 'A1');
  ask(host, out, 'A2');
  nginx.power(host, 'reload', out);
  expect(host.workers).toHaveLength(2);
  ask(host, out, 'A3');
  expect(targets(out)).toEqual(['127.0.0.1:8081', '127.0.0.1:8082', '127.0.0.1:8081']);
  answer(host, out, 'A1');
  expect(host.workers).toHaveLength(2);
  answer(host, out, 'A2');
  expect(host.workers).toHaveLength(1);
  expect(answers(out).map(({ status }) => status)).toEqual([200, 200]);
  expect(errorLog(out)).toContain('gracefully shutting down');
});

test('a reload with a broken file is refused: the terminal says why, the old workers go on', () => {
  const out = recorder();
  const host = started(text, out);
  ask(host, out, 'A1');
  answer(host, out, 'A1');
  reloadWith(host, out, text.replace('8082;', '8082 weight=0;'));
  expect(terminal(out).at(-1)).toEqual({
    lines: ['nginx: [emerg] invalid parameter "weight=0" in nginx.conf:5'],
    exit: 1,
  });
  expect(host.workers).toHaveLength(1);
  ask(host, out, 'A2');
  expect(targets(out).at(-1)).toBe('127.0.0.1:8082');
});

test('a start with a broken file does not start', () => {
  const out = recorder();
  expect(started('events {}\nhttp {', out).mode).toBe('stopped');
  expect(terminal(out)).toEqual([
    { lines: ['nginx: [emerg] unexpected end of file, expecting "}" in nginx.conf:2'], exit: 1 },
  ]);
});

test('reload moves to new ports and gives the old ones back', () => {
  const out = recorder();
  const host = started(text, out);
  reloadWith(host, out, text.replace('listen 80;', 'listen 8000;'));
  expect(out.bound).toEqual(['*:8000']);
});

test('without nginx there is nobody to signal; after kill -9 the pid file misleads', () => {
  const out = recorder();
  const host = newNginx({ name: 'nginx', machine: 'server', files: { 'nginx.conf': text } });
  nginx.power(host, 'reload', out);
  expect(terminal(out)[0]?.lines).toEqual([
    'nginx: [error] open() "/run/nginx.pid" failed (2: No such file or directory)',
  ]);
  nginx.power(host, 'start', out);
  nginx.power(host, 'crash', out);
  nginx.power(host, 'reload', out);
  expect(terminal(out).at(-1)?.lines).toEqual([
    `nginx: [alert] kill(${host.masterPid}, 1) failed (3: No such process)`,
  ]);
});

test('stop cuts requests, quit lets them finish', () => {
  const out = recorder();
  const host = started(text, out);
  ask(host, out, 'A1');
  nginx.power(host, 'quit', out);
  expect(out.bound).toEqual([]);
  expect(host.mode).toBe('quitting');
  answer(host, out, 'A1');
  expect(host.mode).toBe('stopped');
  expect(answers(out)).toHaveLength(1);

  nginx.power(host, 'start', out);
  ask(host, out, 'A2');
  nginx.power(host, 'stop', out);
  expect(host.mode).toBe('stopped');
  expect(out.sent.slice(-2).map(({ to, body }) => [to, body.type])).toEqual([
    ['A', 'closed'],
    ['127.0.0.1:8082', 'abort'].map((word, i) => (i === 0 ? '127.0.0.1:8081' : word)),
  ]);
});

test('a hanging nginx answers nobody, and everybody when it goes on', () => {
  const out = recorder();
  const host = started(text, out);
  nginx.power(host, 'hang', out);
  ask(host, out, 'A1');
  expect(targets(out)).toEqual([]);
  nginx.power(host, 'resume', out);
  expect(targets(out)).toEqual(['127.0.0.1:8081']);
  answer(host, out, 'A1');
  expect(answers(out).map(({ status }) => status)).toEqual([200]);
});

test('what times out while nginx hangs has timed out when it goes on', () => {
  const out = recorder();
  const host = started(text, out);
  ask(host, out, 'A1');
  nginx.power(host, 'hang', out);
  out.now = 60_000;
  nginx.fire(host, { kind: 'timer', serial: 0, at: 60_000, host: 'nginx', name: 'deadline' }, out);
  expect(targets(out)).toHaveLength(1);
  nginx.power(host, 'resume', out);
  expect(targets(out)).toEqual(['127.0.0.1:8081', '127.0.0.1:8082']);
});

test('one alarm clock serves all requests and is set again while some wait', () => {
  const out = recorder();
  const host = started(text, out);
  ask(host, out, 'A1');
  out.now = 5_000;
  ask(host, out, 'A2');
  expect(out.timers.map(({ at }) => at)).toEqual([60_000]);
  answer(host, out, 'A1');
  out.now = 60_000;
  nginx.fire(host, { kind: 'timer', serial: 0, at: 60_000, host: 'nginx', name: 'deadline' }, out);
  expect(out.timers.map(({ at }) => at)).toEqual([60_000, 65_000]);
});

test('an answer to a request that has ended is dropped', () => {
  const out = recorder();
  const host = started(text, out);
  ask(host, out, 'A1');
  deliver(host, out, 'A', '192.168.25.128:80', { type: 'abort', chain: 'A1', attempt: 0 });
  answer(host, out, 'A1');
  expect(answers(out)).toEqual([]);
  expect(out.notes).toContainEqual(expect.objectContaining({ kind: 'responded', status: 499, by: 'nobody' }));
});
