import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits } from '../../../simulator/shell/line/glob.ts';
import { parseLine } from '../../../simulator/shell/line/parse.ts';
import { withoutPrompt } from '../../../simulator/shell/terminal.ts';
import { Keyboard } from './shell-lab.ts';

describe('a line is read as bash reads it', () => {
  test.each([
    [`echo a  b`, ['a b']],
    [`echo 'a  b' "c  d"`, ['a  b c  d']],
    [`echo a\\ b`, ['a b']],
    [`x=1; echo $x "$x" '$x' \${x}2`, ['1 1 $x 12']],
    [`x="a  b"; echo $x; echo "$x"`, ['a b', 'a  b']],
    [`false; echo $?; true; echo $?`, ['1', '0']],
    [`false && echo no || echo yes`, ['yes']],
    [`true || echo no; echo end`, ['end']],
    [`echo a # b`, ['a']],
    [`echo a#b`, ['a#b']],
    [`echo $(echo in; ) out`, ['in out']],
    [`echo "$(pwd)" \`whoami\``, ['/jinhetech root']],
    [`echo one | grep -c n`, ['1']],
    [`echo x > f; cat < f; cat f 2> /dev/null`, ['x', 'x']],
    [`cat nope 2>&1 | grep -c such`, ['1']],
    [`cat nope > f 2>&1; cat f`, ['cat: nope: No such file or directory']],
    [`touch b.jar a.jar; echo *.jar *.war "*.jar"`, ['a.jar b.jar *.war *.jar']],
    [`echo ~ "~"`, ['/root ~']],
  ])('%s', (line, printed) => {
    expect(new Keyboard().type(line)).toEqual(printed);
  });

  test.each([
    ['echo a &&& b', '&'],
    ['| grep a', '|'],
    ['echo >', 'newline'],
    [';; a', ';;'],
    ['echo a; ; b', ';'],
  ])('what bash stumbles over: %s', (line, near) => {
    expect(new Keyboard().type(line)).toEqual([`bash: syntax error near unexpected token \`${near}'`]);
  });

  test.each(['for ((i=0;;i++)); do echo $i; done', 'if true; then echo; fi', '(cd /tmp)', 'cat <<EOF'])(
    'what the lab leaves out it says: %s',
    (line) => {
      expect(new Keyboard().type(line)).toEqual(['<syntax-not-modelled>']);
    },
  );

  test('an open quote goes on in the next line, and Ctrl-C gives it up', () => {
    const keys = new Keyboard();
    expect(keys.type('echo "a')).toEqual([]);
    expect(keys.prompt()).toBe('> ');
    expect(keys.type('b"')).toEqual(['a', 'b']);
    keys.type("echo 'c");
    keys.press('SIGINT');
    expect(keys.prompt()).toBe('root@ubuntu:/jinhetech# ');
  });

  test('several pasted lines are done one after the other', () => {
    expect(new Keyboard().type('mkdir q\ncd q\npwd')).toEqual(['/jinhetech/q']);
  });
});

test('lines are copied with their prompts', () => {
  expect(withoutPrompt('$ make')).toBe('make');
  expect(withoutPrompt('root@ubuntu:/jinhetech/redis-3.2.1# ls')).toBe('ls');
  expect(withoutPrompt('[root@web ~]# ls -l')).toBe('ls -l');
  expect(withoutPrompt('echo $HOME # x')).toBe('echo $HOME # x');
  expect(new Keyboard().type('//此时你想要获取密码')).toEqual(['<guide-comment>']);
});

test('a pattern fits the names that a regular expression of the same meaning fits', () => {
  const regular = new Map([
    ['*', '.*'],
    ['?', '.'],
    ['[!a]', '[^a]'],
    ['.', '\\.'],
  ]);
  const part = fc.constantFrom('*', '?', 'a', 'b', '[ab]', '[!a]', '[a-b]', '.');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.stringMatching(/^[ab.]{0,8}$/), (parts, name) => {
      const source = parts.map((one) => regular.get(one) ?? one).join('');
      expect(fits(parts.join(''), name)).toBe(new RegExp(`^${source}$`).test(name));
    }),
  );
});

test('no text is too strange to be read, and long lines take no longer than their length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(['steps', 'unfinished', 'error', 'not-modelled']).toContain(parseLine(text).kind);
    }),
  );
  for (const piece of ['$(', '"', '`', '(', 'a|', '$x', '\\', "'", '>a ', '&&', '[*'])
    expect(parseLine(piece.repeat(10_000)).kind).toBeDefined();
});
