import type { Expression } from '../code.ts';
import { type JavaNumber, type JavaValue, stringOf } from '../value.ts';
import { isNumber, isNumeric, numberOf, toType } from './convert.ts';
import { evaluate, shown } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { raise } from './jvm.ts';
import { same } from './text.ts';

/** `left operator right`. */
export function binary({ operator, left, right }: Expression & { kind: 'binary' }, frame: Frame): JavaValue {
  const a = evaluate(left, frame);
  if (operator === '&&') return a === true && evaluate(right, frame) === true;
  if (operator === '||') return a === true || evaluate(right, frame) === true;
  const b = evaluate(right, frame);
  if (operator === '==' || operator === '!=') return equalOperands(a, b) === (operator === '==');
  if (operator === '+' && (stringOf(a) !== undefined || stringOf(b) !== undefined))
    return joined(left, right, a, b, frame);
  if (typeof a === 'boolean' && typeof b === 'boolean') return logical(operator, a, b);
  if (!isNumeric(a) || !isNumeric(b)) return raise('java.lang.NullPointerException');
  return arithmetic(operator, a, b);
}

/** Constant strings joined by the compiler are literals themselves. */
function joined(left: Expression, right: Expression, a: JavaValue, b: JavaValue, frame: Frame): JavaValue {
  const value = shown(a, frame) + shown(b, frame);
  return left.kind === 'literal' && right.kind === 'literal'
    ? { type: 'string', value, interned: true }
    : { type: 'string', value };
}

function equalOperands(a: JavaValue, b: JavaValue): boolean {
  if (a !== null && b !== null && isNumeric(a) && isNumeric(b)) return compare(a, b) === 0;
  return same(a, b);
}

function logical(operator: string, a: boolean, b: boolean): boolean {
  if (operator === '&') return a && b;
  return operator === '|' ? a || b : a !== b;
}

/** Numeric promotion: to double, float, long, or int. */
function arithmetic(operator: string, a: JavaValue, b: JavaValue): JavaValue {
  if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=') {
    const order = compare(a, b);
    return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
  }
  const shift = operator === '<<' || operator === '>>' || operator === '>>>';
  const type = shift ? promoted(a, a) : promoted(a, b);
  if (type === 'D' || type === 'F')
    return toType({ type: 'double', value: String(floating(operator, numberOf(a), numberOf(b))) }, type);
  const result = whole(operator, bits(a), bits(b), type);
  return toType({ type: 'long', value: BigInt.asIntN(64, result).toString() }, type);
}

function promoted(a: JavaValue, b: JavaValue): 'D' | 'F' | 'J' | 'I' {
  const has = (type: JavaNumber['type']) => (isNumber(a) && a.type === type) || (isNumber(b) && b.type === type);
  return has('double') ? 'D' : has('float') ? 'F' : has('long') ? 'J' : 'I';
}

const bits = (value: JavaValue): bigint => BigInt(isNumber(value) ? value.value : Number(value));

function compare(a: JavaValue, b: JavaValue): number {
  const type = promoted(a, b);
  if (type === 'D' || type === 'F') {
    const [x, y] = [numberOf(a), numberOf(b)];
    return x < y ? -1 : x > y ? 1 : x === y ? 0 : Number.NaN;
  }
  const [x, y] = [bits(a), bits(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function floating(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a % b;
  }
}

function whole(operator: string, a: bigint, b: bigint, type: 'J' | 'I'): bigint {
  const size = type === 'J' ? 64 : 32;
  const by = BigInt.asUintN(type === 'J' ? 6 : 5, b);
  if ((operator === '/' || operator === '%') && b === 0n) raise('java.lang.ArithmeticException', '/ by zero');
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      return a << by;
    case '>>':
      return a >> by;
    default:
      return BigInt.asUintN(size, a) >> by;
  }
}

/** `-x`, `+x`, `!x`, `~x`. */
export function unary(operator: string, value: JavaValue): JavaValue {
  if (operator === '!') return value !== true;
  if (value === null || !isNumeric(value)) return raise('java.lang.NullPointerException');
  const type = promoted(value, value);
  if (operator === '-')
    return type === 'D' || type === 'F'
      ? toType({ type: 'double', value: String(-numberOf(value)) }, type)
      : arithmetic('-', 0, value);
  return operator === '~' ? arithmetic('^', value, -1) : toType(value, type);
}
