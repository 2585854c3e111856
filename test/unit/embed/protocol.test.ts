import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { most } from '../../../site/embed/fields.ts';
import { type FrameWord, fromFrame, toFrame } from '../../../site/embed/protocol.ts';
import { readFromFrame } from '../../../site/embed/read-from-frame.ts';
import { readToFrame } from '../../../site/embed/read-to-frame.ts';

const state = { link: 'v=1&lab=ip-hash', attempts: 2 };
const words = {
  type: 'checked',
  exercise: 'ip-hash',
  attempt: 2,
  passed: false,
  score: { raw: 1, min: 0, max: 4, scaled: 0.25 },
  checks: [
    { id: 'starts', passed: true, points: 1 },
    { id: 'keeps-logins', passed: false, feedbackId: 'login-lost', points: 3 },
  ],
  seed: 7,
  permalink: 'https://course.example/en/ip-hash/#v=1&lab=ip-hash',
} satisfies FrameWord;
const checked = fromFrame(words);

const toFrames = [
  toFrame({ type: 'init' }),
  toFrame({
    type: 'init',
    origin: 'https://school.example',
    locale: 'zh-cn',
    theme: 'dark',
    state,
    options: { feedback: 'result', maxAttempts: 3, hideSolution: true, changes: true },
  }),
  toFrame({ type: 'getState' }, '1'),
  toFrame({ type: 'setState', state }, '2'),
  toFrame({ type: 'reset' }),
  toFrame({ type: 'check' }, '3'),
  toFrame({ type: 'play' }),
  toFrame({ type: 'pause' }),
  toFrame({ type: 'seek', t: 1500 }),
];

const fromFrames = [
  fromFrame({ type: 'ready', exercise: 'failover/transfer', locale: 'en', seed: 1, apiVersion: 1 }),
  fromFrame({ type: 'resize', height: 812.5 }),
  fromFrame({ type: 'change', files: { nginx: { 'nginx.conf': 'events {}' } } }),
  checked,
  fromFrame({ type: 'state', state }, '1'),
  fromFrame({ type: 'error', code: 'bad-message', message: 'What?' }, '2'),
];

describe('every message is read as it was said', () => {
  test.each(toFrames)('$type to a frame', (message) => {
    expect(readToFrame(structuredClone(message))).toEqual({ kind: 'message', message });
  });
  test.each(fromFrames)('$type from a frame', (message) => {
    expect(readFromFrame(structuredClone(message))).toEqual({ kind: 'message', message });
  });
});

describe('what is not as it has to be is told apart', () => {
  test.each([undefined, null, 1, 'ready', [], {}, { type: 'ready' }, { context: 'h5p', action: 'hello' }])(
    '%j is not ours',
    (data) => {
      expect(readToFrame(data)).toEqual({ kind: 'foreign' });
      expect(readFromFrame(data)).toEqual({ kind: 'foreign' });
    },
  );

  test('another version, a type of later days, and what is out of bounds', () => {
    expect(readToFrame({ sessionlab: 2, id: 'a', type: 'init' })).toEqual({ kind: 'version', id: 'a' });
    expect(readToFrame({ sessionlab: 1, type: 'dance' })).toEqual({ kind: 'unknown', id: undefined });
    expect(readToFrame({ sessionlab: 1, type: 'toString' })).toEqual({ kind: 'unknown', id: undefined });
    expect(readToFrame({ sessionlab: 1, type: 'check', id: 'x'.repeat(most.id + 1) })).toMatchObject({ kind: 'bad' });
    expect(readToFrame({ sessionlab: 1 })).toMatchObject({ kind: 'bad' });
  });

  test.each([
    { type: 'init', theme: 'pink' },
    { type: 'init', locale: 'fr' },
    { type: 'init', options: [] },
    { type: 'init', options: { maxAttempts: -1 } },
    { type: 'init', options: { feedback: 'some' } },
    { type: 'init', state: 'v=1' },
    { type: 'setState' },
    { type: 'setState', state: { link: 'x'.repeat(most.text + 1), attempts: 0 } },
    { type: 'setState', state: { link: '', attempts: 0.5 } },
    { type: 'seek', t: Number.NaN },
    { type: 'seek', t: '3' },
  ])('to a frame: %j', (word) => {
    expect(readToFrame({ sessionlab: 1, ...word })).toMatchObject({ kind: 'bad', type: word.type });
  });

  test.each([
    { ...checked, checks: Array.from({ length: most.checks + 1 }, () => words.checks[0]) },
    { ...checked, score: { raw: 5, min: 0, max: 4, scaled: 1 } },
    { ...checked, permalink: 7 },
    fromFrame({ type: 'change', files: { nginx: { a: 'x'.repeat(most.text) } } }),
    { sessionlab: 1, type: 'change', files: { nginx: { a: 7 } } },
    { sessionlab: 1, type: 'resize', height: Number.POSITIVE_INFINITY },
    { sessionlab: 1, type: 'error', code: 'other', message: '' },
  ])('from a frame: $type %#', (message) => {
    expect(readFromFrame(message)).toMatchObject({ kind: 'bad', type: message.type });
  });
});

/** A message of ours in which something is exchanged for anything, somewhere. */
const damaged = fc
  .tuple(fc.constantFrom(...toFrames, ...fromFrames), fc.nat(), fc.anything({ maxDepth: 3 }))
  .map(([message, which, value]) => damage(message, which, value));

function damage(message: object, which: number, value: unknown): unknown {
  const copy = structuredClone(message) as Record<string, unknown>;
  const places = placesIn(copy);
  const place = places[which % places.length];
  if (place) place.of[place.key] = value;
  return copy;
}

const placesIn = (value: Record<string, unknown>): { of: Record<string, unknown>; key: string }[] =>
  Object.entries(value).flatMap(([key, inside]) => [
    { of: value, key },
    ...(typeof inside === 'object' && inside !== null ? placesIn(inside as Record<string, unknown>) : []),
  ]);

describe('whatever comes', () => {
  test('nothing throws, and what was read reads the same again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), damaged), (data) => {
        for (const read of [readToFrame, readFromFrame]) {
          const first = read(data);
          if (first.kind === 'message') expect(read(first.message)).toEqual(first);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a message of too many parts is refused before it is looked through', () => {
    let looks = 0;
    const host = { get: () => looks++, enumerable: true };
    const files = Object.defineProperties(
      {},
      Object.fromEntries(Array.from({ length: most.hosts + 1 }, (_, i) => [`h${i}`, host])),
    );
    expect(readFromFrame({ sessionlab: 1, type: 'change', files })).toMatchObject({ kind: 'bad' });
    expect(looks).toBe(0);
  });
});
