const WORD_JOINER = '\u2060';

/** A sentence to be shown: the end of a session id, `…9F3A`, stays on one line with its ellipsis. */
export const unbroken = (sentence: string): string => sentence.replaceAll('…', `…${WORD_JOINER}`);
