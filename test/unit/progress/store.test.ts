import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KEY, UNREADABLE } from '../../../site/progress/key.ts';
import { attemptsOf } from '../../../site/progress/progress.ts';
import { ProgressStore } from '../../../site/progress/store.ts';

/** A browser's storage; `room`: how many characters fit into one entry. */
function storage(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('no room', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
}

let at = 1000;
let names = 0;
/** A tab that opens the site. */
const tab = () =>
  new ProgressStore(
    () => at++,
    () => `browser${names++}`,
  );
const passed = [{ id: 'pages', state: 'passed' as const }];
const attempts = (store: ProgressStore, exercise: string) => {
  const found = store.of(exercise);
  return found ? attemptsOf(found) : 0;
};

let browser = storage();
const uses = (one: ReturnType<typeof storage>) => {
  browser = one;
  vi.stubGlobal('localStorage', one);
};
beforeEach(() => {
  uses(storage());
  vi.stubGlobal('dispatchEvent', () => true);
});
afterEach(() => vi.unstubAllGlobals());

test('what was done is there when the page is opened again', () => {
  tab().checked('ip-hash', passed);
  const again = tab();
  again.revealed('ip-hash');
  again.hinted('ip-hash', 'login-lost', 2);
  again.hinted('ip-hash', 'login-lost', 1);
  again.predicted('ip-hash/transfer', 'after-kill', 'tomcat1', 'tomcat2');
  const { exercises } = tab().progress;
  expect(exercises['ip-hash']).toMatchObject({
    checks: { pages: { state: 'passed' } },
    hints: { 'login-lost': 2 },
    passed: expect.any(Number),
    revealed: expect.any(Number),
  });
  expect(exercises['ip-hash/transfer']?.predictions).toMatchObject({
    'after-kill': { said: 'tomcat1', came: 'tomcat2' },
  });
  expect(tab().of('constructor')).toBeUndefined();
});

test('two tabs do not write over each other', () => {
  const [one, other] = [tab(), tab()];
  expect([one.progress.exercises, other.progress.exercises]).toEqual([{}, {}]);
  one.checked('ip-hash', passed);
  other.checked('failover', passed);
  one.checked('ip-hash', passed);
  expect(Object.keys(tab().progress.exercises).sort()).toEqual(['failover', 'ip-hash']);
  expect(attempts(tab(), 'ip-hash')).toBe(2);
});

test('other tabs are heard, and components are told', () => {
  let hear: ((event: Pick<StorageEvent, 'key'>) => void) | undefined;
  vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => (hear = listener));
  vi.stubGlobal('removeEventListener', () => (hear = undefined));
  const here = tab();
  const told = vi.fn();
  expect(here.progress.exercises).toEqual({});
  const end = here.subscribe(told);
  tab().checked('ip-hash', passed);
  hear?.({ key: 'something else' });
  expect([told.mock.calls.length, attempts(here, 'ip-hash')]).toEqual([0, 0]);
  hear?.({ key: KEY });
  expect([told.mock.calls.length, attempts(here, 'ip-hash')]).toEqual([1, 1]);
  here.checked('ip-hash', passed);
  expect(told).toHaveBeenCalledTimes(2);
  browser.kept.clear();
  hear?.({ key: null });
  expect(here.progress.exercises).toEqual({});
  end();
  expect(hear).toBeUndefined();
});

test('where nothing may be kept, it lives as long as the page', () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('denied', 'SecurityError');
    },
    setItem() {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  const here = tab();
  here.checked('ip-hash', passed);
  here.checked('ip-hash', passed);
  expect(attempts(here, 'ip-hash')).toBe(2);
  expect(here.trouble).toBe('forbidden');
  here.reset();
  expect(here.progress.exercises).toEqual({});
});

test('where there is no room, it lives as long as the page, and is kept once there is', () => {
  tab().checked('failover', passed);
  const kept = browser.kept;
  uses({ ...storage(10), kept, getItem: (key) => kept.get(key) ?? null });
  const here = tab();
  here.checked('ip-hash', passed);
  expect(here.trouble).toBe('full');
  here.checked('ip-hash', passed);
  expect([attempts(here, 'ip-hash'), attempts(here, 'failover')]).toEqual([2, 1]);
  const roomy = storage();
  for (const [key, text] of kept) roomy.setItem(key, text);
  uses(roomy);
  here.checked('ip-hash', passed);
  expect(here.trouble).toBeUndefined();
  expect([attempts(tab(), 'ip-hash'), attempts(tab(), 'failover')]).toEqual([3, 1]);
});

test.each(['{', 'null', '7', '[]', '{"version":1}', '{"exercises":{"ip-hash":5}}', '{"exercises":null}'])(
  'what cannot be read is set aside, not lost: %j',
  (text) => {
    browser.setItem(KEY, text);
    const here = tab();
    here.checked('ip-hash', passed);
    expect(here.trouble).toBe('damaged');
    expect(browser.getItem(UNREADABLE)).toBe(`${text}\n`);
    expect(attempts(tab(), 'ip-hash')).toBe(1);
    expect(tab().trouble).toBeUndefined();
  },
);

test('what cannot be read is not written over where it cannot be set aside', () => {
  const damaged = '{"by":"x","exercises":{"ip-hash":5},"more":"................................"}';
  uses(storage(damaged.length));
  browser.setItem(KEY, damaged);
  browser.setItem(UNREADABLE, 'from before');
  const here = tab();
  here.checked('failover', passed);
  expect([here.trouble, attempts(here, 'failover'), browser.getItem(KEY)]).toEqual(['full', 1, damaged]);
});

test('what a newer site has kept is left alone', () => {
  const newer = '{"version":2,"exercises":[]}';
  browser.setItem(KEY, newer);
  const here = tab();
  here.checked('ip-hash', passed);
  here.checked('ip-hash', passed);
  expect([here.trouble, attempts(here, 'ip-hash'), browser.getItem(KEY)]).toEqual(['newer', 2, newer]);
});

test('after a reset attempts are counted under another name: what was before can come back beside them', () => {
  const here = tab();
  here.checked('ip-hash', passed);
  const before = here.progress.by;
  here.reset();
  expect(tab().progress.exercises).toEqual({});
  expect(tab().progress.by).not.toBe(before);
});
