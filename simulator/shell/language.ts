import type { Language } from '../core/language.ts';

/** A script for bash. What is wrong with it bash says when it gets there, and not before; so does the lab. */
export const shellScript: Language = {
  id: 'shell',
  problems: () => [],
  statements: () => [],
  complete: () => [],
  hover: () => undefined,
  fixes: () => [],
  words: () => '',
};
