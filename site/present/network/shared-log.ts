import * as Y from 'yjs';
import { MOST_ENTRIES } from '../guards.ts';
import { type Entry, type Log, type LogId, type Message, message, type WindowId } from '../messages.ts';

type LogMessage = Extract<Message, { type: 'log' }>;

/**
 * The log of a class as a Yjs document: for each log an array, in which the entries lie in their order, and a map that says
 * which one counts and who writes it. After a server has lost its memory, whoever has the document brings it back; where
 * two histories of it meet, entries may stand in it twice, and count once.
 */
export class SharedLog {
  readonly document = new Y.Doc();
  readonly #class = this.document.getMap<unknown>('class');
  readonly #grown: (log: LogMessage) => void;
  #log: LogId | undefined;
  #entries: Entry[] = [];

  /** `grown` hears of entries that were not there before. */
  constructor(grown: (log: LogMessage) => void) {
    this.#grown = grown;
    this.document.on('update', () => this.#look());
  }

  get log(): LogId | undefined {
    return this.#log;
  }

  /** How many entries are there without a gap. */
  get length(): number {
    return this.#entries.length;
  }

  /** Takes in a part of the log; of what is there already only what is written otherwise. */
  write({ log, fromSeq, entries, from }: LogMessage): void {
    const array = this.#arrayOf(log);
    const known = this.#log === log ? this.#entries : [];
    const differs = entries.findIndex((entry, nth) => !same(entry, known[fromSeq + nth]));
    if (differs < 0 && this.#log === log) return;
    const at = fromSeq + Math.max(0, differs);
    // Parts before it were lost on the way: they will be asked for.
    if (at > known.length) return;
    this.document.transact(() => {
      if (this.#log !== undefined && this.#log !== log) {
        const old = this.#arrayOf(this.#log);
        old.delete(0, old.length);
      }
      if (this.#log !== log) this.#class.set('log', log);
      if (this.#class.get('from') !== from) this.#class.set('from', from);
      if (array.length > at) array.delete(at, array.length - at);
      array.push(entries.slice(at - fromSeq));
    });
  }

  /** All entries from one on, in messages of a bearable length; none where there is no log yet. */
  from(seq: number): LogMessage[] {
    const told: LogMessage[] = [];
    for (let at = seq; this.#log !== undefined && at < this.#entries.length; at += MOST_ENTRIES)
      told.push(this.#message(this.#log, at, this.#entries.slice(at, at + MOST_ENTRIES)));
    return told;
  }

  #look(): void {
    const log = this.#class.get('log');
    if (typeof log !== 'string') return;
    const entries = inOrder(this.#arrayOf(log).toArray());
    const known = this.#log === log ? this.#entries.length : 0;
    this.#log = log;
    this.#entries = entries;
    for (const part of this.from(known)) this.#grown(part);
  }

  #arrayOf(log: LogId): Y.Array<unknown> {
    return this.document.getArray(`log:${log}`);
  }

  #message(log: LogId, fromSeq: number, entries: Entry[]): LogMessage {
    const body: Log = { type: 'log', log, fromSeq, entries };
    return message(this.#writer, body) as LogMessage;
  }

  get #writer(): WindowId {
    const from = this.#class.get('from');
    return typeof from === 'string' ? from : 'network';
  }
}

/** As far as they go without a gap. What an entry holds is looked at by whoever follows. */
function inOrder(items: readonly unknown[]): Entry[] {
  const bySeq = new Map<unknown, Entry>();
  for (const item of items) {
    const seq = typeof item === 'object' && item !== null && 'seq' in item ? item.seq : undefined;
    if (!bySeq.has(seq)) bySeq.set(seq, item as Entry);
  }
  const entries: Entry[] = [];
  for (let next = bySeq.get(0); next; next = bySeq.get(entries.length)) entries.push(next);
  return entries;
}

const same = (a: Entry, b: Entry | undefined): boolean => b !== undefined && asText(a) === asText(b);

/** A document may hold what JSON has no form for. */
const asText = (entry: Entry): string =>
  JSON.stringify(entry, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
