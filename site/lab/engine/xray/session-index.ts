import type { Chain, HostName, Note } from '../../../../simulator/index.ts';

/** Which notes of a run are about which session, so that one session is found without reading all. */
export class SessionIndex {
  /** Numbers of notes by session id, in order; under `''` those that may be about any. */
  readonly #about = new Map<string, number[]>();
  /** The id that each request carried. */
  readonly #carried = new Map<Chain, string>();
  /** Who was given which id, in order. */
  readonly #given: { serial: number; visitor: HostName; id: string }[] = [];
  #read = 0;

  /** The notes of a run: one that has grown is read on from where it was. */
  static of(notes: readonly Note[]): SessionIndex {
    let index = indexes.get(notes);
    if (!index) indexes.set(notes, (index = new SessionIndex()));
    index.#readOn(notes);
    return index;
  }

  /** Numbers of the notes about a session, in order. */
  about(id: string): readonly number[] {
    const [own, any] = [this.#about.get(id) ?? [], this.#about.get('') ?? []];
    const first = own[0] ?? Infinity;
    return [...own, ...any.filter((serial) => serial > first)].sort((a, b) => a - b);
  }

  /** The session that a request was about: the id that came with it. */
  carriedBy(chain: Chain | undefined): string | undefined {
    return chain === undefined ? undefined : this.#carried.get(chain);
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

  #readOn(notes: readonly Note[]): void {
    for (; this.#read < notes.length; this.#read++) {
      const note = notes[this.#read];
      if (note) this.#take(note, this.#read);
    }
  }

  #take(note: Note, serial: number): void {
    if (note.kind === 'requested' && note.chain !== undefined) {
      const id = sessionIdIn(note.cookie);
      if (id !== undefined) this.#carried.set(note.chain, id);
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

const indexes = new WeakMap<readonly Note[], SessionIndex>();

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
