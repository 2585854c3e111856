import { isAt } from './places.ts';
import type { Op, Program } from './program.ts';

/** Where what matched begins and ends, then each group; -1 for one that took no part. */
export type Spans = number[];

/** PCRE2's `match_limit`, as Debian builds it: how often it may try one of several ways from one place. */
const MATCH_LIMIT = 10_000_000;
/** What the lab does at most for one match, however few ways there are: ops and bytes looked at. */
const MOST_WORK = 60_000_000;
/** From so many tries on it is worth remembering what has failed. */
const REMEMBER_FROM = 1000;
/** PCRE2 looks for the byte that is needed only in subjects shorter than this (`REQ_CU_MAX`). */
const NEEDED_WITHIN = 5000;

/** Something to come back to. */
type Frame =
  /** The next of a group's alternatives. */
  | { kind: 'try'; at: number; pos: number; nth: number }
  | { kind: 'go'; at: number; pos: number }
  /** A run that has one byte less, or (lazy) one more. */
  | { kind: 'less'; at: number; pos: number; least: number }
  | { kind: 'more'; at: number; pos: number; left: number }
  /** Puts back what was there before. */
  | { kind: 'undo'; slot: number; value: number }
  /** Everything from this place has failed; it took so many tries. */
  | { kind: 'failed'; key: number; since: number };

/**
 * Matches a byte string as PCRE2's interpreter does (pcre2_match.c), try by try and in its order, and counts as it counts:
 * beyond `match_limit` it gives up. What has failed once from a place fails there again: that is known, with the number
 * of tries that it took, and not done once more. So a pattern that would take for ever ends here at the same place, in
 * time linear in subject times pattern.
 */
export class Matcher {
  readonly #program: Program;
  readonly #text: string;
  /** The groups' ends in pairs, the whole first; behind them, where each group was opened last. */
  readonly #slots: Int32Array;
  readonly #opened: number;
  readonly #failed: Map<number, number> | undefined;
  #stack: Frame[] = [];
  #tries = 0;
  #work = 0;

  constructor(program: Program, text: string) {
    this.#program = program;
    this.#text = text;
    this.#opened = 2 * (program.captures + 1);
    this.#slots = new Int32Array(this.#opened + program.groups);
    // Where groups that took nothing count, each doubles the places that there are.
    const most = Math.max(0, ...program.around.map((groups) => groups.length));
    this.#failed = program.looksBack || most > 8 ? undefined : new Map();
  }

  /** `null`: it does not match; `'limit'`: PCRE2 gives up with -47. */
  match(): Spans | null | 'limit' {
    const { shortest } = this.#program;
    const { length } = this.#text;
    for (let start = 0; start + shortest <= length; start++) {
      if (this.#lacks(start)) return null;
      this.#slots.fill(-1);
      this.#stack = [];
      // To begin with is one.
      this.#tries = 1;
      const end = this.#run(0, start);
      if (end === 'limit') return 'limit';
      if (end < 0) continue;
      const spans = [...this.#slots.subarray(0, this.#opened)];
      if (spans[0] === -1) spans[0] = start;
      spans[1] = end;
      return spans;
    }
    return null;
  }

  /** The byte that every match has does not come any more. */
  #lacks(start: number): boolean {
    const { needed } = this.#program;
    if (!needed || this.#text.length - start >= NEEDED_WITHIN) return false;
    return needed.every((code) => this.#text.indexOf(String.fromCharCode(code), start) < 0);
  }

  /** Goes on from an op at a place until a `match` or `done`; where that is, or -1 if there is no way. */
  #run(from: number, begin: number): number | 'limit' {
    const bottom = this.#stack.length;
    let [at, pos] = [from, begin];
    for (;;) {
      if (this.#tries > MATCH_LIMIT || this.#work++ > MOST_WORK) return 'limit';
      const op = this.#program.ops[at] as Op;
      if (op.op === 'match' || op.op === 'done') return pos;
      const next = this.#step(op, at, pos);
      if (next === 'limit') return 'limit';
      if (next) {
        [at, pos] = next;
        continue;
      }
      const back = this.#back(bottom);
      if (!back) return -1;
      [at, pos] = back;
    }
  }

  /** What comes after an op at a place; `undefined`: nothing, one has to go back. */
  #step(op: Op, at: number, pos: number): [at: number, pos: number] | undefined | 'limit' {
    switch (op.op) {
      case 'set':
        return op.set[this.#text.charCodeAt(pos)] ? [at + 1, pos + 1] : undefined;
      case 'run':
        return this.#take(op, at, pos);
      case 'open':
        this.#put(this.#opened + op.group, pos);
        return op.free && op.tries.length === 1
          ? [at + 1, pos]
          : this.#choose(at, pos, { kind: 'try', at, pos, nth: 0 });
      case 'skip':
        return [op.to, pos];
      case 'close':
        return this.#close(op, at, pos);
      case 'zero': {
        const [first, second] = op.lazy ? [op.over, at + 1] : [at + 1, op.over];
        return this.#choose(at, pos, { kind: 'go', at: second, pos }, [first, pos]);
      }
      case 'within':
        return this.#within(op, pos);
      case 'back':
        return this.#captured(op, at, pos);
      case 'at':
        return isAt(op.place, this.#text, pos) ? [at + 1, pos] : undefined;
      case 'keep':
        this.#put(0, pos);
        return [at + 1, pos];
      default:
        return undefined;
    }
  }

  /** A place with several ways from it: known to fail, or remembered with what is to be done when the first way does. */
  #choose(at: number, pos: number, frame: Frame, first?: [number, number]): [number, number] | undefined {
    const failed = this.#failed;
    if (failed && this.#tries > REMEMBER_FROM) {
      const key = this.#keyOf(at, pos);
      const tries = failed.get(key);
      if (tries !== undefined) {
        this.#tries += tries;
        return undefined;
      }
      this.#stack.push({ kind: 'failed', key, since: this.#tries });
    }
    this.#stack.push(frame);
    if (!first) return this.#back(this.#stack.length - 1);
    this.#tries++;
    return first;
  }

  /** A place is an op, an offset, and which of the groups around have taken nothing yet. */
  #keyOf(at: number, pos: number): number {
    let bits = 0;
    for (const group of this.#program.around[at] ?? [])
      bits = 2 * bits + Number(this.#slots[this.#opened + group] === pos);
    return (bits * this.#program.ops.length + at) * (this.#text.length + 1) + pos;
  }

  /** The newest thing to come back to. */
  #back(bottom: number): [number, number] | undefined {
    const stack = this.#stack;
    for (let frame = stack.at(-1); frame && stack.length > bottom; frame = stack.at(-1)) {
      switch (frame.kind) {
        case 'undo':
          stack.pop();
          this.#slots[frame.slot] = frame.value;
          break;
        case 'failed':
          stack.pop();
          this.#failed?.set(frame.key, this.#tries - frame.since);
          break;
        case 'go':
          stack.pop();
          return [frame.at, frame.pos];
        default: {
          const next = this.#again(frame);
          if (next) return next;
        }
      }
    }
    return undefined;
  }

  #again(frame: Frame & { kind: 'try' | 'less' | 'more' }): [number, number] | undefined {
    const op = this.#program.ops[frame.at] as Op;
    if (frame.kind === 'try' && op.op === 'open') {
      const to = op.tries[frame.nth++];
      if (to === undefined) this.#stack.pop();
      else if (frame.nth === op.tries.length && op.free) this.#stack.pop();
      else this.#tries++;
      return to === undefined ? undefined : [to, frame.pos];
    }
    if (frame.kind === 'less') {
      this.#work++;
      if (--frame.pos > frame.least || (op.op === 'run' && op.listed)) this.#tries++;
      if (frame.pos === frame.least) this.#stack.pop();
      return [frame.at + 1, frame.pos];
    }
    if (frame.kind !== 'more' || op.op !== 'run') return undefined;
    if (frame.left-- <= 0 || !op.set[this.#text.charCodeAt(frame.pos)]) {
      this.#stack.pop();
      return undefined;
    }
    this.#tries++;
    return [frame.at + 1, ++frame.pos];
  }

  #take(op: Op & { op: 'run' }, at: number, pos: number): [number, number] | undefined {
    const { set, min, max, mode } = op;
    const least = pos + min;
    const most = mode === 'lazy' ? least : Math.min(this.#text.length, pos + max);
    if (least > this.#text.length) return undefined;
    let end = pos;
    while (end < most && set[this.#text.charCodeAt(end)]) end++;
    this.#work += end - pos;
    if (end < least) return undefined;
    if (mode === 'lazy') return this.#choose(at, pos, { kind: 'more', at, pos: end, left: max - min }, [at + 1, end]);
    if (end === least && mode === 'greedy' && op.listed) this.#tries++;
    if (mode === 'possessive' || end === least) return [at + 1, end];
    return this.#choose(at, pos, { kind: 'less', at, pos: end, least }, [at + 1, end]);
  }

  #close(op: Op & { op: 'close' }, at: number, pos: number): [number, number] | undefined {
    const opened = this.#slots[this.#opened + op.group] as number;
    const after: [number, number] = [at + 1, pos];
    const anew = op.again >= 0 && opened !== pos;
    // Whether it took anything must be known before the place is looked up: it is part of it.
    if (op.capture > 0) {
      this.#put(2 * op.capture, opened);
      this.#put(2 * op.capture + 1, pos);
    }
    if (!anew) return after;
    const [first, second] = op.lazy ? [after, op.again] : [[op.again, pos] as [number, number], at + 1];
    return this.#choose(at, pos, { kind: 'go', at: second, pos }, first);
  }

  /** Atomic groups and looks around: one way through is enough, and is not looked for again. */
  #within(op: Op & { op: 'within' }, pos: number): [number, number] | undefined | 'limit' {
    const bottom = this.#stack.length;
    for (const { at, back } of op.tries) {
      if (back > pos) continue;
      this.#tries++;
      const end = this.#run(at, pos - back);
      if (end === 'limit') return 'limit';
      if (end < 0) continue;
      // Of the way through only what it captured stays, to be undone when one goes back before it.
      const left = this.#stack.splice(bottom);
      if (op.negated) {
        for (const frame of left.toReversed()) if (frame.kind === 'undo') this.#slots[frame.slot] = frame.value;
        return undefined;
      }
      for (const frame of left) if (frame.kind === 'undo') this.#stack.push(frame);
      return [op.over, op.look ? pos : end];
    }
    return op.negated ? [op.over, pos] : undefined;
  }

  #captured({ groups, ignoreCase }: Op & { op: 'back' }, at: number, pos: number): [number, number] | undefined {
    const group = groups.find((one) => (this.#slots[2 * one + 1] ?? -1) >= 0);
    if (group === undefined) return undefined;
    const text = this.#text.slice(this.#slots[2 * group], this.#slots[2 * group + 1]);
    const found = this.#text.slice(pos, pos + text.length);
    this.#work += text.length;
    const same = found === text || (ignoreCase && lower(found) === lower(text));
    return same ? [at + 1, pos + text.length] : undefined;
  }

  #put(slot: number, value: number): void {
    const before = this.#slots[slot] as number;
    if (before === value) return;
    this.#stack.push({ kind: 'undo', slot, value: before });
    this.#slots[slot] = value;
  }
}

const lower = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
