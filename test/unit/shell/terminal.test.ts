import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { getSimplePaths } from 'xstate/graph';
import { completeIn, forkWorld, newWindow } from '../../../simulator/index.ts';
import { terminal } from '../../../simulator/shell/terminal.ts';
import { terminalChart, terminalLifecycle } from '../../../simulator/shell/terminal-chart.ts';
import { disturbances } from '../../support/disturb.ts';
import { Keyboard } from './shell-lab.ts';

test('the table of a window goes where its chart goes', () => {
  for (const { steps } of getSimplePaths(terminalChart)) {
    const actor = createActor(terminalChart).start();
    let mode = terminalLifecycle.initial;
    for (const { event } of steps.slice(1)) {
      actor.send(event as never);
      mode = terminalLifecycle.next(mode, event.type as never);
      expect(actor.getSnapshot().value).toBe(mode);
    }
  }
});

test('a key knows all that matters to what the shell does next', () => {
  const keys = new Keyboard();
  keys.type('sleep 100 & x=1; sleep 50; echo end', { wait: 100 });
  const { screen: _, kind: __, name: ___, machine: ____, ...rest } = keys.window();
  const host = keys.window();
  for (const { path, disturb } of disturbances(rest)) {
    const copy = structuredClone(host);
    disturb(copy);
    expect(terminal.key(copy, 0), path.join('/')).not.toBe(terminal.key(host, 0));
  }
});

test('a fork goes its own way', () => {
  const keys = new Keyboard();
  keys.type('echo a > f; sleep 5 &');
  const { world } = keys.recording;
  const copy = structuredClone(forkWorld(world));
  const fork = forkWorld(world);
  keys.type('rm f; cd /; fg', { wait: 100 });
  expect(fork).toEqual(copy);
});

test('one more window is a shell of the same machine', () => {
  const keys = new Keyboard();
  keys.type('echo here > f');
  keys.recording.act({ kind: 'open', terminal: newWindow(3) });
  expect(keys.type('cat f', { nth: 3 })).toEqual(['here']);
});

test('Tab completes commands and paths as far as they are clear', () => {
  const keys = new Keyboard();
  const tab = (line: string) => completeIn(keys.recording.world, 'terminal1', line, line.length);
  expect(tab('cat /etc/ngi')).toEqual({ line: 'cat /etc/nginx/', at: 15, candidates: [] });
  expect(tab('cat /etc/nginx/ngi').line).toBe('cat /etc/nginx/nginx.conf ');
  expect(tab('ls /opt/tomcat')).toEqual({ line: 'ls /opt/tomcat', at: 14, candidates: ['tomcat1/', 'tomcat2/'] });
  expect(tab('cd /opt/tomcat1/RELEA').line).toBe('cd /opt/tomcat1/RELEA');
  expect(tab('hist').line).toBe('history ');
  expect(tab('cat nope').line).toBe('cat nope');
  expect(tab('').candidates).toEqual([]);
  expect(completeIn(keys.recording.world, 'terminal1', 'cat /etc/ngi | head', 12).line).toBe('cat /etc/nginx/ | head');
});

test('vi asks the page to show one of a host’s files', () => {
  const keys = new Keyboard();
  keys.type('vi /etc/nginx/nginx.conf; vi /etc/hosts');
  expect(keys.recording.notes.slice().filter(({ kind }) => kind === 'open-file')).toEqual([
    expect.objectContaining({ owner: 'nginx', file: 'nginx.conf' }),
  ]);
});
