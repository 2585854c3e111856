import type { Chain, HostName, Note, Notes } from '../../../../simulator/index.ts';
import { BySection, type Section, sectionAround } from '../section.ts';

/** Which notes of a run, or of a part of a very long one, are about which session, so that one session is found without reading all. */
export class SessionIndex {
  /** Numbers of notes by session id, in order; under `''` those that may be about any. */
  readonly #about = new Map<string, number[]>();
  /** The id that each request carried, and the number of the note that tells it. */
  readonly #carried = new Map<Chain, { serial: number; id: string }>();
  /** Who was given which id, in order. */
  #given: { serial: number; visitor: HostName; id: string }[] = [];
  /** The notes that count: older ones are left out now and then. */
  #first: number;
  /** The next to be read. */
  #next: number;

  private constructor(first: number) {
    this.#first = first;
    this.#next = first;
  }

  /** The notes of a run around one of them. Those of a run that has grown are read on from where it was. */
  static around(notes: Notes, place: number): SessionIndex {
    const known = indexes.get(notes) ?? new BySection(({ first }: Section) => new SessionIndex(first));
    indexes.set(notes, known);
    const section = sectionAround(notes, place);
    return known.at(notes, section).#read(notes, section);
  }

  /** No note of the run lies before those that count. */
  get isWhole(): boolean {
    return this.#first === 0;
  }

  /** Numbers of the notes about a session, in order. */
  about(id: string): readonly number[] {
    const [own, any] = [this.#about.get(id) ?? [], this.#about.get('') ?? []];
    const first = own[0] ?? Infinity;
    return [...own, ...any.filter((serial) => serial > first)].sort((a, b) => a - b);
  }

  /** The session that a request was about: the id that came with it. */
  carriedBy(chain: Chain | undefined): string | undefined {
    return chain === undefined ? undefined : this.#carried.get(chain)?.id;
  }

  /** The ids that a visitor was given before the note of that number, each once, the newest last. */
  givenTo(visitor: HostName, before: number): string[] {
    const ids = this.#given.filter((one) => one.visitor === visitor && one.serial < before).map(({ id }) => id);
    return [...new Set(ids.reverse())].reverse();
  }

  /** Who was given an id last before the note of that number. */
  holderOf(id: string, before: number): HostName | undefined {
    return this.#given.findLast((one) => one.id === id && one.serial < before)?.visitor;
  }

  /** Every id that was a session's, in the order in which they first came up. */
  get ids(): string[] {
    return [...this.#about.keys()].filter((id) => id !== '');
  }

  #read(notes: Notes, { first, last }: Section): this {
    if (first > this.#first) this.#forget(first);
    notes.tell(Math.max(this.#next, first), last, (note, place) => this.#take(note, place));
    this.#next = Math.max(this.#next, last);
    return this;
  }

  /** Leaves out what lies before a note. */
  #forget(before: number): void {
    this.#first = before;
    for (const [id, serials] of this.#about) {
      const left = serials.filter((serial) => serial >= before);
      if (left.length === 0) this.#about.delete(id);
      else if (left.length < serials.length) this.#about.set(id, left);
    }
    for (const [chain, { serial }] of this.#carried) {
      if (serial >= before) break;
      this.#carried.delete(chain);
    }
    this.#given = this.#given.filter(({ serial }) => serial >= before);
  }

  #take(note: Note, serial: number): void {
    if (note.kind === 'requested' && note.chain !== undefined) {
      const id = sessionIdIn(note.cookie);
      if (id !== undefined) this.#carried.set(note.chain, { serial, id });
      return;
    }
    if (note.kind === 'answered') {
      const id = sessionIdIn(note.setCookie);
      if (id !== undefined) this.#given.push({ serial, visitor: note.host, id });
    }
    for (const id of new Set(idsIn(note, this.carriedBy(note.chain)))) {
      const serials = this.#about.get(id);
      if (serials) serials.push(serial);
      else this.#about.set(id, [serial]);
    }
  }
}

const indexes = new WeakMap<Notes, BySection<SessionIndex>>();

/** The id in a `Cookie` or `Set-Cookie` header. */
const sessionIdIn = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : /(?:^|;\s*)JSESSIONID=([^;]+)/.exec(header)?.[1];

/** Sessions that a note is about; `''`: of any it may be. */
function idsIn(note: Note, carried: string | undefined): readonly string[] {
  switch (note.kind) {
    case 'answered':
      return [sessionIdIn(note.setCookie)].filter((id) => id !== undefined);
    case 'login-lost':
      return carried === undefined ? [] : [carried];
    case 'session-renamed':
      return [note.id, note.to];
    case 'session-created':
      return note.instead === undefined ? [note.id] : [note.id, note.instead];
    case 'session-found':
    case 'session-unknown':
    case 'session-attribute':
    case 'session-attribute-left-out':
    case 'session-expired':
    case 'session-invalidated':
    case 'session-stored':
    case 'session-fetched':
    case 'redis-lookup-failed':
    case 'redis-session-unreadable':
    case 'redis-session-saved':
    case 'redis-session-unchanged':
    case 'redis-session-not-saved':
      return [note.id];
    case 'sessions-saved':
    case 'sessions-loaded':
    case 'sessions-lost':
      return note.ids;
    case 'redis-expired':
    case 'redis-evicted':
      return [note.key].filter(looksLikeId);
    case 'redis-memory-lost':
      return [...note.lost, ...note.older].filter(looksLikeId);
    case 'redis-command':
      return inCommand(note.argv);
    default:
      return [];
  }
}

/** A command that takes keys away; those that Tomcats send about a session are told by the Tomcats themselves. */
function inCommand([name = '', ...keys]: readonly string[]): readonly string[] {
  switch (name.toLowerCase()) {
    case 'flushall':
    case 'flushdb':
      return [''];
    case 'del':
    case 'unlink':
      return keys.filter(looksLikeId);
    default:
      return [];
  }
}

const looksLikeId = (key: string) => /^[0-9A-F]{8,}(\.|$)/.test(key);
