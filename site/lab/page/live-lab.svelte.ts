import type { Snippet } from 'svelte';
import { type Actor, createActor, type SnapshotFrom } from 'xstate';
import type { ExerciseWords } from '../../../lessons/folders.ts';
import type { Chain, HostFile, HostName, Place, Range } from '../../../simulator/index.ts';
import type { Locale } from '../../locale.ts';
import type { Trouble } from '../../progress/store.ts';
import type { Command, EditedFiles, Report, Snapshot } from '../protocol.ts';
import type { AnswerTo, Ask, LinkBase, Past, Question } from '../questions.ts';
import { loadSentences, sentenceOf, type Texts } from '../texts/texts.ts';
import type { StepSize } from '../timeline.ts';
import type { Attempt } from '../views/exercise/attempt.svelte.ts';
import type { PaneId } from '../views/panes.ts';
import type { XrayOf } from '../xray.ts';
import { Clock } from './clock.ts';
import { clockText } from './clock-text.ts';
import { type WaitingEngine, waitingEngine } from './engine-port.ts';
import { filesOf } from './files.ts';
import type { LabEvent } from './lab-event.ts';
import type { LiveLabInput } from './live-lab-input.ts';
import { type LabContext, labMachine } from './machine.ts';
import { recallWork } from './memory.ts';
import { isAtTheMoment } from './moment.ts';
import { asOf, type RequestRecord } from './requests.ts';
import type { Sitting } from './sitting.svelte.ts';
import { whileSeen } from './while-seen.ts';

/** An exercise, and what it says in the learner's language. */
export interface LabExercise {
  id: string;
  texts: ExerciseWords;
  /** Where to go on when it is done: another exercise on the same idea, or back from there to the lesson. */
  onward: { title: string; href: string } | undefined;
}

/** What of a link is more than a lab to start with. */
export interface Opened {
  files: EditedFiles;
  /** The run that is to be repeated first; `hash`: what its end was called. */
  run: { past: Past; at: number; hash: string | undefined } | undefined;
}

/** A lab on a page: what it shows, and what can be asked of it. Every view of it gets this. */
export class LiveLab {
  readonly id: string;
  readonly locale: Locale;
  readonly t: Texts;
  readonly edits: readonly HostFile[];
  readonly base: LinkBase;
  readonly openLink: (text: string) => void;
  readonly #address: string | undefined;
  readonly exercise: LabExercise | undefined;
  readonly sitting: Sitting | undefined;
  /** The learner's attempt at it, as soon as that is fetched. */
  attempt: Attempt | undefined = $state.raw();
  /** What is said above the stage of the run that is shown, and what is drawn over it. */
  caption: Snippet | undefined = $state.raw();
  overlay: Snippet | undefined = $state.raw();
  /** The files that the lab began with. */
  readonly start: EditedFiles;
  /** Reduced motion is wished for: nothing moves by itself. */
  still = $state(false);
  /** The engine has spoken: until then the lab's time stands still. */
  awake = $state(false);
  /** Single keys are commands. */
  shortcuts = $state(true);
  /** The help is open. */
  helping = $state(false);
  /** What a screen reader says next. */
  announced = $state('');
  selectedFile: HostFile = $state({ host: 'nginx', file: 'nginx.conf' });
  highlight: Range | undefined = $state();
  /** Whose charts are shown. */
  charted: HostName = $state('nginx');
  /** The line between two hosts, `a>b`, that the faults are about. */
  link: string | undefined = $state();
  /** The tab below the lab. */
  pane: PaneId = $state('requests');
  /** Whose session the X-ray looks through; undefined: the first visitor's. */
  xrayed: XrayOf | undefined = $state.raw();
  /** Brings a part of the lab into view. */
  reveal: (part: string) => void = () => {};
  /** What is written here is remembered by the browser as the learner's own. */
  keeps = $state(true);
  /** Why what is passed here is not kept by the browser. */
  unkept: Trouble | undefined = $state();
  /** There is another draft beside the one in the editor. */
  hasOlderDraft = $state(false);
  /** Whether the run of a link has come to the same end; `undefined`: nobody knows yet. */
  reproduced: boolean | undefined = $state();

  readonly #actor: Actor<typeof labMachine>;
  #current: SnapshotFrom<typeof labMachine> = $state.raw() as SnapshotFrom<typeof labMachine>;
  readonly #clock: Clock;
  readonly #opened: Opened | undefined;
  #port: WaitingEngine | undefined;
  #announceNext = false;
  readonly #asked = new Map<number, (answer: AnswerTo<Question>) => void>();
  #questions = 0;

  /** `draw` shows the packets on the stage at a time. */
  constructor(input: LiveLabInput, draw: (clock: Clock, still: boolean) => void) {
    const { id, lab, first, edits, locale, t } = input;
    this.id = id;
    this.locale = locale;
    this.t = t;
    this.edits = edits;
    this.base = input.base;
    this.exercise = input.exercise;
    this.sitting = input.sitting;
    this.openLink = input.openLink;
    this.#address = input.address;
    this.#opened = input.opened;
    this.keeps = input.opened === undefined && input.sitting === undefined;
    this.start = filesOf(lab);
    this.selectedFile = edits[0] ?? this.selectedFile;
    this.#clock = new Clock(
      (time, brief) => this.#port?.send({ type: 'advance', time, brief }),
      () => draw(this.#clock, this.still),
    );
    this.#actor = createActor(labMachine, {
      id: 'lab',
      input: { lab, edits, first, past: input.opened?.run?.past, send: (command) => this.#toEngine(command) },
    });
    this.#current = this.#actor.getSnapshot();
  }

  /** The address that links to the lab begin with. To be asked in the browser. */
  get address(): string {
    return new URL(this.#address ?? location.pathname, location.href).href;
  }

  get context(): LabContext {
    return this.#current.context;
  }

  get snapshot(): Snapshot {
    return this.context.snapshot;
  }

  /** So many of the notes had been made by the moment shown. */
  get happened(): number {
    const { past, notes } = this.snapshot.timeline;
    return past ? notes : Number.POSITIVE_INFINITY;
  }

  /** The requests as they were at the moment shown. */
  get requests(): readonly RequestRecord[] {
    return asOf(this.context.requests, this.happened);
  }

  get playing(): boolean {
    return this.#current.matches({ ready: 'playing' });
  }

  get failed(): boolean {
    return this.#current.matches('failed');
  }

  /** The machine's state, as text. */
  get state(): string {
    return JSON.stringify(this.#current.value);
  }

  /** Tells the lab what the learner does. A step is announced. */
  readonly send = (event: LabEvent): void => {
    if (event.type === 'step') this.#announceNext = true;
    if (event.type === 'edit' && this.#clock.hold()) this.#port?.send({ type: 'show' });
    this.#actor.send(event);
  };

  readonly step = (by: StepSize, back = false): void => this.send({ type: 'step', by, back });

  /** Asks the engine; it is fetched if it is not here. Never answered when the lab is closed before. */
  readonly ask: Ask = (question) =>
    new Promise((resolve) => {
      const id = this.#questions++;
      this.#asked.set(id, resolve as (answer: AnswerTo<Question>) => void);
      this.#port?.send({ type: 'ask', id, question });
    });

  /** Fetches the engine. */
  readonly wake = (): void => this.#port?.wake();

  readonly show = (file: HostFile): void => {
    this.selectedFile = file;
    this.highlight = undefined;
  };

  readonly openFile = (file: HostFile): void => {
    this.show(file);
    this.reveal('.files');
  };

  /** Marks a line of a host's file in the editor. */
  readonly mark = ({ file, from, to }: Place, host: HostName = 'nginx'): void => {
    this.selectedFile = this.edits.find((one) => one.host === host && one.file === file) ?? { host, file };
    this.highlight = { from, to };
  };

  /** Shows a line of a host's file in the editor. */
  readonly point = (place: Place, host?: HostName): void => {
    this.mark(place, host);
    this.reveal('.files');
  };

  /** Shows what was decided for a request, at one of its notes. */
  readonly explain = (chain: Chain, note?: number): void => {
    this.send(note === undefined ? { type: 'ask', chain } : { type: 'ask', chain, note });
    this.pane = 'requests';
    this.reveal('.panes');
  };

  /** Brings the lab to life while `root` is on the page. Returns how to end it. To be called in the browser. */
  open(root: HTMLElement): () => void {
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const setStill = () => (this.still = motion.matches);
    setStill();
    motion.addEventListener('change', setStill);
    // Reports wait for the words in which they are told.
    this.#port = waitingEngine(
      (report) => this.#hear(report),
      () => loadSentences(this.t),
    );
    const subscription = this.#actor.subscribe((next) => {
      this.#current = next;
    });
    this.#actor.start();
    if (this.#opened) void this.#arrive(this.#opened);
    else if (this.keeps) recallWork(this);
    const stopWatching = whileSeen(
      root,
      () => this.#clock.start(),
      () => this.#clock.stop(),
    );
    return () => {
      stopWatching();
      motion.removeEventListener('change', setStill);
      subscription.unsubscribe();
      this.#actor.stop();
      this.#clock.stop();
      this.#port?.close();
    };
  }

  /** Lets the clock follow what the learner chose; to be called whenever that changes. */
  setClock(): void {
    this.#clock.set(this.playing && this.awake, this.context.speed);
  }

  /** The lab stands as a link tells: the run is repeated, and what its author had written is laid over its files. */
  async #arrive({ files, run }: Opened): Promise<void> {
    if (run) this.send({ type: 'pause' });
    const hash = run && (await this.ask({ type: 'state-hash' }));
    for (const [host, texts] of Object.entries(files))
      for (const [file, text] of Object.entries(texts)) this.send({ type: 'edit', host, file, text });
    if (!run) return;
    this.reproduced = run.hash === undefined ? undefined : run.hash === hash;
    if (run.at < run.past.at) this.#port?.send({ type: 'seek', time: run.at });
  }

  #hear(report: Report): void {
    this.awake = true;
    switch (report.type) {
      case 'snapshot':
        this.#clock.show(report.snapshot, this.still);
        this.#announce(report.snapshot);
        return this.send({ type: 'engine.snapshot', snapshot: report.snapshot });
      case 'passed':
        return this.#clock.pass(report.passed, this.still);
      case 'answered':
        this.#asked.get(report.id)?.(report.answer);
        this.#asked.delete(report.id);
        return;
      case 'failed':
        return this.send({ type: 'engine.failed', message: report.message });
    }
  }

  /** What is done to the world is done at the moment on the screen. */
  #toEngine(command: Command): void {
    if (isAtTheMoment(command)) this.#clock.sync();
    this.#port?.send(command);
  }

  /** After a step, what happened is said aloud, once: what is new, or what had happened last by then. */
  #announce({ notes, now, timeline }: Snapshot): void {
    if (!this.#announceNext) return;
    this.#announceNext = false;
    const recorded = timeline.past || notes.length === 0;
    const told = recorded ? this.context.notes.filter(({ serial }) => serial < timeline.notes) : notes;
    this.announced = (recorded ? told.filter(({ note }) => note.at === now) : told)
      .flatMap(({ note }) => sentenceOf(this.t, note) ?? [])
      .slice(-4)
      .join(' ');
    if (recorded) this.announced = `${clockText(now)} ${this.announced}`;
  }
}
