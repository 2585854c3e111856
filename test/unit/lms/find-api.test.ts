import { expect, test } from 'vitest';
import { awaited, findApi } from '../../../site/lms/find-api.ts';

interface Fake {
  parent: Fake;
  opener: Fake | null;
  API?: unknown;
}

/** Windows, each in the frame of the one before. */
function nested(depth: number): Fake[] {
  const windows: Fake[] = [];
  for (let i = 0; i < depth; i++) {
    const window = { opener: null } as Fake;
    window.parent = windows.at(-1) ?? window;
    windows.push(window);
  }
  return windows;
}
const api = { LMSInitialize: () => 'true' };
const find = (from: Fake | undefined) => findApi(from as unknown as Window, 'API', 'LMSInitialize');

test('the interface is found on a window around this one', () => {
  const windows = nested(4);
  (windows[0] as Fake).API = api;
  expect(find(windows[3])).toBe(api);
});

test('… or on the window that opened one of them, or on its parents', () => {
  const opener = nested(3);
  (opener[0] as Fake).API = api;
  const windows = nested(3);
  (windows[0] as Fake).opener = opener[2] as Fake;
  expect(find(windows[2])).toBe(api);
});

test('the search ends, however many parents there are, and where two windows have opened each other', () => {
  const windows = nested(30);
  (windows[0] as Fake).API = api;
  expect(find(windows[29])).toBeUndefined();
  const [a, b] = [nested(1)[0] as Fake, nested(1)[0] as Fake];
  a.opener = b;
  b.opener = a;
  expect(find(a)).toBeUndefined();
});

test('a window of another origin is stepped over', () => {
  const windows = nested(3);
  (windows[0] as Fake).API = api;
  Object.defineProperty(windows[1], 'API', {
    get() {
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  });
  expect(find(windows[2])).toBe(api);
});

test('an element called API is no interface', () => {
  const windows = nested(2);
  (windows[1] as Fake).API = { tagName: 'DIV' };
  (windows[0] as Fake).API = api;
  expect(find(windows[1])).toBe(api);
});

test('one that comes late is waited for, one that never comes is not waited for forever', async () => {
  let looks = 0;
  expect(await awaited(() => (++looks > 3 ? api : undefined), { most: 100, every: 5 })).toBe(api);
  expect(await awaited(() => undefined, { most: 20, every: 5 })).toBeUndefined();
});
