import { expect, test } from 'vitest';
import { glob } from '../../../simulator/nginx/conf/glob.ts';
import { compileJava } from '../../../simulator/tomcat/java/lang/compile.ts';
import { readFromFrame } from '../../../site/embed/read-from-frame.ts';
import { messageIn } from '../../../site/present/guards.ts';
import { message } from '../../../site/present/messages.ts';
import { readFile } from '../../../site/progress/file.ts';

// What hostile campaigns have found (test/hostile/campaigns.json), each once.

test('a version that is no number and no text is no newer version', () => {
  const file = {
    format: 'session-lab-progress',
    version: { toString: {}, valueOf: {} },
    by: 'x',
    exercises: {},
    drafts: {},
  };
  expect(readFile(JSON.stringify(file))).toEqual({ why: 'damaged', at: 'version' });
});

test('a list with empty places is no list of entries', () => {
  const entries = Array.from({ length: 3 }, (_, seq) => ({ seq, at: 0, kind: 'run', beat: 'x' }));
  delete entries[1];
  expect(
    messageIn({ ...message('w', { type: 'wish', wish: 'next' }), type: 'log', log: 'l', fromSeq: 0, entries }),
  ).toEqual({
    refused: 'bad',
  });
});

test('a statement that is no JSON is refused', () => {
  const statement: Record<string, unknown> = { id: 7n };
  expect(readFromFrame({ sessionlab: 1, type: 'xapi', statement })).toMatchObject({ kind: 'bad' });
  statement['id'] = statement;
  expect(readFromFrame({ sessionlab: 1, type: 'xapi', statement })).toMatchObject({ kind: 'bad' });
});

test('many stars in the name of an included file are no work', () => {
  const name = `${'a'.repeat(60)}.conf`;
  expect(glob(`${'*a'.repeat(40)}x`, [name])).toEqual([]);
  expect(glob('*a*.c[a-o]nf', [name, `conf.d/${name}`, '.a.conf'])).toEqual([name]);
});

test.each(['{', 'if(a)', 'class A{', 'void f(){class B{'])(
  'Java nested too deep (%s) is wrong, and no more',
  (open) => {
    const { problems } = compileJava({ 'A.java': `class A { void f() { ${open.repeat(4000)}` });
    expect(problems.map(({ code }) => code)).toContain('syntax');
  },
);
