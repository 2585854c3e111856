import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LiveLab } from '../../../site/lab/page/live-lab.svelte.ts';
import { classAddress } from '../../../site/present/address.ts';
import type { Entry, Input } from '../../../site/present/messages.ts';
import { minutesText } from '../../../site/present/minutes.ts';
import { momentLink } from '../../../site/present/moment-link.ts';
import { piecesOf } from '../../../site/present/said.ts';
import { toldBy, votesOf } from '../../../site/present/told.ts';
import { shareOf } from '../../../site/present/votes.ts';

describe('the address of a window', () => {
  test('names a room and a beat', () => {
    expect(classAddress('#room=3b&beat=next-page')).toEqual({ room: '3b', beat: 'next-page' });
    expect(classAddress('')).toEqual({ room: undefined, beat: undefined });
  });
  test('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { room } of [classAddress(text), classAddress(`#room=${text}`)])
          if (room !== undefined) expect(room).toMatch(/^[\w.-]+$/);
      }),
    );
  });
});

describe('what the entries of a log come to', () => {
  const log = (...inputs: Input[]): Entry[] => inputs.map((input, seq) => ({ seq, at: seq * 10, ...input }));

  test('a run that was gone back in keeps only the beginning', () => {
    const told = toldBy(
      log({ kind: 'act', act: 'a' }, { kind: 'act', act: 'b' }, { kind: 'seek', keep: 1 }, { kind: 'act', act: 'c' }),
    );
    expect(told.acts).toEqual([
      { at: 0, act: 'a' },
      { at: 30, act: 'c' },
    ]);
    expect(told.turns).toBe(1);
  });

  test('a new beat begins with the lab alone, and keeps what was voted on the others', () => {
    const told = toldBy(
      log(
        { kind: 'beat', beat: 'x' },
        { kind: 'run', beat: 'x' },
        { kind: 'votes', beat: 'x', round: 1, counts: [1] },
        { kind: 'votes', beat: 'x', round: 2, counts: [2] },
        { kind: 'reveal', part: 'answer', shown: true },
        { kind: 'votes', beat: '__proto__', round: 1, counts: [3] },
        { kind: 'beat', beat: 'y' },
      ),
    );
    expect([told.beat, told.ranAt, [...told.shown]]).toEqual(['y', undefined, []]);
    expect(votesOf(told, 'x')).toEqual({ 1: [1], 2: [2] });
    expect(votesOf(toldBy(log({ kind: 'recount', beat: 'x' })), 'x')).toEqual({});
    expect(votesOf(told, 'constructor')).toEqual({});
  });
});

test('shares are whole percents, and of nobody nothing', () => {
  expect([0, 1, 2].map((nth) => shareOf([2, 0, 1], nth))).toEqual([67, 0, 33]);
  expect(shareOf([0, 0], 0)).toBe(0);
});

test('minutes', () => {
  expect([0, 59_999, 725_000].map(minutesText)).toEqual(['0:00', '0:59', '12:05']);
});

test('what beats say is cut at its code and buttons, and nothing is lost', () => {
  expect(piecesOf('write `backup`, press **Check**')).toEqual([
    { kind: 'words', text: 'write ' },
    { kind: 'code', text: 'backup' },
    { kind: 'words', text: ', press ' },
    { kind: 'press', text: 'Check' },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '`', '*', ' ') }), (text) => {
      const back = piecesOf(text).map(({ kind, text: own }) =>
        kind === 'code' ? `\`${own}\`` : kind === 'press' ? `**${own}**` : own,
      );
      expect(back.join('')).toBe(text);
    }),
  );
});

describe('the link to the moment', () => {
  const labThat = (fields: string[]) =>
    ({ base: { id: 'x' }, ask: async () => fields.map((text) => ({ text, bulk: false })) }) as unknown as LiveLab;

  test('is what the code holds', async () => {
    const link = await momentLink(labThat(['v=1', 'end=5']), 'http://h/en/x/');
    expect(link).toEqual({ address: 'http://h/en/x/#v=1&end=5', code: 'http://h/en/x/#v=1&end=5', tooLong: undefined });
  });
  test('a code that is too full to be read is none: it leads to the lesson', async () => {
    const link = await momentLink(labThat([`a=${'x'.repeat(3000)}`]), 'http://h/en/x/');
    expect(link.code).toBe('http://h/en/x/');
    expect(link.tooLong).toBe(link.address.length);
  });
});
