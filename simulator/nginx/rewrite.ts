import type { Exchange } from './exchange.ts';
import { type GivenUp, isGivenUp, match } from './regex.ts';
import type { Code, Condition } from './settings/settings.ts';
import { escapeUri } from './uri.ts';
import { type Clock, capture, expand, valueOf } from './variables.ts';

/** What `return` or a redirecting `rewrite` answers at once. */
export interface Returned {
  status: number;
  /** The body, `undefined` for nginx's own page. */
  text: string | undefined;
  /** Where to, for redirects. */
  location: string | undefined;
  /** What the error log is told. */
  alert?: string;
}

/** Stops the directives of this phase: `break`, `last`, `return`. */
type Outcome = Returned | 'stop' | undefined;

/** Runs the rewrite directives of a server or location in order; an answer, or `undefined` to go on. */
export function runCodes(codes: readonly Code[], exchange: Exchange, clock: Clock): Returned | undefined {
  const outcome = run(codes, exchange, clock);
  return outcome === 'stop' ? undefined : outcome;
}

function run(codes: readonly Code[], exchange: Exchange, clock: Clock): Outcome {
  for (const code of codes) {
    const outcome = runOne(code, exchange, clock);
    if (outcome) return outcome;
  }
  return undefined;
}

function runOne(code: Code, exchange: Exchange, clock: Clock): Outcome {
  switch (code.kind) {
    case 'set':
      exchange.variables = { ...exchange.variables, [code.variable]: expand(code.value, exchange, clock) };
      return undefined;
    case 'break':
      return 'stop';
    case 'return': {
      const text = code.text && expand(code.text, exchange, clock);
      return code.redirect
        ? { status: code.status, text: undefined, location: text }
        : { status: code.status, text, location: undefined };
    }
    case 'if': {
      const outcome = holds(code.condition, exchange, clock);
      if (typeof outcome === 'object') return failed(outcome);
      if (!outcome) return undefined;
      if (code.conf) exchange.conf = code.conf;
      return run(code.codes, exchange, clock);
    }
    case 'rewrite':
      return rewrite(code, exchange, clock);
  }
}

/** PCRE2 has given up (`ngx_http_script_regex_start_code`). */
const failed = ({ message }: GivenUp): Returned => ({
  status: 500,
  text: undefined,
  location: undefined,
  alert: message,
});

function rewrite(code: Extract<Code, { kind: 'rewrite' }>, exchange: Exchange, clock: Clock): Outcome {
  const found = match(code.regex, false, exchange.uri);
  if (!found) return undefined;
  if (isGivenUp(found)) return failed(found);
  capture(exchange, found);
  const result = expand(code.replacement, exchange, clock);
  if (code.flag === 'redirect' || code.flag === 'permanent') {
    const args = exchange.args === '' || code.dropArgs ? '' : (result.includes('?') ? '&' : '?') + exchange.args;
    const location = exchange.uriQuoted ? escapeKeepingQuery(result) : result;
    return { status: code.flag === 'permanent' ? 301 : 302, text: undefined, location: location + args };
  }
  setUri(exchange, result, code.dropArgs);
  exchange.internal = true;
  exchange.uriChanged = code.flag !== 'break';
  if (code.flag === 'break') exchange.locationValid = false;
  return code.flag ? 'stop' : undefined;
}

const escapeKeepingQuery = (url: string) => url.replace(/[^?]+/, (path) => escapeUri(path));

/** New arguments stand before the old ones; a `?` at the end of the replacement drops these. */
function setUri(exchange: Exchange, result: string, dropArgs: boolean): void {
  const question = result.indexOf('?');
  exchange.uri = question < 0 ? result : result.slice(0, question);
  if (question >= 0) {
    const added = result.slice(question + 1);
    exchange.args = dropArgs || exchange.args === '' ? added : `${added}&${exchange.args}`;
  } else if (dropArgs) exchange.args = '';
  exchange.uriUntouched = false;
}

function holds(condition: Condition, exchange: Exchange, clock: Clock): boolean | GivenUp {
  // The lab's machine has no files besides nginx's own: tests of files find nothing.
  if (condition.kind === 'file') return condition.negated;
  const value = valueOf(condition.variable, exchange, clock) ?? '';
  switch (condition.kind) {
    case 'variable':
      return value !== '' && value !== '0';
    case 'equals':
      return (value === expand(condition.value, exchange, clock)) !== condition.negated;
    case 'matches': {
      const found = match(condition.regex, condition.ignoreCase, value);
      if (isGivenUp(found)) return found;
      if (found && !condition.negated) capture(exchange, found);
      return (found !== null) !== condition.negated;
    }
  }
}
