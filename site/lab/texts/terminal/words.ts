import type { Hint, HintCode } from '../../../../simulator/index.ts';

type Values<Code extends HintCode> = Extract<Hint, { code: Code }>['values'];

/** All words of the terminals. A language that lacks one does not compile. */
export interface TerminalWords {
  label: string;
  /** A window by its number, from 1. */
  window(number: number): string;
  newWindow: string;
  newWindowHint: string;
  closeWindow(number: number): string;
  /** The line in which one types; said by screen readers. */
  input: string;
  screen(number: number): string;
  waitsFor(program: string): string;
  closed: string;
  none: string;
  paused: string;
  candidates: string;
  /** Keys of a phone that has none. */
  keys: { interrupt: string; complete: string; up: string; down: string };
  lab: string;
  hints: { [Code in HintCode]: (values: Values<Code>) => string };
}

/** What a hint says. */
export const hintText = (words: TerminalWords, { code, values }: Hint): string =>
  (words.hints[code] as (values: Hint['values']) => string)(values);
