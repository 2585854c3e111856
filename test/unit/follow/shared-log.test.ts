import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Entry, type Message, message } from '../../../site/present/messages.ts';
import { SharedLog } from '../../../site/present/network/shared-log.ts';

type LogMessage = Extract<Message, { type: 'log' }>;

const entry = (seq: number, act = `V:A@${seq}`): Entry => ({ seq, at: seq, kind: 'act', act });
const logOf = (entries: readonly Entry[], log = 'class') =>
  message('desk', { type: 'log', log, fromSeq: entries[0]?.seq ?? 0, entries }) as LogMessage;

/** A copy at the other end, and the entries that it has heard of. */
function copyOf(original: SharedLog): { log: SharedLog; heard: Entry[] } {
  const heard: Entry[] = [];
  const log = new SharedLog((grown) => {
    expect(grown.fromSeq).toBe(heard.length);
    heard.push(...grown.entries);
  });
  Y.applyUpdate(log.document, Y.encodeStateAsUpdate(original.document));
  original.document.on('update', (update: Uint8Array) => Y.applyUpdate(log.document, update));
  return { log, heard };
}

const told = (log: SharedLog) => log.from(0).flatMap(({ entries }) => entries);

describe('a log that several hold', () => {
  /** Parts of a log of 30 entries, doubled, lost and mixed up. */
  const parts = fc.array(
    fc
      .tuple(fc.nat(29), fc.integer({ min: 1, max: 10 }))
      .map(([from, count]) => ({ from, to: Math.min(30, from + count) })),
    { maxLength: 30 },
  );
  const whole = Array.from({ length: 30 }, (_, seq) => entry(seq));

  test('whatever comes of what is written: each entry once, in order, without a gap, at every end', () => {
    fc.assert(
      fc.property(parts, (parts) => {
        const desk = new SharedLog(() => {});
        const { log, heard } = copyOf(desk);
        for (const { from, to } of parts) {
          desk.write(logOf(whole.slice(from, to)));
          expect(told(desk)).toEqual(whole.slice(0, desk.length));
          expect(heard).toEqual(told(desk));
        }
        desk.write(logOf(whole));
        expect(heard).toEqual(whole);
        expect(told(log)).toEqual(whole);
      }),
    );
  });

  test('two histories of one class that meet: what stands there twice counts once', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (some, more) => {
        const before = new SharedLog(() => {});
        const after = new SharedLog(() => {});
        before.write(logOf(whole.slice(0, some)));
        after.write(logOf(whole.slice(0, more)));
        Y.applyUpdate(before.document, Y.encodeStateAsUpdate(after.document));
        Y.applyUpdate(after.document, Y.encodeStateAsUpdate(before.document));
        expect(told(before)).toEqual(whole.slice(0, Math.max(some, more)));
        expect(told(after)).toEqual(told(before));
      }),
    );
  });
});

test('what is written otherwise replaces what was there, and another log the whole of it', () => {
  const desk = new SharedLog(() => {});
  desk.write(logOf([0, 1, 2, 3].map((seq) => entry(seq))));
  desk.write(logOf([entry(2, 'K:nginx')]));
  expect(told(desk).map(({ seq, ...rest }) => [seq, 'act' in rest && rest.act])).toEqual([
    [0, 'V:A@0'],
    [1, 'V:A@1'],
    [2, 'K:nginx'],
  ]);
  desk.write(logOf([entry(0, 'N')], 'another'));
  expect([desk.log, told(desk)]).toEqual(['another', [entry(0, 'N')]]);
});

test('a document that holds anything else is no log', () => {
  /** Yjs itself takes no object with a `constructor` of its own. */
  const anything = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('"constructor"'));
  fc.assert(
    fc.property(fc.oneof(fc.string(), anything), fc.array(anything), (name, items) => {
      const log = new SharedLog(() => {});
      log.document.getMap('class').set('log', name);
      log.document.getArray(`log:${typeof name === 'string' ? name : ''}`).push(items);
      expect(() => log.from(0)).not.toThrow();
      expect(log.length).toBeLessThanOrEqual(items.length);
    }),
  );
});
