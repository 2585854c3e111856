import { expect, test } from 'vitest';
import type { Lab } from '../../../simulator/index.ts';
import { Keyboard, shellLab } from './shell-lab.ts';

/** A keyboard on a machine where nginx's folder holds the script. */
function withScript(...lines: string[]): Keyboard {
  const lab = shellLab();
  const files = { ...lab.nginx.files, 'update.sh': `${lines.join('\n')}\n` };
  return new Keyboard({ ...lab, nginx: { files } } satisfies Lab);
}
const run = (lines: string[], wait = 0) => withScript(...lines).type('bash /etc/nginx/update.sh', { wait });

test('a script is carried out line by line; comments and empty lines are nothing', () => {
  expect(run(['#!/bin/bash', '', '# twice', 'echo one', 'echo two # more', 'echo "a', 'b"'])).toEqual([
    'one',
    'two',
    'a',
    'b',
  ]);
});

test('it waits for what takes time, and then the window is back', () => {
  const keys = withScript('sleep 2', 'echo done');
  expect(keys.type('bash /etc/nginx/update.sh', { wait: 1900 })).toEqual([]);
  expect(keys.prompt()).toBe('');
  expect(keys.wait(200)).toEqual(['done']);
  expect(keys.prompt()).toBe('root@ubuntu:/jinhetech# ');
});

test('its folder and variables are its own, its status is that of its last command', () => {
  const keys = withScript('cd /etc', 'NAME=li', 'pwd', 'false');
  keys.type('NAME=zhang');
  expect(keys.type('bash /etc/nginx/update.sh || echo failed')).toEqual(['/etc', 'failed']);
  expect(keys.type('pwd; echo $NAME')).toEqual(['/jinhetech', 'zhang']);
});

test('what goes wrong is told with its line; the rest is done all the same, unless it says set -e', () => {
  const missing = '/etc/nginx/update.sh: line 2: nosuch: command not found';
  expect(run(['echo a', 'nosuch', 'echo b'])).toEqual(['a', missing, 'b']);
  expect(run(['set -e', 'nosuch', 'echo b'])).toEqual([missing]);
  expect(run(['set -euo pipefail', 'nosuch || echo c', 'false && true', 'echo b', 'false', 'echo d'])).toEqual([
    missing,
    'c',
    'b',
  ]);
});

test('a line that bash cannot read ends it, after what stood before', () => {
  expect(run(['echo a', 'echo b ;; echo c', 'echo d'])).toEqual([
    'a',
    "/etc/nginx/update.sh: line 2: syntax error near unexpected token `;;'",
    "/etc/nginx/update.sh: line 2: `echo b ;; echo c'",
  ]);
  expect(run(['echo a', 'for n in 1 2; do', 'echo $n'])).toEqual([
    'a',
    '/etc/nginx/update.sh: line 4: syntax error: unexpected end of file',
  ]);
  expect(run(['echo a', 'if true; then echo b; fi', 'echo c'])).toEqual(['a', '<syntax-not-modelled>']);
});

test('exit leaves the script, and not the window', () => {
  const keys = withScript('echo a', 'exit 3', 'echo b');
  expect(keys.type('bash /etc/nginx/update.sh; echo $?')).toEqual(['a', '3']);
});

test('for takes one word after the other, in a script and at the prompt', () => {
  expect(run(['for n in 1 2; do', '  for m in a b', '  do echo $n$m; done', 'done'])).toEqual(['1a', '1b', '2a', '2b']);
  expect(new Keyboard().type('for f in /etc/host*; do echo $f; done')).toEqual(['/etc/hostname', '/etc/hosts']);
});

test('until asks again and again: a Tomcat that starts is waited for', () => {
  const keys = withScript(
    '/opt/tomcat1/bin/shutdown.sh > /dev/null',
    'sleep 2',
    'until curl -s http://localhost:8080/hello; do /opt/tomcat1/bin/startup.sh > /dev/null; sleep 1; done',
    'echo up',
  );
  expect(keys.type('bash /etc/nginx/update.sh', { wait: 2500 })).toEqual([]);
  expect(keys.wait(6000)).toEqual(['hello (no session touched)', 'up']);
});

test('a loop without end stops neither the clock nor Ctrl-C', () => {
  const keys = withScript('cd /etc', 'while true; do true; done');
  expect(keys.type('bash /etc/nginx/update.sh', { wait: 1000 })).toEqual([]);
  keys.press('SIGINT', { wait: 100 });
  expect(keys.prompt()).toBe('root@ubuntu:/jinhetech# ');
  expect(keys.type('echo still here')).toEqual(['still here']);
});

test('what is no file, and a script in a pipe', () => {
  expect(new Keyboard().type('bash nosuch.sh')).toEqual(['bash: nosuch.sh: No such file or directory']);
  expect(new Keyboard().type('bash /etc')).toEqual(['bash: /etc: Is a directory']);
  expect(withScript('echo a').type('bash /etc/nginx/update.sh | tail -1')).toEqual(['<syntax-not-modelled>']);
});
