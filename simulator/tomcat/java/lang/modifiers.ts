import type { SyntaxNode } from '@lezer/common';
import * as bits from '../class.ts';
import { child, parts, type Source, textOf } from './syntax.ts';

const values: Readonly<Record<string, number>> = {
  public: bits.PUBLIC,
  private: bits.PRIVATE,
  protected: bits.PROTECTED,
  static: bits.STATIC,
  final: bits.FINAL,
  abstract: bits.ABSTRACT,
  synchronized: bits.SYNCHRONIZED,
  volatile: bits.VOLATILE,
  transient: bits.TRANSIENT,
  native: bits.NATIVE,
};

/** The modifiers that a declaration writes. */
export function modifiersOf(node: SyntaxNode, source: Source): number {
  const found = child(node, 'Modifiers');
  if (!found) return 0;
  return parts(found).reduce((sum, one) => sum | (values[textOf(source, one)] ?? 0), 0);
}

/** Whether it writes a word among its modifiers, such as `default`. */
export function hasModifier(node: SyntaxNode, source: Source, word: string): boolean {
  const found = child(node, 'Modifiers');
  return found !== undefined && parts(found).some((one) => textOf(source, one) === word);
}
