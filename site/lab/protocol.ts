import type {
  Act,
  Action,
  HostName,
  Lab,
  LabVisitor,
  Note,
  Planned,
  PowerEvent,
  ScreenLine,
  Strike,
  Traffic,
} from '../../simulator/index.ts';
import type { CrowdView } from './crowd-view.ts';
import type { FaultsView } from './faults.ts';
import type { OpenKey } from './opened-key.ts';
import type { Packet } from './packet.ts';
import type { AnswerTo, Past, Question } from './questions.ts';
import type { Scene } from './scene.ts';
import type { StepSize, TimelineView } from './timeline.ts';

/** What the page asks of the engine. Only data: the engine may live in a worker. */
export type Command =
  /** Begins a lab; its servers are started and have come up. Then what was done in an earlier run is done again. */
  | { type: 'load'; lab: Lab; past?: Past }
  /**
   * Goes on as a run did elsewhere: does these acts, each at its time, lets time pass until `end` and shows the moment `at`
   * (ms). With a lab, the run is begun anew first. Nothing is done by itself on the way: all that was done is among the acts.
   */
  | { type: 'follow'; lab?: Lab; acts: readonly Act[]; end: number; at: number }
  /** Does something to a host, now. */
  | { type: 'act'; action: LabAction }
  /** Has something done in the middle of the next request; `undefined`: no longer. */
  | { type: 'strike'; strike?: Strike }
  /** Lets time pass until `time` (ms) at once. */
  | { type: 'leap'; time: number }
  /**
   * Lets virtual time pass until `time` (ms). Sent once per animation frame while playing. `brief`: only the packets that
   * have set out are told, what else happened waits for the next snapshot.
   */
  | { type: 'advance'; time: number; brief?: boolean }
  /** Wants to be told what waited while time passed briefly. */
  | { type: 'show' }
  /** Goes on to the next moment of that kind, or back to the last one. */
  | { type: 'step'; by: StepSize; back?: boolean }
  /** Does all this in time, each thing `at` ms from now; what was planned before is dropped. */
  | { type: 'plan'; plan: readonly Planned[] }
  /** Lets this be the traffic from now on. */
  | { type: 'traffic'; traffic: Traffic }
  /** Shows one visitor of a crowd in every snapshot from now on; `undefined`: nobody. */
  | { type: 'pick'; visitor: HostName | undefined }
  /** Saves files of a host. They take effect when the program reads them. */
  | { type: 'save'; host: HostName; files: Record<string, string> }
  /** Runs `nginx -t` on the saved files. */
  | { type: 'test' }
  | { type: 'join'; visitor: LabVisitor }
  /** One more window of the servers' machine. */
  | { type: 'open-window' }
  /** Wants to know something about the run. `id`: which answer belongs to it. */
  | { type: 'ask'; id: number; question: Question }
  /** Shows one key of Redis in every snapshot from now on; `undefined` closes it. */
  | { type: 'open-key'; key: { db: number; key: string } | undefined }
  /**
   * Looks at an earlier moment (ms), without changing the run; `undefined` looks at the newest again. What is done to an
   * earlier moment begins a branch there.
   */
  | { type: 'seek'; time: number | undefined }
  /** Looks at what was so much (ms) later than the moment shown, or earlier, where `by` is negative. */
  | { type: 'move'; by: number }
  /** Begins a branch at the moment shown. */
  | { type: 'fork' }
  /** Shows the newest moment of a branch. */
  | { type: 'branch'; branch: number }
  /** Forgets a branch that is not shown. */
  | { type: 'drop-branch'; branch: number }
  /** Shows what was before the last thing that was done, in its branch; and what was shown before that. */
  | { type: 'undo' }
  | { type: 'redo' }
  /** Puts a run on beside the learner's own, and shows the moment that it is about. */
  | { type: 'put-on'; scene: Scene }
  /** Shows what was shown before that. */
  | { type: 'put-off' };

export type EditedFiles = Record<HostName, Record<string, string>>;
export type LabAction = Extract<
  Action,
  {
    kind:
      | 'power'
      | 'visit'
      | 'link'
      | 'netem'
      | 'slow'
      | 'redis-cli'
      | 'move'
      | 'leave'
      | 'cookies'
      | 'type'
      | 'interrupt';
  }
>;

/** What the engine tells the page, at most once per command. */
export type Report =
  | { type: 'snapshot'; snapshot: Snapshot }
  | { type: 'passed'; passed: Passed }
  | { type: 'answered'; id: number; answer: AnswerTo<Question> }
  | { type: 'failed'; message: string };

/** How far time has gone, with what moves on a page: the answer to a brief `advance`. */
export interface Passed {
  /** Virtual ms since the servers came up. */
  now: number;
  /** How often the run was begun. */
  run: number;
  /** Those that the page was not told of yet. */
  packets: Packet[];
  /** Something is on its way between hosts. */
  busy: boolean;
}

/** One moment of the lab, with all that a page shows. */
export interface Snapshot {
  /** Virtual ms since the servers came up. */
  now: number;
  world: WorldView;
  /** All that are on their way. */
  packets: Packet[];
  /** The notes and lines tell the branch's story from the beginning: what the page knew was another's. */
  anew: boolean;
  /** What happened since the last snapshot, oldest first; `skipped` more were too many to send. */
  notes: NumberedNote[];
  skipped: number;
  /** New log lines, and new lines on nginx's terminal. */
  lines: LogLine[];
  /** How often the run was begun; counts up with each `load`. */
  run: number;
  /** The moment is another because the page was sent there, not because time passed. */
  jumped: boolean;
  timeline: TimelineView;
  /** What waits for the next request to strike. */
  strike: Strike | undefined;
  /** The key that was asked for with `open-key`. */
  openKey: OpenKey | undefined;
  /** Files of hosts that something else than `save` changed: a command in a terminal, CONFIG REWRITE, a look at another moment. */
  files: EditedFiles;
  /** The files that programs have read since the last snapshot. */
  running: EditedFiles;
  /** The windows that there are. */
  windows: HostName[];
  /** Those that have changed since the last snapshot, as they are now. */
  terminals: TerminalView[];
}

/** A window with a shell. */
export interface TerminalView {
  name: HostName;
  /** What stands before the cursor; empty while a program has the window and does not read. */
  prompt: string;
  /** The command line of the program that has the window. */
  program: string | undefined;
  closed: boolean;
  screen: readonly ScreenLine[];
  /** What Arrow-Up brings back, oldest first. */
  history: readonly string[];
}

/** A note and its place in the run, counted from 0: what lists are keyed by. */
export interface NumberedNote {
  serial: number;
  note: Note;
}

/** One line of a log file or, for `terminal`, of what nginx printed to whoever called it. */
export interface LogLine {
  host: HostName;
  /** `access.log`, `error.log`, `catalina.out`, …, or `terminal`. */
  file: string;
  text: string;
  /** The note that it comes from, if one does. */
  serial?: number;
}

export interface WorldView {
  /** Those who have a card to themselves. */
  visitors: VisitorView[];
  crowds: CrowdView[];
  traffic: Traffic | undefined;
  nginx: NginxView;
  tomcats: TomcatView[];
  /** Absent in labs without one. */
  redis: RedisView | undefined;
  faults: FaultsView;
}

export interface VisitorView {
  name: HostName;
  ip: string;
  cookies: boolean;
  jar: { name: string; value: string; path: string }[];
  /** Who the last page that told said he is. */
  user: string | undefined;
  /** What became of his login: `lost` from the page that forgot him until the next login. */
  login: 'none' | 'in' | 'lost';
  /** Requests on their way. */
  waiting: number;
  last: Page | undefined;
}

/** The last page in the browser window. `status` 0: the browser's own error page. */
export interface Page {
  path: string;
  status: number;
  body: string;
}

export interface NginxView {
  state: string;
  /** What the power button can do in this state. */
  can: PowerEvent[];
  upstreams: UpstreamView[];
  /** Requests it is busy with. */
  busy: number;
}

/** An upstream as nginx holds it in memory. */
export interface UpstreamView {
  name: string;
  method: string;
  peers: PeerView[];
}

export interface PeerView {
  /** `ip:port`, and the `server` line's own words. */
  address: string;
  server: string;
  weight: number;
  maxFails: number;
  fails: number;
  /** `down` in the file, `failed` until `until` (virtual ms), or usable. */
  state: 'up' | 'failed' | 'down';
  until: number | undefined;
  backup: boolean;
}

export interface TomcatView {
  name: HostName;
  version: string;
  /** The HTTP port of its server.xml; `undefined` when that cannot be read. */
  port: number | undefined;
  state: string;
  can: PowerEvent[];
  /** Context paths of the webapps that answer; of a Tomcat that does not run, none. */
  webapps: string[];
  /** The first of its sessions; `more`: so many that are not listed. */
  sessions: SessionView[];
  more: number;
  busy: number;
}

export interface SessionView {
  id: string;
  /** Context path of its webapp, empty for ROOT. */
  webapp: string;
  user: string | undefined;
  count: number | undefined;
  /** The visitor whose jar holds this id, if any. */
  owner: HostName | undefined;
  /** Virtual ms since it was last used. */
  idle: number;
}

export interface RedisView {
  name: HostName;
  version: string;
  /** Where it listens, while it runs. */
  port: number | undefined;
  state: string;
  can: PowerEvent[];
  /** Whether clients have to give a password. */
  password: boolean;
  clients: number;
  /** Keys by database and name; `more`: so many that are not listed. */
  keys: KeyView[];
  more: number;
}

export interface KeyView {
  db: number;
  /** Bytes, one character each. */
  key: string;
  type: string;
  /** Virtual ms left; `undefined`: for ever. */
  ttl: number | undefined;
  /** Size of a string's value; number of things in any other. */
  size: number;
  /** The visitor whose jar holds this id, if any. */
  owner: HostName | undefined;
}
