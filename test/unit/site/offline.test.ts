import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listOf } from '../../../site/offline/integration.ts';
import { type FileList, inOrder, keyOf, listed, pathOf, sourceOf } from '../../../site/offline/list.ts';

const scope = 'https://host.example/course/';
const list: FileList = {
  version: 'v',
  transfer: 1,
  files: {
    'index.html': ['a', 1],
    'zh-cn/ip-hash/index.html': ['b', 1],
    'en/ip-hash/index.html': ['c', 1],
    '_astro/lab.js': ['d', 1],
  },
};

describe('which file an address means', () => {
  test.each([
    ['', 'index.html'],
    ['?utm=1', 'index.html'],
    ['en/ip-hash/#v=1', 'en/ip-hash/index.html'],
    ['en/ip-hash', 'en/ip-hash/index.html'],
    ['_astro/lab.js?x', '_astro/lab.js'],
    ['en/nothing/', undefined],
    ['constructor', undefined],
    ['%E0%A4%A', undefined],
  ])('%s', (address, file) => expect(listed(list, pathOf(scope + address, scope) ?? '')).toBe(file));

  test('none, outside the site', () => expect(pathOf('https://host.example/courses/en/', scope)).toBeUndefined());

  test('no address is too strange to be read', () => {
    fc.assert(fc.property(fc.string(), (text) => void listed(list, pathOf(scope + text, scope) ?? '')));
  });
});

test('a file is fetched where hosts serve it, and kept under its content', () => {
  expect(sourceOf('en/ip-hash/index.html', scope)).toBe(`${scope}en/ip-hash/`);
  expect(sourceOf('index.html', scope)).toBe(scope);
  expect(keyOf(list, 'en/ip-hash/index.html', scope)).toBe(`${scope}en/ip-hash/index.html?c`);
});

test('the reader’s own language comes before the other one, and what all pages need before both', () => {
  expect(inOrder(list, 'zh-cn')).toEqual([
    'index.html',
    '_astro/lab.js',
    'zh-cn/ip-hash/index.html',
    'en/ip-hash/index.html',
  ]);
  expect(inOrder(list, 'en').at(-1)).toBe('zh-cn/ip-hash/index.html');
});

test('the list has another version exactly when a file that matters is another one', () => {
  const dist = mkdtempSync(join(tmpdir(), 'session-lab-'));
  mkdirSync(join(dist, 'pagefind'));
  const version = (path: string, text: string) => {
    writeFileSync(join(dist, path), text);
    return listOf(dist).version;
  };
  const first = version('index.html', 'door');
  expect(version('sw.js', 'worker')).toBe(first);
  expect(version('pagefind/pagefind-ui.js', 'unused')).toBe(first);
  expect(version('follow.json', '{}')).toBe(first);
  expect(version('index.html', 'another door')).not.toBe(first);
  expect(version('index.html', 'door')).toBe(first);
  expect(listOf(dist).files).toEqual({ 'index.html': [expect.stringMatching(/^[0-9a-f]{8}$/), 4] });
  rmSync(dist, { recursive: true });
});
