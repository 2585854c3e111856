import type { Note } from '../../../simulator/index.ts';
import type { Packet } from '../packet.ts';
import type { RequestRecord } from '../page/requests.ts';
import type { ShopPage } from '../page/shop.ts';
import type { VisitorView } from '../protocol.ts';

/** One sentence for every kind of note; `undefined` for notes that only a log shows. */
export type Sentences = { [K in Note['kind']]: (note: Extract<Note, { kind: K }>) => string | undefined };

const fetched = new WeakMap<Told, Sentences>();
type Told = Pick<Texts, 'sentences'>;

/** Fetches a language's sentences: they are many, and nothing is told before the engine speaks. */
export async function loadSentences(t: Told): Promise<void> {
  fetched.set(t, await t.sentences());
}

/** What a note says, in a language whose sentences are here. */
export function sentenceOf(t: Told, note: Note): string | undefined {
  const say = fetched.get(t)?.[note.kind] as ((note: Note) => string | undefined) | undefined;
  return say?.(note);
}

/** All words of the lab. A language that lacks one does not compile. */
export interface Texts {
  lab: string;
  stage: string;
  chartsOf(host: string): string;
  stageViews: { label: string; topology: string; 'space-time': string };
  restart: string;
  restartHint: string;
  failed: { sentence: string; restart: string };
  /** Of parts that are fetched only when somebody looks at them. */
  lazy: { waiting: string; failed: string; again: string };
  /** What opens from the toolbar. */
  tools: { label: string; traffic: string; faults: string; share: string };
  noscript: string;
  /** Of what lies after the moment that is shown. */
  later: string;
  time: {
    label: string;
    /** Where the run's timeline will be. */
    before: string;
    play: string;
    pause: string;
    hop: string;
    hopHint: string;
    request: string;
    requestHint: string;
    clock: string;
    speed: string;
    times(speed: number): string;
    join: string;
    joinHint: string;
    help: string;
  };
  visitor: {
    name(name: string): string;
    address(name: string): string;
    changeAddress(name: string, ip: string): string;
    setAddress: string;
    webapp: string;
    cookiePath(path: string): string;
    leave(name: string): string;
    noCookie: string;
    refusesCookies: string;
    brokenCookie: string;
    buttons(name: string): string;
    login: string;
    who: string;
    home: string;
    cart: string;
    again: string;
    twoTabs: string;
    logout: string;
  };
  shop: {
    address(name: string): string;
    empty: string;
    loading(count: number): string;
    headline(page: ShopPage, login: VisitorView['login']): string;
    items(count: number): string;
    byNginx: string;
    byTomcat: string;
  };
  nginx: {
    states: Record<string, string>;
    methods: Record<string, string>;
    server: string;
    weight: string;
    fails: string;
    backup: string;
    /** `left`: seconds. */
    skippedFor(left: string): string;
    down: string;
    noUpstream: string;
    notRunning: string;
    buttons: string;
    reload: string;
    reloadHint: string;
    testHint: string;
    start: string;
    stop: string;
    unread: string;
    terminal: string;
  };
  tomcat: {
    states: Record<string, string>;
    busy(count: number): string;
    heap(name: string): string;
    noProcess: string;
    noSessions: string;
    session: string;
    user: string;
    count: string;
    idle: string;
    nobodys: string;
    more(count: number): string;
    buttons(name: string): string;
    start: string;
    startHint: string;
    stop: string;
    stopHint: string;
    kill: string;
    killHint: string;
    hang: string;
    hangHint: string;
    resume: string;
    resumeHint: string;
    cannot(state: string): string;
    unread: string;
  };
  redis: {
    states: Record<string, string>;
    password: string;
    noPassword: string;
    clients(count: number): string;
    keys(name: string): string;
    noProcess: string;
    noKeys: string;
    key: string;
    open(key: string): string;
    ttl: string;
    size: string;
    more(count: number): string;
    buttons(name: string): string;
    start: string;
    startHint: string;
    stop: string;
    stopHint: string;
    killHint: string;
    unread: string;
  };
  /** The way to the lab's parts. */
  jump: { label: string; stage: string };
  panes: {
    label: string;
    requests: string;
    transcript: string;
    logs: string;
    keys: string;
    xray: string;
    compare: string;
    states: string;
  };
  requests: {
    empty: string;
    list: string;
    ask(request: RequestRecord): string;
    outcome(request: RequestRecord): string;
  };
  /** Kinds of messages. */
  hops: { types: Record<Packet['type'], string> };
  files: {
    label: string;
    hosts: string;
    inUse: string;
    savedNotReloaded: string;
    savedNotRestarted(host: string): string;
    reset: string;
    undo: string;
  };
  goals: { title: string; check: string; running: string; untried: string };
  sentences(): Promise<Sentences>;
}
