import type { HostName, Note, Notes } from '../../../../simulator/index.ts';
import type { LifeEvent, LifeMark, NotFound, Whereabouts } from '../../xray.ts';
import type { SessionIndex } from './session-index.ts';

type PlaceKind = NotFound['elsewhere'][number]['kind'];

/** What was known of a session in one place: it is there, or what became of it. */
interface Trail {
  kind: PlaceKind;
  host: HostName;
  gone: { why: Whereabouts; at: number } | undefined;
}

/** A session's life, and what became of it everywhere. */
export interface Life {
  events: LifeEvent[];
  /** Nothing of it lies before all that was looked through. */
  isWhole: boolean;
  /** What became of it in a place, or undefined: it was never seen to be there. */
  trail(kind: PlaceKind, host: HostName): Trail | undefined;
}

/** The life of a session before the note of that number, from what the programs noted. Times stay the engine's. */
export function lifeOf(id: string, notes: Notes, index: SessionIndex, before: number, redis: HostName): Life {
  const trails = new Map<string, Trail>();
  const life = new Telling(id, trails, redis, index.isWhole);
  const events: LifeEvent[] = [];
  for (const serial of index.about(id)) {
    const note = serial < before ? notes.at(serial) : undefined;
    if (!note) break;
    const mark = life.take(note);
    if (!mark) continue;
    const reason = note.kind === 'session-unknown' ? life.whereIsIt(note) : undefined;
    events.push({ serial, at: note.at, chain: note.chain, mark, ahead: false, note, reason });
  }
  return { events, isWhole: life.isWhole, trail: (kind, host) => trails.get(keyOf(kind, host)) };
}

const keyOf = (kind: PlaceKind, host: HostName) => `${kind} ${host}`;

/** Follows a session from note to note. */
class Telling {
  readonly #id: string;
  readonly #trails: Map<string, Trail>;
  readonly #redis: HostName;
  /** What kept the bytes in Redis from being a session, in the request that is under way. */
  #unreadable: string | undefined;
  #unwritten: { why: Whereabouts; at: number } | undefined;

  /** It is known from its beginning on. */
  isWhole: boolean;

  constructor(id: string, trails: Map<string, Trail>, redis: HostName, isWhole: boolean) {
    this.isWhole = isWhole;
    this.#id = id;
    this.#trails = trails;
    this.#redis = redis;
  }

  /** What kind of event a note is in this session's life; undefined: none worth telling. */
  take(note: Note): LifeMark | undefined {
    const { host, at } = note;
    switch (note.kind) {
      case 'session-created':
        if (note.id !== this.#id) return undefined;
        this.isWhole = true;
        this.#there(note.store === 'redis' ? 'redis' : 'heap', note.store === 'redis' ? this.#redis : host);
        return 'created';
      case 'answered':
        return 'cookie';
      case 'session-found':
        return 'read';
      case 'session-attribute':
        return 'written';
      case 'session-attribute-left-out':
        return 'lost';
      case 'redis-session-saved':
        this.#unwritten = undefined;
        this.#there('redis', this.#redis);
        return 'saved';
      case 'redis-session-unchanged':
        return undefined;
      case 'redis-session-not-saved':
        this.#unwritten = { why: 'not-written', at };
        return 'lost';
      case 'redis-lookup-failed':
        return 'unknown';
      case 'redis-session-unreadable':
        this.#unreadable = note.chain;
        return 'unknown';
      case 'session-unknown':
        return 'unknown';
      case 'login-lost':
        return 'lost';
      default:
        return this.#moved(note);
    }
  }

  /** Notes of copies, losses and ends. */
  #moved(note: Note): LifeMark | undefined {
    const { host, at } = note;
    const gone = (kind: PlaceKind, why: Whereabouts, where = host) => {
      if (kind === 'heap' || this.#trails.has(keyOf(kind, where)))
        this.#trails.set(keyOf(kind, where), { kind, host: where, gone: { why, at } });
    };
    switch (note.kind) {
      case 'sessions-saved':
        this.#there('file', host);
        gone('heap', 'not-saved');
        return 'saved';
      case 'session-stored':
        this.#there('file', host);
        return 'saved';
      case 'sessions-loaded':
        gone('file', 'no-file');
        this.#there('heap', host);
        return 'copied';
      case 'session-fetched':
        this.#there('heap', host);
        return 'copied';
      case 'sessions-lost':
        gone('heap', note.why);
        gone('file', 'no-file');
        return 'lost';
      case 'session-expired':
        gone('heap', 'expired');
        return 'lost';
      case 'session-invalidated':
        gone('heap', 'invalidated');
        gone('redis', 'invalidated', this.#redis);
        return 'ended';
      case 'session-renamed':
        if (note.id === this.#id) gone('heap', 'renamed');
        else this.#there('heap', host);
        return 'renamed';
      case 'redis-expired':
        gone('redis', 'key-expired');
        return 'lost';
      case 'redis-evicted':
        gone('redis', 'evicted');
        return 'lost';
      case 'redis-memory-lost':
        if (!note.lost.includes(this.#id)) return 'lost';
        gone('redis', 'memory-lost');
        return 'lost';
      case 'redis-command':
        return this.#command(note, (why) => gone('redis', why));
      default:
        return undefined;
    }
  }

  /** DEL or FLUSHALL of somebody at a console; a Tomcat's own are told with the session's end. */
  #command(note: Extract<Note, { kind: 'redis-command' }>, gone: (why: Whereabouts) => void): LifeMark | undefined {
    const { reply, refused, argv, chain } = note;
    const known = this.#trails.get(keyOf('redis', note.host));
    if (refused !== undefined || !known || known.gone || chain) return undefined;
    if (reply?.type === 'integer' && reply.text === '0') return undefined;
    gone(argv[0]?.toLowerCase().startsWith('flush') ? 'flushed' : 'deleted');
    return 'lost';
  }

  #there(kind: PlaceKind, host: HostName): void {
    this.#trails.set(keyOf(kind, host), { kind, host, gone: undefined });
  }

  /** Why a Tomcat did not find it. */
  whereIsIt({ host, at, forgotten, store, chain }: Extract<Note, { kind: 'session-unknown' }>): NotFound {
    const own = this.#trails.get(store === 'redis' ? keyOf('redis', this.#redis) : keyOf('heap', host));
    const elsewhere = [...this.#trails.values()]
      .filter((trail) => trail !== own && !trail.gone)
      .map(({ host, kind }) => ({ host, kind }));
    const because = (why: Whereabouts, since?: number): NotFound => ({ why, at: since, elsewhere });
    if (forgotten) return because(forgotten, own?.gone?.at);
    if (own?.gone) return because(own.gone.why, own.gone.at);
    if (store === 'redis' && this.#unreadable === chain) return because('unreadable-bytes', at);
    if (store === 'redis' && this.#unwritten) return because(this.#unwritten.why, this.#unwritten.at);
    return because(!this.isWhole ? 'not-lately' : this.#trails.size > 0 ? 'never-here' : 'never-anywhere');
  }
}
