import {
  ActReader,
  boot,
  compiled,
  type HostName,
  type Lab,
  type Note,
  newVisitor,
  newWindow,
  Recording,
  type RedisConsole,
  redisTaskIn,
  trafficAction,
  type World,
} from '../../../simulator/index.ts';
import { LATENCY } from '../latency.ts';
import type { OpenKey } from '../opened-key.ts';
import type { Command, LogLine, Report, Snapshot } from '../protocol.ts';
import type { Past } from '../questions.ts';
import type { Scene } from '../scene.ts';
import type { StepSize } from '../timeline.ts';
import { type Ahead, passWith, quietUntil } from './ahead.ts';
import { answerTo } from './answers.ts';
import { Branches } from './branches.ts';
import { testLines } from './lines.ts';
import type { Files } from './readings.ts';
import { openConsole } from './redis-console.ts';
import { openKeyOf } from './redis-view.ts';
import { putOn } from './scenes.ts';
import { goOn, lastRecorded, nextFate, nextRecorded } from './steps.ts';
import { Telling } from './telling.ts';
import { windowsOf } from './terminal-view.ts';

/** What is done to the run; the other commands look at it, or begin another. */
type Deed = Extract<Command, { type: 'act' | 'open-window' | 'join' | 'save' | 'traffic' | 'plan' }>;

/** One lab being played: takes commands, gives reports. Knows no clock: the page says how far time goes. */
export class LabSession {
  #branches!: Branches;
  #telling!: Telling;
  /** The engine's time at which the page's time is 0. */
  #start = 0;
  #run = 0;
  #reader!: ActReader;
  /** The page was sent elsewhere in the run, not on. */
  #jumped = false;
  #ahead: Ahead = [];
  #printed: LogLine[] = [];
  #console: RedisConsole | undefined;
  #openKey: { db: number; key: string } | undefined;
  #picked: HostName | undefined;

  async handle(command: Command): Promise<Report> {
    if (command.type === 'ask') {
      const { recording, moment, world, current } = this.#branches;
      const { lab, boot } = current.origin;
      const told = { lab, boot, firstNote: boot.length, branches: this.#branches, recording };
      const evidence = { ...told, run: this.#run, moment, world, start: this.#start };
      return { type: 'answered', id: command.id, answer: answerTo(command.question, evidence) };
    }
    if (command.type === 'load') await this.load(command.lab, command.past);
    else if (command.type === 'put-on') await this.#putOn(command.scene);
    else if (command.type === 'follow') await this.#follow(command);
    else this.#perform(command);
    if (command.type !== 'follow') await this.#workOut();
    if (command.type === 'advance' && command.brief)
      return {
        type: 'passed',
        passed: { run: this.#run, ...this.#telling.passed(this.#branches, this.#picked) },
      };
    return { type: 'snapshot', snapshot: this.snapshot() };
  }

  /** Begins anew: builds the lab, lets its servers come up, and repeats what was done to it in an earlier run. */
  async load(lab: Lab, past?: Past): Promise<void> {
    const files = await compiled(lab);
    const notes: Note[] = [];
    const world = boot(files, (note) => notes.push(note));
    world.latency = LATENCY;
    const recording = new Recording(world);
    this.#start = world.now;
    this.#branches = new Branches(recording, { lab, boot: notes, scene: undefined });
    this.#telling = new Telling(world);
    this.#run++;
    this.#reader = new ActReader(lab);
    this.#ahead = [];
    this.#picked = undefined;
    this.#jumped = true;
    this.#printed = [];
    this.#openKey = undefined;
    for (const { at, action } of past?.actions ?? []) {
      recording.advanceTo(this.#start + at);
      recording.act(action);
    }
    recording.advanceTo(this.#start + (past?.at ?? 0));
    // The class files of that run are among what was done to it.
    this.#branches.current.compiler.catchUp(recording.world);
  }

  /** What a page shows, with all that happened since the last call. */
  snapshot(): Snapshot {
    const { recording, world } = this.#branches;
    const printed = this.#printed;
    const jumped = this.#jumped;
    this.#printed = [];
    this.#jumped = false;
    const { strike } = recording;
    return {
      run: this.#run,
      jumped,
      strike,
      openKey: this.#keyIn(world),
      ...this.#telling.snapshot(this.#branches, printed, this.#picked),
    };
  }

  #perform(command: Exclude<Command, { type: 'load' | 'put-on' | 'follow' | 'ask' }>): void {
    const branches = this.#branches;
    switch (command.type) {
      case 'show':
        return;
      case 'open-key':
        this.#openKey = command.key;
        return;
      case 'pick':
        this.#picked = command.visitor;
        return;
      case 'test':
        this.#printed.push(...testLines(branches.world));
        return;
      case 'step':
        return command.back ? this.#stepBack(command.by) : this.#step(command.by);
      case 'advance':
        // Whole milliseconds: what is done then has a time that people can read.
        return this.#advance(Math.floor(command.time) + this.#start);
      case 'strike':
        branches.recording.strike = command.strike;
        return;
      case 'leap':
        this.#jumped = true;
        return this.#advance(command.time + this.#start);
      case 'fork':
        return branches.fork();
      case 'drop-branch':
        return branches.drop(command.branch);
      case 'seek':
      case 'move':
      case 'branch':
      case 'put-off':
      case 'undo':
      case 'redo':
        this.#jumped = true;
        return this.#jump(command);
      default:
        return this.#do(command);
    }
  }

  async #putOn(scene: Scene): Promise<void> {
    this.#jumped = true;
    this.#ahead = [];
    await putOn(scene, this.#branches);
  }

  #jump(command: Extract<Command, { type: 'seek' | 'move' | 'branch' | 'put-off' | 'undo' | 'redo' }>): void {
    const branches = this.#branches;
    switch (command.type) {
      case 'seek': {
        const { time } = command;
        const at = time === undefined ? undefined : Math.max(0, time) + this.#start;
        return branches.lookAt(at === undefined ? undefined : branches.recording.momentAt(at));
      }
      case 'move': {
        const at = Math.max(this.#start, branches.moment.at + command.by);
        return branches.lookAt(branches.recording.momentAt(at));
      }
      case 'branch':
        return branches.goTo(command.branch);
      case 'put-off':
        return branches.putOff();
      case 'undo':
        return branches.undo();
      case 'redo':
        return branches.redo();
    }
  }

  /** Does something to the run, in a branch of its own if an earlier moment is shown. */
  #do(command: Deed): void {
    const recording = this.#branches.acting(command.type === 'save');
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
        return this.#save(recording, command.host, command.files);
      case 'traffic':
        return recording.act(trafficAction(command.traffic));
      case 'plan':
        this.#ahead = command.plan.map(({ at, action }) => ({ at: at + recording.now, action }));
        return;
    }
  }

  #save(recording: Recording, host: string, files: Files): void {
    for (const [file, text] of Object.entries(files)) recording.act({ kind: 'edit', host, file, text });
    this.#telling.knows(host, recording.world);
  }

  /** Lets time pass: first what is recorded already, then the run goes on. */
  #advance(until: number): void {
    const { recording, past } = this.#branches;
    if (past && until < recording.now) return this.#branches.lookAt(recording.momentAt(Math.max(past.at, until)));
    this.#branches.lookAt(undefined);
    this.#ahead = passWith(recording, this.#ahead, until);
  }

  /** To the next moment of such a kind: in what is recorded, or else the run goes on. */
  #step(by: StepSize): void {
    const branches = this.#branches;
    const { recording, past } = branches;
    const recorded = past && nextRecorded(branches.current, past, by);
    if (past) return branches.lookAt(recorded);
    if (by === 'hop' || by === 'request') {
      // What is planned for before the next event comes first.
      const planned = this.#ahead[0]?.at;
      if (planned !== undefined && planned <= (recording.next?.at ?? planned)) this.#advance(planned);
      return goOn(recording, by);
    }
    if (by !== 'session') return;
    let ahead = this.#ahead;
    const fate = nextFate(recording, (trial) => {
      const [due, until] = [quietUntil(ahead), trial.next?.at ?? trial.now];
      if (due <= until) ahead = passWith(trial, ahead, due);
    });
    if (fate !== undefined) this.#advance(fate);
  }

  #stepBack(by: StepSize): void {
    const branches = this.#branches;
    branches.lookAt(lastRecorded(branches.current, branches.moment, by, this.#start));
    this.#jumped = true;
  }

  /** What was done elsewhere is done here. An act that cannot be read is left out: whoever follows compares the hashes. */
  async #follow({ lab, acts, end, at }: Extract<Command, { type: 'follow' }>): Promise<void> {
    if (lab) await this.load(lab);
    const { recording, current } = this.#branches;
    this.#ahead = [];
    for (const act of acts) {
      const read = this.#reader.read(act);
      if ('problem' in read) continue;
      recording.advanceTo(this.#start + read.at);
      recording.act(read.action);
    }
    recording.advanceTo(this.#start + end);
    current.compiler.catchUp(recording.world);
    if (at < end || this.#branches.past) this.#jumped = true;
    this.#branches.lookAt(at < end ? recording.momentAt(this.#start + at) : undefined);
  }

  /** Sources are compiled; and what a Redis cannot do by itself is worked out by a library that is fetched only then. */
  async #workOut(): Promise<void> {
    const { recording, current } = this.#branches;
    await current.compiler.compile(recording);
    for (let task = redisTaskIn(recording.world); task; task = redisTaskIn(recording.world)) {
      this.#console ??= await openConsole();
      recording.act({ kind: 'computed', host: task.host, computed: await this.#console(task) });
      recording.advanceTo(recording.now);
    }
  }

  #keyIn(world: World): OpenKey | undefined {
    const redis = world.hosts.get('redis');
    return this.#openKey && redis?.kind === 'redis' ? openKeyOf(redis, this.#openKey, world) : undefined;
  }
}
