import { scanWord, type Word } from './words.ts';

/** Where a command's output or input goes instead of the screen. */
export type Redirect =
  | { from: 1 | 2 | 'both'; append: boolean; file: Word }
  /** `2>&1`, `1>&2`. */
  | { from: 1 | 2; to: 1 | 2 }
  | { input: Word };

export interface Command {
  assignments: readonly { name: string; value: Word }[];
  words: readonly Word[];
  redirects: readonly Redirect[];
}

/** What is to be done, and when: `a && b` does b only after success. */
export type Step = { when: 'always' | 'success' | 'failure' } & (Pipeline | Loop | Each);

/** Commands joined by `|`. */
export interface Pipeline {
  commands: readonly Command[];
  background: boolean;
  /** As it was typed, for the table of jobs. */
  source: string;
  /** Where it begins in the text that was read. */
  from: number;
  /** In a script: what its messages begin with, e.g. `update.sh: line 3: `. */
  at?: string;
}

/** `while test; do body; done`, or with `until`. */
export interface Loop {
  until: boolean;
  test: readonly Step[];
  body: readonly Step[];
}

/** `for variable in values; do body; done`. */
export interface Each {
  variable: string;
  values: readonly Word[];
  body: readonly Step[];
}

export type ParsedLine =
  | { kind: 'steps'; steps: Step[] }
  /** A quote is open, or the line ends with a backslash, `|`, `&&`: bash asks for more. */
  | { kind: 'unfinished' }
  /** What bash stumbles over. */
  | { kind: 'error'; near: string }
  /** A construct that the lab leaves out, e.g. `for`. */
  | { kind: 'not-modelled'; text: string };

/** Words that mean more than a command where a command begins, and that the lab leaves out there. */
const KEYWORDS = new Set(['for', 'while', 'until', 'if', 'case', 'select', 'function', '{', '[[', '!']);
/** Words that mean something only inside of what begins with one of those. */
const INNER = new Set(['do', 'done', 'then', 'else', 'elif', 'fi', 'esac', 'in']);
/** Loops within loops, beyond which the lab reads no further. */
const DEEPEST = 30;
const OPERATOR = /&>>|&>|&&|\|\||\|&|;;|>>|<<<|<<|>&|<&|>\||[;&|<>()\n]/y;

/** Reads a line as bash does: words, quotes, `;`, `&&`, `||`, `|`, `&`, redirections, comments. Never throws. */
export function parseLine(text: string): ParsedLine {
  const tokens = tokensOf(text);
  return 'kind' in tokens ? tokens : new Parser(text, tokens.tokens).line();
}

type Token = { from: number; to: number } & ({ word: Word } | { operator: string });

function tokensOf(text: string): { tokens: Token[] } | ParsedLine {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] as string;
    if (character === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (character === '\n' || !/\s/.test(character)) {
      OPERATOR.lastIndex = at;
      const operator = OPERATOR.exec(text)?.[0];
      if (operator !== undefined) {
        tokens.push({ from: at, to: at + operator.length, operator });
        at += operator.length;
        continue;
      }
      const { word, end, open } = scanWord(text, at);
      if (open) return { kind: 'unfinished' };
      tokens.push({ from: at, to: end, word });
      at = end;
    } else at++;
  }
  return { tokens };
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  line(): ParsedLine {
    const steps = this.#list(undefined);
    return 'kind' in steps ? steps : { kind: 'steps', steps };
  }

  /** Steps up to a word that ends them, which is left to be read; without such a word, up to the end. */
  #list(ends: string | undefined): Step[] | ParsedLine {
    if (++this.#depth > DEEPEST) return { kind: 'not-modelled', text: ends ?? '' };
    const steps: Step[] = [];
    let when: Step['when'] = 'always';
    this.#skipBreaks();
    while (this.#at < this.#tokens.length) {
      const word = this.#word();
      if (word !== undefined && word === ends && when === 'always' && steps.length > 0) {
        this.#depth--;
        return steps;
      }
      if (word !== undefined && INNER.has(word)) return { kind: 'error', near: word };
      const step = this.#compound(word) ?? this.#pipeline();
      if ('kind' in step) return step;
      const end = this.#operator();
      steps.push('commands' in step ? { when, ...step, background: end === '&' } : { when, ...step });
      if (end === undefined && this.#at < this.#tokens.length) return { kind: 'error', near: this.#word() ?? '' };
      if (end !== undefined && !['&&', '||', ';', '&', '\n'].includes(end))
        return end === '(' ? { kind: 'not-modelled', text: '( )' } : afterCompound(step, end);
      if (end === '&' && !('commands' in step)) return { kind: 'not-modelled', text: 'done &' };
      this.#at++;
      when = end === '&&' ? 'success' : end === '||' ? 'failure' : 'always';
      this.#skipBreaks();
      if (this.#at >= this.#tokens.length && when !== 'always') return { kind: 'unfinished' };
    }
    return ends === undefined ? steps : { kind: 'unfinished' };
  }

  /** A loop, if the word that stands here begins one. */
  #compound(word: string | undefined): Loop | Each | ParsedLine | undefined {
    if (word === 'while' || word === 'until') {
      this.#at++;
      const test = this.#list('do');
      if ('kind' in test) return test;
      const body = this.#body();
      return 'kind' in body ? body : { until: word === 'until', test, body };
    }
    return word === 'for' ? this.#each() : undefined;
  }

  #each(): Each | ParsedLine {
    this.#at++;
    const variable = this.#word();
    if (this.#operator() === '(') return { kind: 'not-modelled', text: 'for (( ))' };
    if (variable === undefined) return this.#at < this.#tokens.length ? this.#stumble() : { kind: 'unfinished' };
    this.#at++;
    if (this.#word() !== 'in') return { kind: 'not-modelled', text: `for ${variable}` };
    const values: Word[] = [];
    for (let token = this.#tokens[++this.#at]; token && 'word' in token; token = this.#tokens[++this.#at])
      values.push(token.word);
    if (this.#at >= this.#tokens.length) return { kind: 'unfinished' };
    if (this.#operator() !== ';' && this.#operator() !== '\n') return this.#stumble();
    this.#at++;
    const body = this.#body();
    return 'kind' in body ? body : { variable, values, body };
  }

  /** `do … done`. */
  #body(): Step[] | ParsedLine {
    this.#skipBreaks();
    if (this.#at >= this.#tokens.length) return { kind: 'unfinished' };
    if (this.#word() !== 'do') return this.#stumble();
    this.#at++;
    const steps = this.#list('done');
    if (!('kind' in steps)) this.#at++;
    return steps;
  }

  #stumble = (): ParsedLine => ({
    kind: 'error',
    near: this.#word() ?? this.#operator()?.replace('\n', 'newline') ?? '',
  });

  #pipeline(): Omit<Pipeline, 'background'> | ParsedLine {
    const from = this.#tokens[this.#at]?.from ?? 0;
    const commands: Command[] = [];
    for (;;) {
      const command = this.#command();
      if ('kind' in command) return command;
      commands.push(command);
      if (this.#operator() !== '|' && this.#operator() !== '|&') break;
      this.#at++;
      this.#skipBreaks();
      if (this.#at >= this.#tokens.length) return { kind: 'unfinished' };
    }
    const to = this.#tokens[this.#at - 1]?.to ?? from;
    return { commands, source: this.#text.slice(from, to), from };
  }

  #command(): Command | ParsedLine {
    const assignments: { name: string; value: Word }[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (let token = this.#tokens[this.#at]; token; token = this.#tokens[this.#at]) {
      if ('word' in token) {
        const assigned = words.length === 0 ? assignment(token.word) : undefined;
        if (words.length === 0 && !assigned && KEYWORDS.has(token.word.source))
          return { kind: 'not-modelled', text: token.word.source };
        if (assigned) assignments.push(assigned);
        else words.push(token.word);
        this.#at++;
        continue;
      }
      const redirect = this.#redirect(token, words);
      if (!redirect) break;
      if ('kind' in redirect) return redirect;
      redirects.push(redirect);
    }
    if (words.length + assignments.length + redirects.length > 0) return { assignments, words, redirects };
    const near = this.#operator();
    if (near === '(') return { kind: 'not-modelled', text: '( )' };
    return { kind: 'error', near: near === undefined || near === '\n' ? 'newline' : near };
  }

  /** `> file`, `2>&1` …; the `2` is a word that touches the operator. */
  #redirect(token: Token & { operator: string }, words: Word[]): Redirect | ParsedLine | undefined {
    const { operator } = token;
    if (operator === '<<' || operator === '<<<' || operator === '<&') return { kind: 'not-modelled', text: operator };
    if (!/^(?:&?>>?|>&|>\||<)$/.test(operator)) return undefined;
    const before = this.#tokens[this.#at - 1];
    let from: 1 | 2 | 'both' = operator.startsWith('&') ? 'both' : 1;
    if (before && 'word' in before && before.to === token.from && /^[12]$/.test(before.word.source)) {
      words.pop();
      from = Number(before.word.source) as 1 | 2;
    }
    const target = this.#tokens[this.#at + 1];
    if (!target || !('word' in target)) return { kind: 'error', near: target ? target.operator : 'newline' };
    this.#at += 2;
    if (operator === '<') return { input: target.word };
    if (operator === '>&' && from !== 'both' && /^[12]$/.test(target.word.source))
      return { from, to: Number(target.word.source) as 1 | 2 };
    return { from: operator === '>&' ? 'both' : from, append: operator.endsWith('>>'), file: target.word };
  }

  /** The word that stands here, if it is one. */
  #word(): string | undefined {
    const token = this.#tokens[this.#at];
    return token && 'word' in token ? token.word.source : undefined;
  }

  #operator(): string | undefined {
    const token = this.#tokens[this.#at];
    return token && 'operator' in token ? token.operator : undefined;
  }

  #skipBreaks(): void {
    while (this.#operator() === '\n') this.#at++;
  }
}

/** What follows a loop and may not: a pipe and a redirection bash would take. */
const afterCompound = (step: object, near: string): ParsedLine =>
  'commands' in step || !/^[|<>&]/.test(near)
    ? { kind: 'error', near }
    : { kind: 'not-modelled', text: `done ${near}` };

/** `NAME=value` before the command's own name. */
function assignment(word: Word): { name: string; value: Word } | undefined {
  const first = word.pieces[0];
  const match = first?.kind === 'text' && !first.quoted ? /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(first.text) : null;
  if (!match) return undefined;
  const [, name = '', rest = ''] = match;
  const value = {
    source: word.source,
    pieces: [{ kind: 'text' as const, text: rest, quoted: false }, ...word.pieces.slice(1)],
  };
  return { name, value };
}
