import { type Note, type Recording, visitorOf } from '../../../simulator/index.ts';
import type {
  TranscriptFilter,
  TranscriptGroup,
  TranscriptPage,
  TranscriptPart,
  TranscriptWindow,
} from '../transcript.ts';
import type { Evidence } from './answers.ts';
import { isTold, markOf } from './sorting.ts';
import { fromStart } from './telling.ts';

/** A group as places in the list of notes. */
interface Group {
  chain: string | undefined;
  host: string;
  places: number[];
}

/** How much of a page lies before the moment that it is around. */
const SHARE_BEFORE = 3 / 4;

/** A page of a run in words. */
export function transcriptOf(
  { recording, boot, start }: Pick<Evidence, 'recording' | 'boot' | 'start'>,
  { filter, part, count }: TranscriptWindow,
): TranscriptPage {
  const book = bookOf(recording, boot);
  const visitors = new Set(book.visitors);
  const groups = book.groups.flatMap((group) => filtered(group, filter, visitors, book) ?? []);
  const first = Math.max(0, Math.min(firstOf(part, groups, count, book, start), groups.length - count));
  return {
    groups: groups.slice(first, first + count).map((group) => told(group, book, start)),
    first,
    total: groups.length,
  };
}

function firstOf(part: TranscriptPart, groups: readonly Group[], count: number, book: Book, start: number): number {
  if (part === 'newest') return groups.length;
  if ('from' in part) return part.from;
  const begun = groups.findLastIndex(({ places }) => (book.noteAt(places[0] ?? 0)?.at ?? 0) <= part.around + start);
  return begun + 1 - Math.round(count * SHARE_BEFORE);
}

function filtered(
  group: Group,
  { who, events }: TranscriptFilter,
  visitors: ReadonlySet<string>,
  book: Book,
): Group | undefined {
  if (who !== undefined && visitors.has(who) && group.host !== who) return undefined;
  const byHost = who !== undefined && !visitors.has(who);
  if (!byHost && !events) return group;
  const places = group.places.filter((place) => {
    const note = book.noteAt(place);
    return note && (!byHost || note.host === who) && (!events || isEvent(note));
  });
  return places.length === 0 ? undefined : { ...group, places };
}

/** A fault, or something about a session or a login. */
function isEvent(note: Note): boolean {
  const mark = markOf(note);
  return mark !== 'plain' && mark !== 'choice';
}

const told = ({ chain, host, places }: Group, book: Book, start: number): TranscriptGroup => ({
  chain,
  host,
  notes: places.flatMap((serial) => {
    const note = book.noteAt(serial);
    return note ? { serial, note: fromStart(note, start) } : [];
  }),
});

/** The notes of a run, sorted into groups as they come. */
class Book {
  readonly groups: Group[] = [];
  readonly visitors = new Set<string>();
  readonly #boot: readonly Note[];
  readonly #recording: Recording;
  readonly #byChain = new Map<string, Group>();
  #read = 0;

  constructor(recording: Recording, boot: readonly Note[]) {
    this.#recording = recording;
    this.#boot = boot;
    for (const host of recording.world.hosts.values()) if (host.kind === 'client') this.visitors.add(host.name);
  }

  noteAt(serial: number): Note | undefined {
    const boot = this.#boot.length;
    return serial < boot ? this.#boot[serial] : this.#recording.notes[serial - boot];
  }

  /** Reads what was noted since the last time. */
  read(): this {
    const all = this.#boot.length + this.#recording.notes.length;
    for (; this.#read < all; this.#read++) {
      const note = this.noteAt(this.#read);
      if (note?.kind === 'joined') this.visitors.add(note.host);
      if (note && isTold(note)) this.#groupFor(note).places.push(this.#read);
    }
    return this;
  }

  #groupFor({ chain, host }: Note): Group {
    const known = chain === undefined || chain === '' ? this.groups.at(-1) : this.#byChain.get(chain);
    if (known && (chain || (!known.chain && known.host === host))) return known;
    const group: Group = { chain: chain || undefined, host: chain ? askerOf(chain) : host, places: [] };
    this.groups.push(group);
    if (chain) this.#byChain.set(chain, group);
    return group;
  }
}

/** Whose request a chain is: `A3` is A's, `terminal1/0` was sent from a terminal. */
const askerOf = (chain: string): string => (chain.includes('/') ? (chain.split('/')[0] ?? '') : visitorOf(chain));

const books = new WeakMap<Recording, Book>();

function bookOf(recording: Recording, boot: readonly Note[]): Book {
  const book = books.get(recording) ?? new Book(recording, boot);
  books.set(recording, book);
  return book.read();
}
