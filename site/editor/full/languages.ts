import { languageIds } from '../language.ts';
import { answers } from './answers.ts';
import type * as Monaco from './monaco.ts';
import { registerNginx } from './nginx-grammar.ts';
import { registerRedis } from './redis-grammar.ts';

let registered = false;

/** Teaches Monaco our languages: their look, and completion, hover and quick fixes as `Language` answers them. */
export function registerLanguages(monaco: typeof Monaco): void {
  if (registered) return;
  registered = true;
  registerNginx(monaco);
  registerRedis(monaco);
  const { completions, hover, quickFixes } = answers(monaco);
  for (const id of languageIds) {
    monaco.languages.registerCompletionItemProvider(id, {
      triggerCharacters: ['$', '='],
      provideCompletionItems: completions,
    });
    monaco.languages.registerHoverProvider(id, { provideHover: hover });
    monaco.languages.registerCodeActionProvider(id, { provideCodeActions: quickFixes });
  }
}
