import { bytesOf, textOf } from '../core/utf8.ts';
import { Matcher } from './pcre/match.ts';
import { compile, type Program } from './pcre/program.ts';
import { readPattern } from './pcre/syntax.ts';

/** What a regular expression found. */
export interface Match {
  /** Where it begins, in characters. */
  index: number;
  /** The whole, then what each group took. */
  captures: (string | undefined)[];
  names: Readonly<Record<string, string>>;
}

/** PCRE2 gives up: the subject could be matched in too many ways (`match_limit`). */
export interface GivenUp {
  givenUp: true;
  /** As nginx writes it to its error log (`ngx_http_regex_exec`); -47 is PCRE2_ERROR_MATCHLIMIT. */
  message: string;
}

/**
 * How a pattern is matched: by the browser's own expressions where they cannot differ from PCRE2's and cannot take long,
 * else step by step as PCRE2 does it.
 */
interface Compiled {
  quick: RegExp | undefined;
  program: Program | undefined;
}

/** By flag and source. Whoever edits makes ever new ones, and memory has an end. */
const compiled = new Map<string, Compiled>();
/** What was found last, for a class asks for the same pages. */
const found = new Map<string, Match | GivenUp | null>();
const MOST = 1000;

/** Longer subjects than this, or with what is no printable ASCII, go step by step. */
const QUICK_SUBJECT = /^[ -~]{0,4000}$/;

/**
 * Matches a text as nginx has PCRE2 do it; `null`: it does not match. A pattern that PCRE2 would refuse, or that is not
 * modelled, matches nothing; `nginx -t` of the lab has refused the former.
 */
export function match(source: string, ignoreCase: boolean, text: string): Match | GivenUp | null {
  const { quick, program } = compiledOf(source, ignoreCase);
  if (quick && QUICK_SUBJECT.test(text)) {
    const came = quick.exec(text);
    return came && { index: came.index, captures: [...came], names: withoutGaps(came.groups ?? {}) };
  }
  if (!program) return null;
  const key = `${ignoreCase ? 'i' : 'c'}${source.length} ${source}${text}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  if (found.size >= MOST) found.clear();
  const came = stepByStep(program, source, text);
  found.set(key, came);
  return came;
}

/** Whether PCRE2 gave up. */
export const isGivenUp = (came: Match | GivenUp | null): came is GivenUp => came !== null && 'givenUp' in came;

function stepByStep(program: Program, source: string, text: string): Match | GivenUp | null {
  const bytes = bytesOf(text);
  const spans = new Matcher(program, bytes).match();
  if (spans === 'limit') return { givenUp: true, message: `pcre2_match() failed: -47 on "${text}" using "${source}"` };
  if (!spans) return null;
  const captures = Array.from({ length: program.captures + 1 }, (_, group) => {
    const [from = -1, to = -1] = [spans[2 * group], spans[2 * group + 1]];
    return to < 0 ? undefined : textOf(bytes.slice(from, to));
  });
  const names = [...program.names].map(([name, groups]) => {
    const group = groups.find((one) => captures[one] !== undefined);
    return [name, group === undefined ? undefined : captures[group]] as const;
  });
  return { index: textOf(bytes.slice(0, spans[0])).length, captures, names: withoutGaps(Object.fromEntries(names)) };
}

const withoutGaps = (names: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).filter((entry): entry is [string, string] => entry[1] !== undefined));

function compiledOf(source: string, ignoreCase: boolean): Compiled {
  const key = `${ignoreCase ? 'i' : 'c'}${source}`;
  const known = compiled.get(key);
  if (known) return known;
  const syntax = readPattern(bytesOf(source), ignoreCase);
  const made = { quick: quickOf(source, ignoreCase), program: syntax && compile(syntax) };
  if (compiled.size >= MOST) compiled.clear();
  compiled.set(key, made);
  return made;
}

/** Escapes that mean the same in both, and the ends of groups and classes. */
const PLAIN =
  /^(?:\\[dDwWsSbB./\-^$*+?()[\]{}|_@]|\(\?:|\(\?<\w+>|\((?!\?)|\[(?!\^?\])(?:[^[\]\\]|\\[dDwWsS./-])*\]|[^\\[({*+?]|[*+?]\??(?![*+?{]))*$/;

/** Where at most two items are repeated, and no group, the ways from a place are few. */
const MOST_REPEATED = 2;

function quickOf(source: string, ignoreCase: boolean): RegExp | undefined {
  if (!/^[ -~]*$/.test(source) || !PLAIN.test(source) || /\)[*+{]/.test(source)) return undefined;
  if ((source.match(/[*+]/g)?.length ?? 0) > MOST_REPEATED) return undefined;
  try {
    return new RegExp(source, ignoreCase ? 'i' : '');
  } catch {
    return undefined;
  }
}
