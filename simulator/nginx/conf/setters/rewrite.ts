import { argument, type Block, type Conf, fault } from '../cycle.ts';
import { compilePattern } from '../pattern.ts';
import { compileComplex, defineVariable, type Piece, pieceOf, useVariable } from '../script.ts';
import type { Word } from '../tree.ts';
import { parseNumber } from '../values.ts';
import { nameless } from './server.ts';
import type { Setter } from './setters.ts';

/** `http/modules/ngx_http_rewrite_module.c`. */
export const rewrite: Record<string, Setter> = {
  '@rewrite': setRewrite,
  '@rewrite_return': setReturn,
  '@rewrite_break': () => undefined,
  '@rewrite_set': setVariable,
  '@if': openIf,
};

function setRewrite(conf: Conf): void {
  const [pattern, replacement, flag] = conf.directive.args as [Word, Word, Word | undefined];
  if (replacement.text === '') return fault(conf, 'empty-replacement', {}, replacement);
  if (!compilePattern(conf, pattern)) return;
  if (flag && !/^(last|break|redirect|permanent)$/.test(flag.text))
    return fault(conf, 'parameter', { value: flag.text }, flag);
  compileComplex(conf, replacement);
}

function setReturn(conf: Conf): void {
  const [first, second] = conf.directive.args as [Word, Word | undefined];
  const status = parseNumber(first.text);
  if (status === undefined ? second || !/^(https?:\/\/|\$scheme)/.test(first.text) : status > 999) {
    return fault(conf, 'return-code', { value: first.text }, first);
  }
  const value = status === undefined ? first : second;
  if (value) compileComplex(conf, value);
}

function setVariable(conf: Conf): void {
  const [name, value] = conf.directive.args as [Word, Word];
  if (name.text[0] !== '$') return fault(conf, 'variable-name-is', { variable: name.text }, name);
  const variable = name.text.slice(1);
  if (defineVariable(conf, variable, name) && useVariable(conf, variable, name)) compileComplex(conf, value);
}

function openIf(conf: Conf): Block {
  const scope = nameless(conf, conf.scope.context === 's' ? 'I' : 'i');
  checkCondition(conf);
  return { scope };
}

/** ngx_http_rewrite_if_condition, which strips `(` and `)` from the first and the last word. */
function checkCondition(conf: Conf): void {
  const words: (Piece | undefined)[] = [undefined, ...conf.directive.args];
  let current = 1;
  let last = words.length - 1;
  const refuse = (piece: Piece | undefined) => fault(conf, 'condition', { value: piece?.text ?? '' }, piece);
  const first = argument(conf, 0);
  if (first.text[0] !== '(') return refuse(first);
  if (first.text.length === 1) current = 2;
  else words[1] = pieceOf(first, 1);
  const final = words[last] as Piece;
  if (!final.text.endsWith(')')) return refuse(final);
  if (final.text.length === 1) last--;
  else words[last] = pieceOf(final as Word, 0, final.text.length - 1);
  const left = words[current];
  const right = words[last];
  if (!left) return refuse(final);
  if (left.text.length > 1 && left.text[0] === '$') {
    if (current !== last && current + 2 !== last) return refuse(left);
    if (!useVariable(conf, left.text.slice(1), left) || current === last) return;
    return checkOperator(conf, words[current + 1] as Piece, right as Piece);
  }
  if (!/^!?-.$/s.test(left.text) || current + 1 !== last) return refuse(left);
  if (!compileComplex(conf, right as Piece)) return;
  if (!/^!?-[fdex]$/.test(left.text)) refuse(left);
}

function checkOperator(conf: Conf, operator: Piece, value: Piece): void {
  if (operator.text === '=' || operator.text === '!=') compileComplex(conf, value);
  else if (/^!?~\*?$/.test(operator.text)) compilePattern(conf, value);
  else fault(conf, 'operator', { value: operator.text }, operator);
}
