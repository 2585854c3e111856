import { expect, test } from 'vitest';
import { en } from '../../../site/text/en.ts';
import { zhCn } from '../../../site/text/zh-cn.ts';

/** Every text with the path that leads to it; functions are asked with numbers. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, value(1, 2)]];
  return Object.entries(value as object).flatMap(([key, inside]) => textsOf(inside, `${path}/${key}`));
}

test('both languages say the same things', () => {
  expect(textsOf(zhCn).map(([path]) => path)).toEqual(textsOf(en).map(([path]) => path));
});

test('each in its own words', () => {
  const chinese = new Map(textsOf(zhCn));
  const same = textsOf(en).filter(([path, text]) => chinese.get(path) === text);
  expect(same).toEqual([['/siteName', 'Session Lab']]);
  expect(textsOf(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
