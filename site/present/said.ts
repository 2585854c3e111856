/** A part of what beats say: plain words, `code`, or the **name** of something that is pressed. */
export interface Piece {
  kind: 'words' | 'code' | 'press';
  text: string;
}

export function piecesOf(said: string): Piece[] {
  const pieces: Piece[] = [];
  for (const part of said.split(/(`[^`]+`|\*\*[^*]+\*\*)/)) {
    if (part.startsWith('`') && part.length > 2) pieces.push({ kind: 'code', text: part.slice(1, -1) });
    else if (part.startsWith('**') && part.length > 4) pieces.push({ kind: 'press', text: part.slice(2, -2) });
    else if (part !== '') pieces.push({ kind: 'words', text: part });
  }
  return pieces;
}
