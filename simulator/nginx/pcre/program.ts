import { lengthOf, neededOf, shortestOf } from './facts.ts';
import type { ByteSet } from './sets.ts';
import type { Node, Place, Syntax } from './syntax.ts';

/**
 * What the matcher does one after the other. As in PCRE2's own code, a group is opened, has alternatives and is closed; a
 * group that is repeated goes back from its end.
 */
export type Op =
  | { op: 'set'; set: ByteSet }
  /** One item over and over; `listed`: to give back the last one that it may is a try as well. */
  | { op: 'run'; set: ByteSet; min: number; max: number; mode: 'greedy' | 'lazy' | 'possessive'; listed: boolean }
  /** `tries`: where each alternative begins; the last one is no choice where the group leaves no trace (`free`). */
  | { op: 'open'; tries: number[]; free: boolean; group: number }
  /** The end of an alternative that is not the last one. */
  | { op: 'skip'; to: number }
  /** The end of a group; `again`: where it begins anew, if it is repeated, which it is not after taking nothing. */
  | { op: 'close'; group: number; capture: number; again: number; lazy: boolean }
  /** A group that may be left out. */
  | { op: 'zero'; over: number; lazy: boolean }
  /** Something that is decided by itself: what stands up to its `done`. `back`: how far behind it begins. */
  | { op: 'within'; look: boolean; negated: boolean; tries: { at: number; back: number }[]; over: number }
  | { op: 'done' }
  | { op: 'back'; groups: readonly number[]; ignoreCase: boolean }
  | { op: 'at'; place: Place }
  | { op: 'keep' }
  | { op: 'match' };

export interface Program {
  ops: Op[];
  captures: number;
  names: ReadonlyMap<string, readonly number[]>;
  /** How many groups are opened and closed; those that may take nothing, by their numbers. */
  groups: number;
  emptyable: ReadonlySet<number>;
  /** For each op, the emptyable groups around it. */
  around: (readonly number[])[];
  /** It looks back at what was captured: where it stands says not all that it may do. */
  looksBack: boolean;
  /** No subject with fewer bytes matches. */
  shortest: number;
  /** A byte that every match has, in each case that fits. */
  needed: readonly number[] | undefined;
}

/** PCRE2 refuses what becomes longer ("regular expression is too large" begins a little further). */
const MOST_OPS = 20_000;

/** `undefined`: it becomes too long, or a look behind it has no length. */
export function compile({ alternatives, captures, names }: Syntax): Program | undefined {
  const writer = new Writer();
  if (!writer.group({ kind: 'group', capture: 0, alternatives }, 'once', true)) return undefined;
  writer.ops.push({ op: 'match' });
  if (writer.ops.length > MOST_OPS) return undefined;
  possessify(writer.ops);
  const whole: Node = { kind: 'group', capture: 0, alternatives };
  return {
    ops: writer.ops,
    captures,
    names,
    groups: writer.groups,
    emptyable: writer.emptyable,
    around: writer.around,
    looksBack: writer.looksBack,
    shortest: shortestOf(whole),
    needed: neededOf(whole),
  };
}

type Again = 'once' | 'greedy' | 'lazy';

class Writer {
  readonly ops: Op[] = [];
  readonly around: number[][] = [];
  readonly emptyable = new Set<number>();
  groups = 0;
  looksBack = false;
  #open: number[] = [];

  /** False where it has become too long, or cannot be done. */
  node(node: Node): boolean {
    if (this.ops.length > MOST_OPS) return false;
    switch (node.kind) {
      case 'set':
        return this.#put({ op: 'set', set: node.set });
      case 'sequence':
        return node.parts.every((part) => this.node(part));
      case 'group':
        return this.group(node, 'once', false);
      case 'atomic':
        return this.#within(node.alternatives, false, false, false);
      case 'look':
        return this.#within(node.alternatives, true, node.negated, node.behind);
      case 'repeat':
        return this.#repeat(node);
      case 'back':
        this.looksBack = true;
        return this.#put({ op: 'back', groups: node.groups, ignoreCase: node.ignoreCase });
      case 'at':
        return this.#put({ op: 'at', place: node.place });
      case 'keep':
        return this.#put({ op: 'keep' });
    }
  }

  group({ capture, alternatives }: Node & { kind: 'group' }, again: Again, top: boolean): boolean {
    const group = this.groups++;
    const empties = again !== 'once' && alternatives.some((one) => shortestOf(one) === 0);
    if (empties) {
      this.emptyable.add(group);
      this.#open = [...this.#open, group];
    }
    const begin = this.ops.length;
    const open: Op = { op: 'open', tries: [], free: capture === 0 && !top && !empties, group };
    this.#put(open);
    const skips: (Op & { op: 'skip' })[] = [];
    for (const [nth, one] of alternatives.entries()) {
      open.tries.push(this.ops.length);
      if (!this.node(one)) return false;
      if (nth === alternatives.length - 1) break;
      const skip: Op & { op: 'skip' } = { op: 'skip', to: 0 };
      skips.push(skip);
      this.#put(skip);
    }
    for (const skip of skips) skip.to = this.ops.length;
    this.#put({ op: 'close', group, capture, again: again === 'once' ? -1 : begin, lazy: again === 'lazy' });
    if (empties) this.#open = this.#open.slice(0, -1);
    return true;
  }

  /** A group that is repeated is written as often as it must come, then as often as it may, or once with a way back. */
  #repeat({ body, min, max, mode }: Node & { kind: 'repeat' }): boolean {
    if (body.kind === 'set')
      return this.#put({ op: 'run', set: body.set, min, max, mode, listed: body.listed === true });
    if (mode === 'possessive')
      return this.#within([{ kind: 'repeat', body, min, max, mode: 'greedy' }], false, false, false);
    const group: Node & { kind: 'group' } =
      body.kind === 'group' ? body : { kind: 'group', capture: 0, alternatives: [body] };
    const fixed = max === Infinity ? Math.max(0, min - 1) : min;
    for (let i = 0; i < fixed; i++) if (!this.group(group, 'once', false)) return false;
    const lazy = mode === 'lazy';
    if (max === Infinity) {
      if (min > 0) return this.group(group, mode, false);
      return this.#optional(lazy, () => this.group(group, mode, false));
    }
    return this.#upTo(group, max - min, lazy);
  }

  /** One inside the other, so that when one is left out, those after it are. */
  #upTo(group: Node & { kind: 'group' }, times: number, lazy: boolean): boolean {
    const zeros: (Op & { op: 'zero' })[] = [];
    for (let i = 0; i < times; i++) {
      const zero: Op & { op: 'zero' } = { op: 'zero', over: 0, lazy };
      zeros.push(zero);
      this.#put(zero);
      if (!this.group(group, 'once', false)) return false;
    }
    for (const zero of zeros) zero.over = this.ops.length;
    return true;
  }

  #optional(lazy: boolean, write: () => boolean): boolean {
    const zero: Op & { op: 'zero' } = { op: 'zero', over: 0, lazy };
    this.#put(zero);
    if (!write()) return false;
    zero.over = this.ops.length;
    return true;
  }

  #within(alternatives: readonly Node[], look: boolean, negated: boolean, behind: boolean): boolean {
    const within: Op & { op: 'within' } = { op: 'within', look, negated, tries: [], over: 0 };
    this.#put(within);
    for (const one of alternatives) {
      const back = behind ? lengthOf(one) : 0;
      if (back === undefined) return false;
      within.tries.push({ at: this.ops.length, back });
      if (!this.node(one)) return false;
      this.#put({ op: 'done' });
    }
    within.over = this.ops.length;
    return true;
  }

  #put(op: Op): boolean {
    this.ops.push(op);
    this.around.push(this.#open);
    return this.ops.length <= MOST_OPS;
  }
}

/** A run behind which nothing can stand that it takes itself gives nothing back (`auto_possessify` in pcre2_auto_possess.c). */
function possessify(ops: Op[]): void {
  for (const [at, op] of ops.entries())
    if (op.op === 'run' && op.mode === 'greedy' && isApart(ops, at + 1, op.set, 0)) op.mode = 'possessive';
}

/** Followed no deeper than PCRE2 does. */
const DEEPEST_LOOK = 40;

function isApart(ops: readonly Op[], from: number, set: ByteSet, depth: number): boolean {
  if (depth > DEEPEST_LOOK) return false;
  for (let at = from; ; ) {
    const op = ops[at] as Op;
    switch (op.op) {
      case 'match':
        return true;
      case 'skip':
        at = op.to;
        continue;
      case 'close':
        if (op.again >= 0) return false;
        at++;
        continue;
      case 'open': {
        const [last = at, ...others] = op.tries.toReversed();
        if (!others.every((one) => isApart(ops, one, set, depth + 1))) return false;
        at = last;
        continue;
      }
      case 'zero':
        if (!isApart(ops, at + 1, set, depth + 1)) return false;
        at = op.over;
        continue;
      case 'set':
        return disjoint(op.set, set);
      case 'run':
        if (!disjoint(op.set, set)) return false;
        if (op.min > 0) return true;
        at++;
        continue;
      case 'at':
        return op.place === '\\z' || (/^(?:\$m?|\\Z)$/.test(op.place) && set[10] === 0);
      default:
        return false;
    }
  }
}

const disjoint = (one: ByteSet, other: ByteSet): boolean => one.every((has, code) => !has || !other[code]);
