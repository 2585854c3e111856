import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenizeJavaLine } from '../../../site/editor/java-tokens.ts';
import { START } from '../../../site/editor/tokens.ts';

function coloured(text: string): string[] {
  let state = START;
  return text.split('\n').flatMap((line) => {
    const read = tokenizeJavaLine(line, state);
    state = read.state;
    return read.tokens.map(({ from, to, kind }) => `${kind} ${line.slice(from, to)}`);
  });
}

test('keywords, annotations, texts and numbers are told apart', () => {
  expect(coloured('@Override public int one() { return "a\\"//b" + 0x1L; } // end')).toEqual([
    ...['variable @Override', 'name public', 'name int', 'word one', 'punctuation (', 'punctuation )', 'punctuation {'],
    ...['name return', 'string "a\\"//b"', 'number 0x1L', 'punctuation ;', 'punctuation }', 'comment // end'],
  ]);
});

test('a comment goes on until it is closed', () => {
  expect(coloured('int a; /* one\n * class\n*/ int b; /*/ c\n*/ d')).toEqual([
    ...['name int', 'word a', 'punctuation ;', 'comment /* one', 'comment  * class', 'comment */'],
    ...['name int', 'word b', 'punctuation ;', 'comment /*/ c', 'comment */', 'word d'],
  ]);
});

test('whatever a line holds, its pieces lie in order within it', () => {
  const part = fc.constantFrom('/*', '*/', '//', '"', "'", '\\', 'class', ' ', '1', '@', '汤', '}');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      fc.boolean(),
      (line, open) => {
        const state = open ? ({ due: 'name', quote: '*/' } as const) : START;
        let last = 0;
        for (const { from, to } of tokenizeJavaLine(line, state).tokens) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(line.length);
      },
    ),
  );
});
