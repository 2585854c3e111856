import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../../simulator/core/sha256.ts';

test('is the hash that Node makes, of any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = String.fromCharCode(...bytes);
      expect(sha256(text)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});
