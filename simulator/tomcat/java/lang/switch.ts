import type { SyntaxNode } from '@lezer/common';
import type { Statement } from '../code.ts';
import { type Place, within } from './draft.ts';
import { expression } from './expressions.ts';
import { statement } from './statements.ts';
import { child, children, parts } from './syntax.ts';

type Switch = Extract<Statement, { kind: 'switch' }>;

/** `switch` with `case …:` labels. */
export function switchStatement(node: SyntaxNode, around: Place): Statement[] {
  const place = within(around);
  const of = child(node, 'ParenthesizedExpression');
  const inside = child(node, 'SwitchBlock');
  if (!of || !inside) return [];
  const body: Switch['body'][number][] = [];
  for (const one of children(inside)) {
    if (one.name !== 'SwitchLabel') body.push(...statement(one, place));
    else {
      const values = parts(one).filter(({ name }) => name !== 'case' && name !== 'default');
      const isDefault = child(one, 'default') !== undefined;
      body.push({ kind: 'case', values: isDefault ? 'default' : values.map((value) => expression(value, place)) });
    }
  }
  return [{ kind: 'switch', of: expression(of, around), body }];
}
