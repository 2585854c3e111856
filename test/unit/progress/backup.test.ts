import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginAnew, exported, type TakenIn, takeIn } from '../../../site/progress/backup.ts';
import { readDraft, writeDraft } from '../../../site/progress/drafts.ts';
import { attemptsOf } from '../../../site/progress/progress.ts';
import { ProgressStore } from '../../../site/progress/store.ts';

let kept: Record<string, string> = {};
/** As in a browser, the keys of the storage are those of what is kept. */
function useStorage(next: Record<string, string>): void {
  kept = next;
  const methods = {
    getItem: (key: string) => next[key] ?? null,
    setItem: (key: string, text: string) => {
      next[key] = text;
    },
    removeItem: (key: string) => delete next[key],
  };
  vi.stubGlobal('localStorage', new Proxy(next, { get: (_, key) => methods[key as keyof typeof methods] }));
}
beforeEach(() => {
  vi.stubGlobal('dispatchEvent', () => true);
  useStorage({});
});
afterEach(() => vi.unstubAllGlobals());

let at = 100;
let names = 0;
const store = () =>
  new ProgressStore(
    () => at++,
    () => `browser${names++}`,
  );
const passed = [{ id: 'pages', state: 'passed' as const }];
const failed = [{ id: 'pages', state: 'failed' as const }];
const files = (text: string) => ({ nginx: { 'nginx.conf': text } });
function taken(here: ProgressStore, file: string): TakenIn {
  const found = takeIn(here, file);
  if ('why' in found) throw new Error(`refused: ${found.why}`);
  return found;
}

/** A file from another machine, where ip-hash was passed at the second attempt and a draft was written. */
function fileFromElsewhere(draftAt: number): string {
  useStorage({});
  const there = store();
  there.checked('ip-hash', failed);
  there.checked('ip-hash', passed);
  writeDraft('ip-hash', files('there'), draftAt);
  writeDraft('playground', files('not of the course'), draftAt);
  const file = exported(there);
  useStorage({});
  return file;
}

test('a file adds to what is here: passes stay, attempts add up, the newer draft goes first', () => {
  const file = fileFromElsewhere(50);
  const here = store();
  here.checked('failover', passed);
  here.checked('ip-hash', failed);
  writeDraft('ip-hash', files('here'), 40);
  expect(taken(here, file)).toMatchObject({ passed: 1, drafts: 1, unkept: 0 });
  expect(Object.keys(here.progress.exercises).sort()).toEqual(['failover', 'ip-hash']);
  expect(here.of('ip-hash')).toMatchObject({ passed: expect.any(Number), checks: { pages: { state: 'failed' } } });
  expect(readDraft('ip-hash')).toEqual({ at: 50, files: files('there'), older: { at: 40, files: files('here') } });
  expect(readDraft('playground')).toBeUndefined();

  const once = { ...kept };
  expect(taken(here, file)).toMatchObject({ passed: 0, drafts: 0, unkept: 0 });
  expect(kept).toEqual(once);
  const ipHash = here.of('ip-hash');
  expect(ipHash && attemptsOf(ipHash)).toBe(3);
});

test('a newer draft here stays first', () => {
  const file = fileFromElsewhere(50);
  writeDraft('ip-hash', files('here'), 60);
  expect(taken(store(), file).drafts).toBe(0);
  expect(readDraft('ip-hash')).toEqual({ at: 60, files: files('here'), older: { at: 50, files: files('there') } });
});

test('what a file brought can be taken back', () => {
  const file = fileFromElsewhere(50);
  const here = store();
  here.checked('failover', passed);
  writeDraft('ip-hash', files('here'), 40);
  const before = { ...kept };
  taken(here, file).undo();
  expect(kept).toEqual(before);
});

test('a reset forgets progress and drafts of the course, and can be taken back', () => {
  const here = store();
  here.checked('failover', passed);
  here.checked('failover', failed);
  writeDraft('failover/transfer', files('mine'), 1);
  writeDraft('playground', files('not of the course'), 1);
  const undo = beginAnew(here);
  expect(here.progress.exercises).toEqual({});
  expect([readDraft('failover/transfer'), readDraft('playground')?.at]).toEqual([undefined, 1]);
  // Another tab goes on meanwhile.
  here.checked('failover', failed);
  undo();
  const failover = here.of('failover');
  expect(failover && attemptsOf(failover)).toBe(3);
  expect(failover?.passed).toBeDefined();
  expect(readDraft('failover/transfer')?.files).toEqual(files('mine'));
});

test('an old file that comes after a reset brings its attempts back, once', () => {
  const here = store();
  here.checked('failover', failed);
  const file = exported(here);
  beginAnew(here);
  here.checked('failover', failed);
  taken(here, file);
  taken(here, file);
  const failover = here.of('failover');
  expect(failover && attemptsOf(failover)).toBe(2);
});

const sound = JSON.parse(fileFromElsewhere50());
function fileFromElsewhere50() {
  vi.stubGlobal('dispatchEvent', () => true);
  const file = fileFromElsewhere(50);
  vi.unstubAllGlobals();
  return file;
}
test.each([
  ['no JSON', '{"format":"session-lab-progress"', { why: 'no-json' }],
  ['far too long', ' '.repeat(20_000_001), { why: 'large' }],
  ['a list', '[]', { why: 'foreign' }],
  ['null', 'null', { why: 'foreign' }],
  ['something else', '{"version":1,"exercises":{}}', { why: 'foreign' }],
  ['a lab', '{"session-lab":["v=1"]}', { why: 'a-lab' }],
  ['newer', JSON.stringify({ ...sound, version: 2 }), { why: 'newer' }],
  ['no version', JSON.stringify({ ...sound, version: undefined }), { why: 'damaged', at: 'version' }],
  ['no drafts', JSON.stringify({ ...sound, drafts: 5 }), { why: 'damaged', at: 'drafts' }],
  [
    'a time that is none',
    JSON.stringify({ ...sound, exercises: { 'ip-hash': { ...sound.exercises['ip-hash'], last: '2026' } } }),
    { why: 'damaged', at: 'exercises.ip-hash.last' },
  ],
  [
    'a draft of something else',
    JSON.stringify({ ...sound, drafts: { playground: { at: 1, files: {} } } }),
    { why: 'damaged', at: 'drafts.playground' },
  ],
  [
    'a file that is no text',
    JSON.stringify({ ...sound, drafts: { restart: { at: 1, files: { nginx: { 'nginx.conf': 7 } } } } }),
    { why: 'damaged', at: 'drafts.restart.files.nginx.nginx.conf' },
  ],
])('a file is refused with the reason, and nothing is changed: %s', (_, text, reason) => {
  const here = store();
  here.checked('failover', passed);
  const before = { ...kept };
  expect(takeIn(here, text)).toEqual(reason);
  expect(kept).toEqual(before);
});
