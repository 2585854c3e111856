import type { Host, Message, Note, Notes, World } from '../../../simulator/index.ts';
import { shortCommand, shortReply } from '../page/redis-words.ts';
import type { NumberedNote } from '../protocol.ts';
import type { Happening, HostKind, Life, SpaceTime, SpaceTimeWindow, Travel } from '../space-time.ts';
import type { Evidence } from './answers.ts';
import { isTold, markOf, weightier } from './sorting.ts';
import { fromStart } from './telling.ts';
import { packetIn } from './view.ts';

/** So much of a window lies after its moment, where the run has gone on. */
const SHARE_AFTER = 1 / 3;

/** A window of a run: what travelled is found by going through that part once more, what happened by its notes. */
export function spaceTimeOf(
  { recording, boot, start }: Pick<Evidence, 'recording' | 'boot' | 'start'>,
  { around, most }: SpaceTimeWindow,
): SpaceTime {
  const { notes } = recording;
  const [first, last] = rangeAround(notes, Math.min(recording.now, around + start), most);
  const later = isTellable(notes, last, 1);
  const from = first === 0 ? start : Math.max(start, noteAt(notes, first) - 1);
  const until = later ? noteAt(notes, last - 1) : recording.now;
  const watched = new Watched(start);
  const replay = recording.replayFrom(recording.momentAt(from));
  const { world } = replay;
  do {
    watched.look(world);
    const { next } = replay;
    if (next?.kind === 'message' && next.at <= until) watched.delivered(next, world);
  } while (replay.step(until));
  const numbered = notes.slice(first, last).map((note, i) => ({ serial: boot.length + first + i, note }));
  const happenings = happeningsOf(numbered, start);
  const messages = [...watched.travels.values()];
  return {
    from: from - start,
    until: until - start,
    earlier: isTellable(notes, first - 1, -1),
    later,
    hosts: hostsOf(watched.kinds, messages, happenings),
    messages: messages.sort((a, b) => a.sentAt - b.sentAt),
    happenings,
    lives: watched.lives,
  };
}

/** The places in the list of notes between which the window lies: about `most` that are told, whole moments only. */
function rangeAround(notes: Notes, moment: number, most: number): [first: number, last: number] {
  const here = notes.upTo(moment);
  let last = here;
  for (let told = 0; last < notes.length && told < most * SHARE_AFTER; last++)
    told += isTold(notes.at(last) as Note) ? 1 : 0;
  last = notes.upTo(noteAt(notes, last - 1));
  let first = last;
  for (let told = 0; first > 0 && told < most; first--) told += isTold(notes.at(first - 1) as Note) ? 1 : 0;
  while (first > 0 && noteAt(notes, first - 1) === noteAt(notes, first)) first--;
  return [first, last];
}

const noteAt = (notes: Notes, index: number): number => notes.at(index)?.at ?? 0;

/** Whether anything is told from a place on, or before it. */
function isTellable(notes: Notes, from: number, step: 1 | -1): boolean {
  for (let i = from; ; i += step) {
    const note = notes.at(i);
    if (!note || isTold(note)) return note !== undefined;
  }
}

/** What is seen on the wires and on the hosts while a part of a run is gone through. */
class Watched {
  /** By serial number and time: what a link has lost is sent again under its number. */
  readonly travels = new Map<string, Travel>();
  readonly lives: Life[] = [];
  readonly kinds = new Map<string, HostKind>();
  readonly #start: number;
  readonly #states = new Map<string, string>();
  readonly #lost = new Set<number>();
  #sent = 0;

  constructor(start: number) {
    this.#start = start;
  }

  /** `world`: just before. */
  delivered(message: Message, { hosts, sockets }: World): void {
    const travel = this.travels.get(keyOf(message));
    if (travel) travel.end = hosts.has(sockets.get(message.to) ?? message.to) ? 'arrived' : 'untaken';
  }

  /** New messages are all in the queue, or lost: one that was sent by a step is delivered by a later one. */
  look(world: World): void {
    for (const item of world.queue)
      if (item.kind === 'message' && (item.serial >= this.#sent || this.#lost.has(item.serial)))
        this.#travel(item, 'under way', world);
    for (const { message } of world.lost) {
      if (message.serial >= this.#sent) this.#travel(message, 'lost', world);
      this.#lost.add(message.serial);
    }
    this.#sent = world.sent;
    for (const host of world.hosts.values()) this.#live(host.name, stateOf(host), host.kind, world.now);
    for (const name of this.kinds.keys()) if (!world.hosts.has(name)) this.#live(name, 'gone', 'client', world.now);
  }

  #travel(message: Message, end: Travel['end'], world: World): void {
    const packet = packetIn(message, world, this.#start);
    if (packet && !this.travels.has(keyOf(message)))
      this.travels.set(keyOf(message), { ...packet, text: wordsOf(message.body), end });
  }

  #live(host: string, state: string, kind: HostKind, now: number): void {
    if (this.#states.get(host) === state) return;
    if (state !== 'gone') this.kinds.set(host, kind);
    this.#states.set(host, state);
    this.lives.push({ host, from: now - this.#start, state });
  }
}

/** What a program is doing, in the words of its chart. */
function stateOf(host: Host): string {
  switch (host.kind) {
    case 'tomcat':
      return host.state;
    case 'nginx':
    case 'redis':
    case 'terminal':
      return host.mode;
    case 'client':
      return 'here';
  }
}

const keyOf = ({ serial, sentAt }: Message): string => `${serial} ${sentAt}`;

function wordsOf(body: Message['body']): string {
  switch (body.type) {
    case 'request':
      return `${body.request.method} ${body.request.target} HTTP/${body.request.version}`;
    case 'response':
      return `${body.response.status} ${body.response.reason}`.trim();
    case 'commands':
      return body.commands.map(shortCommand).join(' · ');
    case 'bytes':
      return shortCommand([body.bytes.trim()]);
    case 'replies':
      return body.replies.map(shortReply).join(' · ');
    case 'syn':
      return 'SYN';
    case 'connected':
      return 'SYN-ACK';
    default:
      return '';
  }
}

function happeningsOf(numbered: readonly NumberedNote[], start: number): Happening[] {
  const byPlace = new Map<string, Happening>();
  for (const { serial, note } of numbered) {
    if (!isTold(note)) continue;
    const { at, host, chain } = note;
    const key = `${at} ${host} ${chain ?? ''}`;
    const known = byPlace.get(key) ?? { at: at - start, host, chain, mark: 'plain' as const, notes: [] };
    known.mark = weightier(known.mark, markOf(note));
    known.notes.push({ serial, note: fromStart(note, start) });
    byPlace.set(key, known);
  }
  return [...byPlace.values()];
}

const order: readonly HostKind[] = ['client', 'terminal', 'nginx', 'tomcat', 'redis'];

/** Everybody but terminals has a line; those only when they take part. */
function hostsOf(kinds: ReadonlyMap<string, HostKind>, messages: readonly Travel[], happenings: readonly Happening[]) {
  const active = new Set([...messages.flatMap(({ from, to }) => [from, to]), ...happenings.map(({ host }) => host)]);
  return [...kinds]
    .filter(([name, kind]) => kind !== 'terminal' || active.has(name))
    .map(([name, kind]) => ({ name, kind }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
