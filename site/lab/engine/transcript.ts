import { type Note, type Recording, visitorOf } from '../../../simulator/index.ts';
import type {
  TranscriptFilter,
  TranscriptGroup,
  TranscriptPage,
  TranscriptPart,
  TranscriptWindow,
} from '../transcript.ts';
import type { Evidence } from './answers.ts';
import { BySection, type Section, sectionAround } from './section.ts';
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

/** A page of a run in words; of a very long one, of the part around the moment that is shown. */
export function transcriptOf(
  { recording, boot, moment, start }: Pick<Evidence, 'recording' | 'boot' | 'moment' | 'start'>,
  { filter, part, count }: TranscriptWindow,
): TranscriptPage {
  const section = sectionAround(recording.notes, recording.notesAt(moment));
  const book = bookOf(recording, boot, section);
  const visitors = new Set(book.visitors);
  const groups = book.groups.flatMap((group) => filtered(group, filter, visitors, book) ?? []);
  const first = Math.max(0, Math.min(firstOf(part, groups, count, book, start), groups.length - count));
  return {
    groups: groups.slice(first, first + count).map((group) => told(group, book, start)),
    first,
    total: groups.length,
    earlier: section.first > 0,
    later: section.last < recording.notes.length,
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

/** The notes of a part of a run, sorted into groups as they come. */
class Book {
  readonly groups: Group[] = [];
  readonly visitors = new Set<string>();
  readonly #boot: readonly Note[];
  readonly #recording: Recording;
  readonly #byChain = new Map<string, Group>();
  /** The next note to be read. */
  #next: number;

  constructor(recording: Recording, boot: readonly Note[], first: number) {
    this.#recording = recording;
    this.#boot = boot;
    this.#next = first;
    for (const host of recording.world.hosts.values()) if (host.kind === 'client') this.visitors.add(host.name);
    if (first === 0) for (const [serial, note] of boot.entries()) this.#take(note, serial);
  }

  noteAt(serial: number): Note | undefined {
    const boot = this.#boot.length;
    return serial < boot ? this.#boot[serial] : this.#recording.notes.at(serial - boot);
  }

  /** Reads what is new of a part that may have grown, and leaves out what is no longer in it. */
  read({ first, last }: Section): this {
    const boot = this.#boot.length;
    this.#recording.notes.tell(Math.max(this.#next, first), last, (note, place) => this.#take(note, boot + place));
    this.#next = Math.max(this.#next, last);
    if (first > 0) this.#forget(boot + first);
    return this;
  }

  #take(note: Note, serial: number): void {
    if (note.kind === 'joined') this.visitors.add(note.host);
    if (isTold(note)) this.#groupFor(note).places.push(serial);
  }

  /** A request that began before a note is left out as a whole. */
  #forget(before: number): void {
    const left = this.groups.findIndex(({ places }) => (places[0] ?? 0) >= before);
    if (left === 0) return;
    for (const { chain } of this.groups.splice(0, left < 0 ? this.groups.length : left))
      if (chain) this.#byChain.delete(chain);
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

const books = new WeakMap<Recording, BySection<Book>>();

function bookOf(recording: Recording, boot: readonly Note[], section: Section): Book {
  const known = books.get(recording) ?? new BySection(({ first }: Section) => new Book(recording, boot, first));
  books.set(recording, known);
  return known.at(recording.notes, section).read(section);
}
