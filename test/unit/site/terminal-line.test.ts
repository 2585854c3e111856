import { expect, test } from 'vitest';
import { edited, found, pasted } from '../../../site/lab/views/terminal/line.ts';

test('readline’s keys edit the line', () => {
  const line = { text: 'cat  redis.conf', at: 9 };
  expect(edited(line, 'a')).toEqual({ text: 'cat  redis.conf', at: 0 });
  expect(edited(line, 'e')).toEqual({ text: 'cat  redis.conf', at: 15 });
  expect(edited(line, 'u')).toEqual({ text: 's.conf', at: 0 });
  expect(edited(line, 'k')).toEqual({ text: 'cat  redi', at: 9 });
  expect(edited(line, 'w')).toEqual({ text: 'cat  s.conf', at: 5 });
  expect(edited(line, 'x')).toBeUndefined();
});

test('of pasted text the whole lines are typed, the last one stays', () => {
  expect(pasted({ text: 'a', at: 1 }, 'b\r\nc\nd')).toEqual({ typed: 'ab\nc', rest: { text: 'd', at: 1 } });
  expect(pasted({ text: '', at: 0 }, 'ls')).toEqual({ typed: '', rest: { text: 'ls', at: 2 } });
});

test('Ctrl-R finds the newest line with a text, then the one before', () => {
  const history = ['nginx -t', 'ls', 'nginx -s reload'];
  expect(found(history, 'nginx')).toBe(2);
  expect(found(history, 'nginx', 2)).toBe(0);
  expect(found(history, 'nginx', 0)).toBe(-1);
});
