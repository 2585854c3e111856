import { tokenizeJavaLine } from './java-tokens.ts';
import type { LanguageId } from './language.ts';
import { tokenizeRedisLine } from './redis-tokens.ts';
import { tokenizeShellLine } from './shell-tokens.ts';
import { type LineState, type Token, tokenizeLine } from './tokens.ts';

/** Cuts a line into what is coloured, from the state in which the line before ended. */
export type Tokenizer = (line: string, state: LineState) => { tokens: Token[]; state: LineState };

/** How each language is coloured in the light editor, and those that Monaco does not know by itself. */
export const tokenizers: Partial<Record<LanguageId, Tokenizer>> = {
  java: tokenizeJavaLine,
  nginx: tokenizeLine,
  redis: tokenizeRedisLine,
  shell: tokenizeShellLine,
};
