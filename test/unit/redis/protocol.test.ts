import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRequests } from '../../../simulator/redis/protocol.ts';

const bytes = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) });
const request = fc.array(bytes, { minLength: 1, maxLength: 5 });
const version = fc.constantFrom('3.2.1' as const, '7.0.15' as const);

const encoded = (words: string[]) =>
  `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;

test('requests are read as they were written, wherever the bytes are cut', () => {
  fc.assert(
    fc.property(version, fc.array(request, { maxLength: 4 }), fc.nat(), (which, requests, cut) => {
      fc.pre(!requests.some(([word = '']) => /^(post|host:)$/i.test(word)));
      const all = requests.map(encoded).join('');
      const at = all.length === 0 ? 0 : cut % all.length;
      const first = readRequests(which, all.slice(0, at));
      const second = readRequests(which, first.unread + all.slice(at));
      expect([...first.requests, ...second.requests]).toEqual(requests);
      expect(second.unread).toBe('');
    }),
  );
});

test('no text makes the reader throw', () => {
  const shaped = fc
    .array(fc.constantFrom('*', '$', '-1', '2', '\r\n', '\n', '"', "'", 'GET', 'POST', 'Host:', ' '))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(version, fc.oneof(bytes, shaped), (which, text) => {
      const { requests, unread } = readRequests(which, text);
      expect(requests.join('').length + unread.length).toBeLessThanOrEqual(text.length);
    }),
  );
});
