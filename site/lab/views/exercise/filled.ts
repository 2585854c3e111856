import type { Feedback } from '../../../../simulator/index.ts';

/** A part of a sentence; `value`: it stands in one of the sentence's gaps. */
export interface Piece {
  text: string;
  value: boolean;
}

/** A lesson's sentence with its gaps, `{visitor}` and the like, filled. */
export function filled(sentence: string, values: Feedback['values']): Piece[] {
  return sentence
    .split(/(\{\w+\})/)
    .map((part) => {
      const value = /^\{(\w+)\}$/.exec(part)?.[1];
      return value === undefined
        ? { text: part, value: false }
        : { text: String(values[value] ?? part), value: value in values };
    })
    .filter(({ text }) => text !== '');
}
