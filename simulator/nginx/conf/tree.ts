import type { Range } from '../../core/text.ts';

/**
 * One word of a directive, after nginx's unescaping. A byte that is not UTF-8 is a lone surrogate
 * U+DC80–U+DCFF in `text` (`bytes.ts`).
 */
export interface Word extends Range {
  text: string;
  quoted: boolean;
}

/** One directive as nginx read it: `server localhost:8080 weight=2;` or `upstream app { … }`. */
export interface Directive extends Range {
  name: string;
  /** The words after the name. */
  args: Word[];
  file: string;
  /** The line nginx would name: that of its `;` or `{`, counted from 1. */
  line: number;
  /** Where the name stands. */
  nameRange: Range;
  /** The directives between `{` and `}`; absent for a directive that ended with `;`. */
  block?: Directive[];
  /** The line of the closing `}`. */
  endLine?: number;
  /** For `include`: what the included files hold, in order. */
  included?: Directive[];
}

/** nginx.conf with its includes, as far as it could be read. */
export interface NginxTree {
  file: string;
  directives: Directive[];
}
