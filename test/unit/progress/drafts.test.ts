import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Draft, parseDraft, rewritten } from '../../../site/progress/draft.ts';
import { readDraft, writeDraft } from '../../../site/progress/drafts.ts';
import { drafted } from '../../../site/progress/key.ts';
import { mergeDrafts, swapped } from '../../../site/progress/merge-drafts.ts';

const files = (text: string) => ({ nginx: { 'nginx.conf': text } });
const version = fc.record({ at: fc.nat(5), files: fc.constantFrom('a', 'b', 'c').map(files) });
/** Drafts as they come about: the older of two differs, and is not the newer. */
const someDraft: fc.Arbitrary<Draft> = fc.tuple(version, version).map(([one, other]) => mergeDrafts(one, other));

const kept: Record<string, string> = {};
beforeEach(() => {
  for (const key of Object.keys(kept)) delete kept[key];
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => {
      kept[key] = text;
    },
    removeItem: (key: string) => delete kept[key],
  };
  // As in a browser, its keys are those of what is kept.
  vi.stubGlobal('localStorage', new Proxy(kept, { get: (_, key) => methods[key as keyof typeof methods] }));
});
afterEach(() => vi.unstubAllGlobals());

test('two drafts become the newest and the newest that differs from it, however often and in whatever order they meet', () => {
  fc.assert(
    fc.property(someDraft, someDraft, someDraft, (a, b, c) => {
      expect(mergeDrafts(a, a)).toEqual(a);
      expect(mergeDrafts(mergeDrafts(a, b), b)).toEqual(mergeDrafts(a, b));
      expect(mergeDrafts(a, b)).toEqual(mergeDrafts(b, a));
      expect(mergeDrafts(mergeDrafts(a, b), c)).toEqual(mergeDrafts(a, mergeDrafts(b, c)));
    }),
  );
  const here = { at: 10, files: files('here') };
  const there = { at: 20, files: files('there') };
  expect(mergeDrafts(here, there)).toEqual({ ...there, older: here });
});

test('the older draft can be had back, and the newer then', () => {
  const both: Draft = { at: 20, files: files('there'), older: { at: 10, files: files('here') } };
  const back = swapped(both, 30);
  expect(back).toEqual({ at: 30, files: files('here'), older: { at: 20, files: files('there') } });
  expect(swapped(back, 40)).toEqual({ ...both, at: 40, older: { at: 30, files: files('here') } });
});

test('each lab has a draft of its own, with the time when something new was written', () => {
  writeDraft('ip-hash', files('a'), 1);
  writeDraft('ip-hash/transfer', files('b'), 2);
  writeDraft('ip-hash', files('a'), 3);
  expect([readDraft('ip-hash')?.at, readDraft('ip-hash/transfer')?.at]).toEqual([1, 2]);
  expect(drafted().sort()).toEqual(['ip-hash', 'ip-hash/transfer']);
  writeDraft('ip-hash', files('c'), 4);
  expect(readDraft('ip-hash')).toEqual({ at: 4, files: files('c') });
  writeDraft('ip-hash', {}, 5);
  expect(drafted()).toEqual(['ip-hash/transfer']);
});

test('who writes on keeps the older draft', () => {
  const older = { at: 1, files: files('a') };
  expect(rewritten({ at: 2, files: files('b'), older }, files('c'), 3)).toEqual({ at: 3, files: files('c'), older });
  expect(rewritten({ at: 2, files: files('b'), older }, {}, 3)).toEqual({ at: 3, files: {}, older });
});

test('a draft from before drafts knew their time is read', () => {
  kept['session-lab/draft/ip-hash'] = JSON.stringify(files('old'));
  writeDraft('ip-hash', files('old'), 9);
  expect(readDraft('ip-hash')).toEqual({ at: 0, files: files('old') });
});

test('whatever stands there is read without a fault', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((files) => `{"at":1,"files":${files}}`),
      ),
      (text) => {
        const draft = parseDraft(text);
        if (draft) expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
      },
    ),
  );
  expect(parseDraft('{"at":1,"files":{"nginx":{"nginx.conf":5}}}')).toBeUndefined();
});
