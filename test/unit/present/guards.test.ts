import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Allowance } from '../../../site/present/allowance.ts';
import { messageIn } from '../../../site/present/guards.ts';
import { message } from '../../../site/present/messages.ts';

const good = [
  message('w', { type: 'hello', role: 'stage', log: undefined, lastSeq: -1 }),
  message('w', { type: 'cursor', log: 'l', turn: 0, seq: 3, end: 5.5, at: 2, playing: true, speed: 0.5, hash: 'x' }),
  message('w', { type: 'wish', wish: 'next' }),
  message('w', { type: 'standing', log: 'l', seq: 0, inStep: false }),
  message('w', {
    type: 'log',
    log: 'l',
    fromSeq: 4,
    entries: [
      { seq: 4, at: 0, kind: 'begin', lesson: 'failover' },
      { seq: 5, at: 0, kind: 'beat', beat: 'kill' },
      { seq: 6, at: 0, kind: 'run', beat: 'kill' },
      { seq: 7, at: 0.25, kind: 'act', act: 'K:tomcat1' },
      { seq: 8, at: 0, kind: 'seek', keep: 0 },
      { seq: 9, at: 0, kind: 'reveal', part: 'link', shown: true },
      { seq: 10, at: 0, kind: 'votes', beat: 'kill', round: 2, counts: [1, 20, 0] },
    ],
  }),
];

describe('what comes in is looked at', () => {
  test.each(good)('$type is taken as it is', (one) => {
    expect(messageIn(structuredClone(one))).toEqual(one);
  });

  test('of another version, or of somebody else', () => {
    expect(messageIn({ ...good[0], v: 2 })).toEqual({ refused: 'other-version' });
    for (const foreign of [undefined, null, 7, 'x', [], {}, { type: 'hello' }, { v: 1 }])
      expect(messageIn(foreign)).toEqual({ refused: 'foreign' });
  });

  test('anything at all is taken or refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }), (data) => {
        expect('refused' in messageIn(data)).toBe(true);
      }),
    );
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    expect(messageIn(trap)).toEqual({ refused: 'foreign' });
  });

  test('a message with one part broken is refused', () => {
    const junk = fc.oneof(
      fc.constantFrom(
        Number.NaN,
        Number.POSITIVE_INFINITY,
        -2,
        0.3,
        '',
        'x'.repeat(500_000),
        null,
        {},
        [[]],
        '__proto__',
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.nat(), junk, fc.boolean(), (one, nth, bad, deep) => {
        const data = structuredClone(one) as unknown as Record<string, unknown>;
        const inner = deep && Array.isArray(data['entries']) ? data['entries'][nth % 7] : data;
        const keys = Object.keys(inner);
        inner[keys[nth % keys.length] as string] = bad;
        const read = messageIn(data);
        if (!('refused' in read)) expect(messageIn(JSON.parse(JSON.stringify(read)))).toEqual(read);
      }),
    );
  });

  test('entries with gaps, or too many of them', () => {
    const entries = [0, 2].map((seq) => ({ seq, at: 0, kind: 'beat', beat: 'x' }));
    expect(messageIn({ v: 1, from: 'w', type: 'log', log: 'l', fromSeq: 0, entries })).toEqual({ refused: 'bad' });
    const many = Array.from({ length: 501 }, (_, seq) => ({ seq, at: 0, kind: 'beat', beat: 'x' }));
    expect(messageIn({ v: 1, from: 'w', type: 'log', log: 'l', fromSeq: 0, entries: many })).toEqual({
      refused: 'bad',
    });
  });
});

test('a flood is let through at its allowance', () => {
  let now = 0;
  const allowance = new Allowance(10, () => now);
  const let10 = () => Array.from({ length: 100 }, () => allowance.take()).filter(Boolean).length;
  expect(let10()).toBe(10);
  now = 500;
  expect(let10()).toBe(5);
});
