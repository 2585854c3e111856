import type { Files, Language } from '../../../simulator/core/language.ts';
import type { LineState, Token } from '../../../site/editor/tokens.ts';

/** Asks a language all that an editor asks: of half of the places in the text, and of each of its problems. */
export function asLanguage(language: Language, files: Files, name: string): void {
  const text = files[name] ?? '';
  language.statements(files, name);
  for (const at of [text.length, text.length >> 1]) {
    language.complete(files, name, at);
    language.hover(files, name, at);
  }
  for (const problem of language.problems(files, name).slice(0, 3)) {
    language.words(problem);
    language.fixes(files, problem);
  }
}

/** Colours a text line by line. The pieces must lie in order within their line. */
export const inLines =
  (tokenize: (line: string, state: LineState) => { tokens: Token[]; state: LineState }, start: LineState) =>
  (text: string): void => {
    let state = start;
    for (const line of text.split('\n')) {
      const read = tokenize(line, state);
      let last = 0;
      for (const { from, to } of read.tokens) {
        if (from < last || to <= from) throw new Error('pieces out of order');
        last = to;
      }
      if (last > line.length) throw new Error('pieces beyond the line');
      state = read.state;
    }
  };
