/** A part of what beats say: plain words, `code`, or the **name** of something that is pressed. */
export interface Piece {
  kind: 'words' | 'code' | 'press';
  text: string;
}

/** What stands between the marks; a mark without its partner is a sign like any other. */
export const piecesOf = (said: string): Piece[] =>
  said.split(/(`[^`]+`|\*\*[^*]+\*\*)/).flatMap((text, nth): Piece[] => {
    if (nth % 2 === 0) return text === '' ? [] : [{ kind: 'words', text }];
    return [
      text.startsWith('`') ? { kind: 'code', text: text.slice(1, -1) } : { kind: 'press', text: text.slice(2, -2) },
    ];
  });
