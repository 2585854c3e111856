import type { Tree } from '../files/tree.ts';
import { pathsFitting } from './glob.ts';
import type { Piece, Word } from './words.ts';

/** What words are expanded with. */
export interface Surroundings {
  cwd: string;
  tree: Tree;
  variable(name: string): string;
  /** The output of `$(command)`. */
  output(line: string): string;
}

/** One word becomes none, one or more (bash(1), EXPANSION): tilde, variables, command output, splitting, file names. */
export function expand(word: Word, around: Surroundings): string[] {
  const fields: { text: string; pattern: string }[] = [];
  let current: { text: string; pattern: string } | undefined;
  const add = (text: string, literal: boolean) => {
    current ??= { text: '', pattern: '' };
    current.text += text;
    current.pattern += literal ? text.replaceAll(/[\\*?[\]]/g, '\\$&') : text;
  };
  const end = () => {
    if (current) fields.push(current);
    current = undefined;
  };
  for (const [index, piece] of word.pieces.entries()) {
    if (piece.kind === 'text') add(index === 0 ? withoutTilde(piece, around) : piece.text, piece.quoted);
    else if (piece.quoted) add(valueOf(piece, around), true);
    else {
      const parts = valueOf(piece, around).split(/[ \t\n]+/);
      for (const [at, part] of parts.entries()) {
        if (at > 0) end();
        if (part !== '') add(part, false);
      }
    }
  }
  end();
  return fields.flatMap(({ text, pattern }) => {
    const paths = pathsFitting(around.tree, around.cwd, pattern);
    return paths.length > 0 ? paths : [text];
  });
}

/** As `expand`, where bash neither splits nor looks for files: assignments. */
export function expandOne(word: Word, around: Surroundings): string {
  return word.pieces
    .map((piece, index) =>
      piece.kind !== 'text' ? valueOf(piece, around) : index === 0 ? withoutTilde(piece, around) : piece.text,
    )
    .join('');
}

const valueOf = (piece: Exclude<Piece, { kind: 'text' }>, around: Surroundings): string =>
  piece.kind === 'variable' ? around.variable(piece.name) : around.output(piece.line);

function withoutTilde({ text, quoted }: Piece & { kind: 'text' }, { variable }: Surroundings): string {
  return quoted ? text : text.replace(/^~(?=\/|$)/, () => variable('HOME'));
}
