import type { Chain, HostName, Notes, World } from '../../../../simulator/index.ts';
import type {
  Cell,
  KnownSession,
  LifeEvent,
  NotFound,
  SessionState,
  Xray,
  XrayOf,
  XrayPlace,
  XrayRow,
} from '../../xray.ts';
import { type Holding, holdings } from './holdings.ts';
import { lifeOf } from './life.ts';
import { SessionIndex } from './session-index.ts';

/** What an X-ray is taken of. */
export interface XrayEvidence {
  /** The moment that is shown. */
  world: World;
  /** All that was noted, and how many of the notes before that moment: the others count for nothing. */
  notes: Notes;
  told: number;
  /** The page's number of the first note. */
  firstNote: number;
  /** The engine's time at which the page's time is 0. */
  start: number;
}

/** More sessions than these nobody chooses from. */
const MOST_KNOWN = 200;

/** Looks through one session: where it is, what each place says of it, and how that came. Page's times. */
export function xray(of: XrayOf, evidence: XrayEvidence): Xray {
  const { world, notes, told, start } = evidence;
  const index = SessionIndex.around(notes, told);
  const holderOf = (id: string) => inWhoseJar(id, world) ?? index.holderOf(id, told) ?? askerFor(id, notes, index);
  const happened = (id: string) => (index.about(id)[0] ?? told) < told;
  const visitor = 'visitor' in of ? of.visitor : holderOf(of.id);
  const had = visitor === undefined ? [] : index.givenTo(visitor, told);
  const id = 'id' in of ? of.id : (sessionCookie(of.visitor, world) ?? had.at(-1));
  const known = index.ids.filter(happened).slice(-MOST_KNOWN);
  const common = {
    visitor,
    others: had.filter((one) => one !== id),
    known: known.map((id): KnownSession => ({ id, visitor: holderOf(id) })),
  };
  if (id === undefined) return { id, ...common, state: 'none', places: [], rows: [], life: [] };
  const redis = redisIn(world);
  const life = lifeOf(id, notes, index, told, redis);
  const places = holdings({ id, world, life }, visitor);
  return {
    id,
    ...common,
    state: life.isWhole && index.holderOf(id, told) === undefined && life.events.length > 0 ? 'fresh' : stateOf(places),
    places: places.map((holding) => placeOnPage(holding, start)),
    rows: rowsOf(places, start),
    life: lifeOf(id, notes, index, notes.length, redis).events.map((event) => eventOnPage(event, evidence)),
  };
}

/** The visitor for whose request a session was created. */
function askerFor(id: string, notes: Notes, index: SessionIndex): HostName | undefined {
  const [first = -1] = index.about(id);
  const note = notes.at(first);
  return note?.kind === 'session-created' ? /^(.*?)\d+$/.exec(note.chain ?? '')?.[1] : undefined;
}

/** The host whose keys sessions are. */
const redisIn = ({ hosts }: World): HostName => [...hosts.values()].find(({ kind }) => kind === 'redis')?.name ?? '';

/** The id in a visitor's jar: cookies of longer paths are sent first, and the first one counts. */
function sessionCookie(visitor: HostName, { hosts }: World): string | undefined {
  const host = hosts.get(visitor);
  const cookies = host?.kind === 'client' ? host.jar.filter(({ name }) => name === 'JSESSIONID') : [];
  return cookies.sort((a, b) => b.path.length - a.path.length)[0]?.value;
}

function inWhoseJar(id: string, { hosts }: World): HostName | undefined {
  for (const host of hosts.values())
    if (host.kind === 'client' && host.jar.some(({ value }) => value === id)) return host.name;
  return undefined;
}

/**
 * Why each Tomcat that a request met did not find its session, by the number of the note; to be told beside what they
 * themselves know.
 */
export function notFoundIn(chain: Chain, evidence: XrayEvidence): Record<number, NotFound> {
  const { world, notes, told } = evidence;
  const index = SessionIndex.around(notes, told);
  const id = index.carriedBy(chain);
  if (id === undefined) return {};
  const found: Record<number, NotFound> = {};
  for (const event of lifeOf(id, notes, index, told, redisIn(world)).events) {
    const { reason, serial, chain: of } = eventOnPage(event, evidence);
    if (of === chain && reason) found[serial] = reason;
  }
  return found;
}

function stateOf(places: readonly Holding[]): SessionState {
  const cookie = places.some(({ kind, holds }) => kind === 'cookie' && holds);
  const somewhere = places.some(({ kind, holds }) => kind !== 'cookie' && holds);
  return cookie ? (somewhere ? 'kept' : 'orphan') : somewhere ? 'forgotten' : 'gone';
}

function placeOnPage({ kind, host, detail, holds, absence }: Holding, start: number): XrayPlace {
  const since = absence && { ...absence, at: absence.at === undefined ? undefined : absence.at - start };
  return { kind, host, detail, holds, absence: since };
}

const facts = ['created', 'lastAccessed', 'thisAccessed', 'maxInactive', 'left', 'isNew', 'bytes'] as const;
/** Of these, the ones that cannot rightly differ between two copies of one session. */
const lasting: ReadonlySet<string> = new Set(['created', 'maxInactive']);

function rowsOf(places: readonly Holding[], start: number): XrayRow[] {
  const names = [...new Set(places.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  const copies = places.map(({ kind, holds }) => kind !== 'cookie' && holds);
  const attributes = names.map((name): XrayRow => {
    const cells = places.map((place) => place.attributes[name]);
    return { kind: 'attribute', name, cells, differs: disagree(cells.filter((_, i) => copies[i])) };
  });
  const others = facts.flatMap((kind): XrayRow[] => {
    const cells = places.map((place) => onPage(place.facts[kind], start));
    const known = cells.filter((cell) => cell !== undefined);
    if (known.length === 0) return [];
    return [{ kind, name: '', cells, differs: lasting.has(kind) && disagree(known) }];
  });
  return [...attributes, ...others];
}

const disagree = (cells: readonly (Cell | undefined)[]) =>
  new Set(cells.map((cell) => (cell?.type === 'value' ? cell.text : JSON.stringify(cell)))).size > 1;

const onPage = (cell: Cell | undefined, start: number): Cell | undefined =>
  cell?.type === 'moment' ? { ...cell, at: cell.at - start } : cell;

function eventOnPage(event: LifeEvent, { start, firstNote, told }: XrayEvidence): LifeEvent {
  const { note, at, serial, reason } = event;
  const since = reason && { ...reason, at: reason.at === undefined ? undefined : reason.at - start };
  return {
    ...event,
    serial: firstNote + serial,
    at: at - start,
    ahead: serial >= told,
    note: { ...note, at: at - start },
    reason: since,
  };
}
