import {
  boot,
  compiled,
  grade,
  type HostName,
  type Lab,
  type Note,
  newVisitor,
  newWindow,
  Recording,
  type RedisConsole,
  redisTaskIn,
  type World,
} from '../../../simulator/index.ts';
import type { OpenKey } from '../opened-key.ts';
import type {
  CheckResult,
  Command,
  EditedFiles,
  LogLine,
  NumberedNote,
  Report,
  Snapshot,
  StepSize,
  TerminalView,
} from '../protocol.ts';
import type { Past } from '../questions.ts';
import { answerTo } from './answers.ts';
import { Compiler, withoutClassFiles } from './compiler.ts';
import { exerciseNamed } from './exercises.ts';
import { linesOf, testLines } from './lines.ts';
import { openConsole } from './redis-console.ts';
import { openKeyOf } from './redis-view.ts';
import { sameView, terminalView, windowsOf } from './terminal-view.ts';
import { packetsOf, worldView } from './view.ts';

/** How long a packet is on the line in a lab on a page, in virtual ms: long enough to watch at speed 1. */
const LATENCY = 400;

/** More notes or lines than this in one frame are counted, not sent: nobody could read them. */
const MOST_PER_SNAPSHOT = 300;

/** A step gives up looking for a hop after so many events: then nothing but timers is going on. */
const MOST_EVENTS_PER_STEP = 500;

/** One lab being played: takes commands, gives reports. Knows no clock: the page says how far time goes. */
export class LabSession {
  #lab!: Lab;
  #recording!: Recording;
  /** Notes of the servers' start, before the recording began. */
  #bootNotes: Note[] = [];
  /** The engine's time at which the page's time is 0. */
  #start = 0;
  #run = 0;
  #told = 0;
  #lookingAt: number | undefined;
  #traffic: { every: number; next: number } | undefined;
  #forgotten = new Set<string>();
  #terminal: LogLine[] = [];
  #terminalsTold = new Map<HostName, TerminalView>();
  #console: RedisConsole | undefined;
  #compiler!: Compiler;
  #openKey: { db: number; key: string } | undefined;
  /** Each host's files as the page last knew them. */
  #filesTold = new Map<HostName, Files>();

  async handle(command: Command): Promise<Report> {
    if (command.type === 'ask') {
      const recording = this.#recording;
      const moment = recording.momentAt(this.#lookingAt ?? recording.now);
      const evidence = { lab: this.#lab, recording, moment, world: this.#shown(), start: this.#start };
      return { type: 'answered', id: command.id, answer: answerTo(command.question, evidence) };
    }
    if (command.type === 'check') return { type: 'checked', verdicts: await check(command.exercise, command.files) };
    if (command.type === 'load') await this.load(command.lab, command.past);
    else this.#perform(command);
    await this.#compiler.compile(this.#recording);
    await this.#workOut();
    return { type: 'snapshot', snapshot: this.snapshot() };
  }

  /** Begins anew: builds the lab, lets its servers come up, and repeats what was done to it in an earlier run. */
  async load(lab: Lab, past?: Past): Promise<void> {
    this.#lab = lab;
    const files = await compiled(lab);
    this.#bootNotes = [];
    const world = boot(files, (note) => this.#bootNotes.push(note));
    world.latency = LATENCY;
    this.#recording = new Recording(world);
    this.#start = world.now;
    this.#run++;
    this.#told = 0;
    this.#lookingAt = undefined;
    this.#traffic = undefined;
    this.#forgotten.clear();
    this.#terminal = [];
    this.#terminalsTold.clear();
    this.#openKey = undefined;
    this.#filesTold = new Map(hostsWithFiles(world));
    for (const { at, action } of past?.actions ?? []) {
      this.#recording.advanceTo(this.#start + at);
      this.#recording.act(action);
    }
    this.#recording.advanceTo(this.#start + (past?.at ?? 0));
    // The class files of that run are among what was done to it.
    this.#compiler = new Compiler(this.#recording.world);
  }

  /** What a frame shows, with all that happened since the last call. */
  snapshot(): Snapshot {
    const all = this.#bootNotes.length + this.#recording.notes.length;
    const fresh = this.#notesFrom(this.#told);
    for (const { note } of fresh) this.#remember(note);
    const notes = fresh.slice(-MOST_PER_SNAPSHOT);
    const world = this.#shown();
    const lines = [...notes.flatMap(({ note }) => linesOf(note, world)), ...this.#terminal];
    this.#told = all;
    this.#terminal = [];
    return {
      now: world.now - this.#start,
      world: worldView(world, this.#start, this.#forgotten),
      packets: packetsOf(world, this.#start),
      notes: notes.map(({ serial, note }) => ({ serial, note: fromStart(note, this.#start) })),
      skipped: fresh.length - notes.length,
      lines: lines.slice(-MOST_PER_SNAPSHOT),
      run: this.#run,
      openKey: this.#keyIn(world),
      files: this.#changedFiles(),
      terminals: this.#changedTerminals(world),
    };
  }

  /** The moment that the page shows. */
  #shown(): World {
    return this.#lookingAt === undefined ? this.#recording.world : this.#recording.worldAt(this.#lookingAt);
  }

  #perform(command: Exclude<Command, { type: 'load' | 'check' | 'ask' }>): void {
    if (command.type === 'seek') {
      this.#lookingAt = command.time === undefined ? undefined : command.time + this.#start;
      return;
    }
    if (command.type === 'open-key') {
      this.#openKey = command.key;
      return;
    }
    this.#lookingAt = undefined;
    const recording = this.#recording;
    switch (command.type) {
      case 'act':
        recording.act(command.action);
        // What a command does at once is done before the next frame.
        return recording.advanceTo(recording.now);
      case 'open-window':
        return recording.act({ kind: 'open', terminal: newWindow(windowsOf(recording.world).length + 1) });
      case 'join':
        return recording.act({ kind: 'join', visitor: newVisitor(command.visitor) });
      case 'save':
        return this.#save(command.host, command.files);
      case 'test':
        this.#terminal.push(...testLines(recording.world));
        return;
      case 'traffic':
        this.#traffic = command.every === undefined ? undefined : { every: command.every, next: recording.now };
        return;
      case 'step':
        return this.#step(command.by);
      case 'advance':
        return this.#advance(command.time + this.#start);
    }
  }

  /** What a Redis cannot do by itself is worked out by a library that is fetched only then. */
  async #workOut(): Promise<void> {
    const recording = this.#recording;
    for (let task = redisTaskIn(recording.world); task; task = redisTaskIn(recording.world)) {
      this.#console ??= await openConsole();
      recording.act({ kind: 'computed', host: task.host, computed: await this.#console(task) });
      recording.advanceTo(recording.now);
    }
  }

  #save(host: string, files: Files): void {
    for (const [file, text] of Object.entries(files)) this.#recording.act({ kind: 'edit', host, file, text });
    const saved = hostsWithFiles(this.#recording.world).find(([name]) => name === host);
    if (saved) this.#filesTold.set(...saved);
  }

  #keyIn(world: World): OpenKey | undefined {
    const redis = world.hosts.get('redis');
    return this.#openKey && redis?.kind === 'redis' ? openKeyOf(redis, this.#openKey, world) : undefined;
  }

  /** Files that programs of the lab changed since the page was last told. */
  #changedFiles(): EditedFiles {
    const changed: EditedFiles = {};
    for (const [host, files] of hostsWithFiles(this.#recording.world)) {
      if (this.#filesTold.get(host) === files) continue;
      this.#filesTold.set(host, files);
      changed[host] = withoutClassFiles(files);
    }
    return changed;
  }

  /** Windows that look otherwise than the page was last told. */
  #changedTerminals(world: World): TerminalView[] {
    return windowsOf(world).flatMap((terminal) => {
      const told = this.#terminalsTold.get(terminal.name);
      const view = terminalView(terminal);
      if (told && sameView(told, view)) return [];
      this.#terminalsTold.set(terminal.name, view);
      return [view];
    });
  }

  /** Lets time pass, with a visit of everybody whenever the traffic script says so. */
  #advance(until: number): void {
    const recording = this.#recording;
    while (this.#traffic && this.#traffic.next <= until) {
      recording.advanceTo(this.#traffic.next);
      this.#traffic.next += this.#traffic.every;
      for (const host of recording.world.hosts.values())
        if (host.kind === 'client') recording.act({ kind: 'visit', host: host.name, visit: { path: '/whoami' } });
    }
    recording.advanceTo(until);
  }

  /** Until a message has reached another host, or a visitor has his answer, or nothing is left to wait for. */
  #step(by: StepSize): void {
    const recording = this.#recording;
    const notesBefore = recording.notes.length;
    const answered = () =>
      recording.notes.slice(notesBefore).some(({ kind }) => kind === 'answered' || kind === 'no-answer');
    for (let events = 0; events < MOST_EVENTS_PER_STEP; events++) {
      if (!recording.next) return;
      const flying = packetsOf(recording.world, 0);
      if (!recording.stepOnce() || flying.length === 0) return;
      if (by === 'request' ? answered() : arrived(flying, recording)) return;
    }
  }

  #notesFrom(serial: number): NumberedNote[] {
    const fresh: NumberedNote[] = [];
    const { notes } = this.#recording;
    const boot = this.#bootNotes.length;
    for (let i = serial; i < boot + notes.length; i++) {
      const note = i < boot ? this.#bootNotes[i] : notes[i - boot];
      if (note) fresh.push({ serial: i, note });
    }
    return fresh;
  }

  /** Keeps who was forgotten by a page until he logs in again: the next page alone would not tell. */
  #remember(note: Note): void {
    if (note.kind === 'login-lost') this.#forgotten.add(note.host);
    else if (note.kind === 'logged-in' || note.kind === 'logged-out' || note.kind === 'left')
      this.#forgotten.delete(note.host);
  }
}

type Files = Readonly<Record<string, string>>;

/** Hosts replace their table of files when one changes, so that a change is seen at a glance. */
const hostsWithFiles = ({ hosts }: World): [HostName, Files][] =>
  [...hosts.values()].flatMap((host): [HostName, Files][] => ('files' in host ? [[host.name, host.files]] : []));

/** The note with its times counted from the page's beginning. */
function fromStart(note: Note, start: number): Note {
  const moved = { ...note, at: note.at - start };
  if (moved.kind === 'picked' || moved.kind === 'no-live-upstreams')
    moved.candidates = moved.candidates.map((one) =>
      one.until === undefined ? one : { ...one, until: one.until - start },
    );
  else if (moved.kind === 'upstream-failed' && moved.until !== undefined) moved.until -= start;
  return moved;
}

/** Whether one of the packets is no longer on its way. */
function arrived(before: readonly { serial: number }[], recording: Recording): boolean {
  const still = new Set(recording.world.queue.map(({ serial }) => serial));
  return before.some(({ serial }) => !still.has(serial));
}

async function check(exercise: string, files: EditedFiles): Promise<CheckResult[]> {
  const verdicts = await grade(await exerciseNamed(exercise), files);
  return verdicts.map((verdict) => ({
    check: verdict.check,
    passed: verdict.passed,
    feedback: verdict.passed ? undefined : verdict.feedback,
    evidence: [...verdict.evidence],
  }));
}
