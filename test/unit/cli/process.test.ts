import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { Progress } from '../../../scripts/session-lab/grade/progress.ts';
import { words } from '../../../scripts/session-lab/words/words.ts';

const program = 'scripts/session-lab/session-lab.js';

/** Runs the program itself, as a shell does. */
function run(argv: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1', ...env },
  });
  return { status, stdout, stderr };
}

test('the program itself: what it prints, what it complains of, its exit code', () => {
  const good = run(['grade', 'two-tomcats', 'lessons/two-tomcats/solution', '--format', 'tap']);
  expect(good).toMatchObject({ status: 0, stderr: '' });
  expect(good.stdout).toMatch(/^TAP version 14\n1\.\.\d+\nok 1 - /);
  expect(run(['grade', 'two-tomcats', 'lessons/two-tomcats/start'])).toMatchObject({ status: 1, stderr: '' });
  const wrong = run(['grade', 'two-tomcats'], { LC_ALL: 'zh_CN.UTF-8' });
  expect(wrong).toMatchObject({ status: 3, stdout: '' });
  expect(wrong.stderr).toMatch(/批改哪些目录/);
});

test('a bar is drawn only where it takes longer than a second, and is wiped away', async () => {
  let drawn = '';
  const terminal = {
    print: () => {},
    complain: (text: string) => void (drawn += text),
    redraws: true,
    paint: (_: string, text: string) => text,
    locale: '',
  };
  const quick = new Progress(4, words.en, terminal);
  quick.tell(1);
  quick.end();
  expect(drawn).toBe('');
  const slow = new Progress(4, words.en, terminal);
  await new Promise((resolve) => setTimeout(resolve, 1050));
  slow.tell(3);
  slow.end();
  expect(drawn).toMatch(/^\r█+░+ 3 of 4 graded\r/);
  expect(drawn.endsWith('\r\u001b[K')).toBe(true);
});
