import type { JavaValue } from './value.ts';

/** A Java expression, as plain data. Names of classes are binary names, resolved when it was compiled. */
export type Expression =
  | { kind: 'literal'; value: JavaValue }
  /** A variable, a field of this object or of one around it, or a class. */
  | { kind: 'name'; name: string; at?: number }
  | { kind: 'class'; name: string }
  | { kind: 'class-literal'; name: string }
  | { kind: 'this'; of?: string }
  | { kind: 'field'; of: Expression; name: string }
  | { kind: 'item'; of: Expression; index: Expression }
  /** `on` absent: a method of this object, one around it, or of an imported class. */
  | { kind: 'call'; on?: Expression; name: string; arguments: readonly Expression[]; super?: string }
  | {
      kind: 'new';
      class: string;
      arguments: readonly Expression[];
      outer?: Expression;
      /** Local variables that an anonymous or local class takes along. */
      captures?: readonly string[];
    }
  /** `descriptor` of the whole array. */
  | { kind: 'array'; descriptor: string; sizes?: readonly Expression[]; items?: readonly Expression[] }
  | { kind: 'lambda'; index: number }
  /** `operator`: `=`, or the one before it. */
  | { kind: 'assign'; operator: string; target: Expression; value: Expression }
  | { kind: 'update'; operator: '++' | '--'; prefix: boolean; target: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression }
  | { kind: 'unary'; operator: string; of: Expression }
  | { kind: 'if'; test: Expression; consequent: Expression; alternate: Expression }
  | { kind: 'cast'; descriptor: string; of: Expression }
  | { kind: 'instanceof'; of: Expression; descriptor: string; binding?: string }
  /** What the lab does not run; `text` is its beginning. */
  | { kind: 'unknown'; text: string };

export type Statement =
  | { kind: 'block'; body: readonly Statement[] }
  | { kind: 'local'; name: string; descriptor: string | undefined; value?: Expression }
  | { kind: 'expression'; value: Expression }
  /** A field gets its initial value. */
  | { kind: 'field'; name: string; value: Expression }
  | { kind: 'if'; test: Expression; consequent: Statement; alternate?: Statement }
  | { kind: 'while'; test: Expression; body: Statement; after?: true }
  | { kind: 'for'; first: readonly Statement[]; test?: Expression; each: readonly Statement[]; body: Statement }
  | { kind: 'foreach'; name: string; descriptor: string | undefined; of: Expression; body: Statement }
  | { kind: 'return'; value?: Expression }
  | { kind: 'throw'; value: Expression }
  | { kind: 'try'; resources: readonly Statement[]; body: Statement; catches: readonly Catch[]; finally?: Statement }
  | {
      kind: 'switch';
      of: Expression;
      body: readonly (Statement | { kind: 'case'; values: readonly Expression[] | 'default' })[];
    }
  | { kind: 'break'; label?: string }
  | { kind: 'continue'; label?: string }
  | { kind: 'label'; label: string; body: Statement }
  /** `this(…)` or `super(…)`. */
  | { kind: 'constructor'; of: 'this' | 'super'; arguments: readonly Expression[]; outer?: Expression };

export interface Catch {
  classes: readonly string[];
  name: string;
  body: Statement;
}

/** The code of a lambda or method reference. */
export interface LambdaCode {
  parameters: readonly string[];
  body: readonly Statement[];
  /** The name and descriptor of the method that javac makes of it, and whether that is static. */
  method: { name: string; descriptor: string; static: boolean };
  interfaces: readonly string[];
  /** Variables from around it that it uses. */
  captures: readonly string[];
}
