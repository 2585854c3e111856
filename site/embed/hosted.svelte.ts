import type { Lab as LabData, Verdict } from '../../simulator/index.ts';
import { ownWork } from '../lab/page/files.ts';
import type { LiveLab, Opened } from '../lab/page/live-lab.svelte.ts';
import type { EditedFiles } from '../lab/protocol.ts';
import type { LinkBase } from '../lab/questions.ts';
import { packed, unpacked } from '../lab/share/pack.ts';
import type { Attempt } from '../lab/views/exercise/attempt.svelte.ts';
import { statementOf, uuid } from '../lms/xapi.ts';
import type { Locale } from '../locale.ts';
import { askedIn } from './address.ts';
import { guest, type Order, type Served } from './guest.ts';
import { resultOf } from './result.ts';

/** A part of a link or an address that could not be used, and why. */
export interface Refused {
  token: string;
  why: string;
}

/** How long nobody must have typed before a change is told, in ms. */
const CHANGE_PAUSE = 500;

/** The lab of a frame as the page around it sees it: what is asked for is done, what comes of it is told. */
export class Hosted implements Served {
  readonly base: LinkBase;
  readonly #locale: Locale;
  /** The exercise's page in the full course. */
  readonly #course: string;
  /** As the exercise begins, with the seed that was asked for. */
  #start: LabData;
  /** What the lab on the page is made from; another object, another lab. */
  shown: { lab: LabData; opened?: Opened } = $state.raw() as { lab: LabData };
  /** Parts of the link that could not be used, and of the address. */
  problems: readonly Refused[] = $state.raw([]);
  wrong: readonly string[] = $state.raw([]);
  #lab: LiveLab | undefined = $state.raw();
  readonly #draft = $derived(this.#lab?.context.draft);
  #living: ((lab: LiveLab) => void)[] = [];
  #attempting: ((attempt: Attempt) => void)[] = [];
  /** The message that asked for the check that runs. */
  #asked: string | undefined;
  #telling = Promise.resolve();

  constructor(exercise: string, lab: LabData, course: string, locale: Locale) {
    this.base = { id: exercise, lab };
    this.#start = lab;
    this.#course = course;
    this.#locale = locale;
    this.shown = { lab };
  }

  /** Begins to serve the page around, in the browser. Returns how to end it. */
  open(): () => void {
    const { seed, wrong } = askedIn(location.search);
    this.wrong = wrong;
    if (seed !== undefined) this.#start = { ...this.#start, seed };
    if (seed !== undefined) this.#show({ lab: this.#start });
    guest.sitting.onchecked = (verdicts, files) => {
      this.#telling = this.#tell(verdicts, files);
    };
    const follow = () => {
      if (location.hash.length > 1) this.openLink(location.hash.slice(1));
    };
    follow();
    addEventListener('hashchange', follow);
    guest.serve(this);
    return () => removeEventListener('hashchange', follow);
  }

  /** Watches the lab; to be called while a component is made. */
  follow(): void {
    $effect(() => {
      const attempt = this.#lab?.attempt;
      if (attempt) for (const take of this.#attempting.splice(0)) take(attempt);
    });
    $effect(() => {
      if (this.#lab?.failed) guest.port?.complain('lab-failed');
    });
    let before = this.#draft;
    $effect(() => {
      const draft = this.#draft;
      if (!draft || !before || draft === before) {
        before = draft;
        return undefined;
      }
      const timer = setTimeout(() => {
        before = draft;
        if (guest.changes && this.#lab) guest.port?.say({ type: 'change', files: workIn(this.#lab) });
      }, CHANGE_PAUSE);
      return () => clearTimeout(timer);
    });
  }

  /** The lab on the page has come to life. */
  readonly live = (lab: LiveLab): void => {
    this.#lab = lab;
    for (const take of this.#living.splice(0)) take(lab);
  };

  readonly openLink = (text: string): void => void this.#open(text, undefined);

  async take(order: Order, id: string | undefined): Promise<void> {
    switch (order.type) {
      case 'getState':
        return this.#tellState(id);
      case 'setState':
        guest.sitting.attempts = order.state.attempts;
        if (await this.#open(order.state.link, id)) await this.#tellState(id);
        return;
      case 'reset':
        this.#show({ lab: this.#start });
        return this.#tellState(id);
      case 'check':
        return this.#check(id);
      case 'play':
      case 'pause':
        return (await this.#alive()).send({ type: order.type });
      case 'seek':
        return (await this.#alive()).send({ type: 'seek', time: order.t });
    }
  }

  #show(next: Hosted['shown']): void {
    this.#lab = undefined;
    this.problems = [];
    this.shown = next;
  }

  #alive(): Promise<LiveLab> {
    const lab = this.#lab;
    return lab ? Promise.resolve(lab) : new Promise((resolve) => this.#living.push(resolve));
  }

  /** Puts what a link tells into the place of the lab; whether there was anything to tell. */
  async #open(text: string, id: string | undefined): Promise<boolean> {
    if (text === '') {
      this.#show({ lab: this.#start });
      return true;
    }
    const lab = await this.#alive();
    const [{ text: whole, problems: packing }, { words }] = await Promise.all([unpacked(text), this.#shareWords()]);
    const { link, problems } = await lab.ask({ type: 'read-link', base: this.base, text: whole });
    if (link) {
      const { files, run } = link;
      const past = run && { past: { actions: run.actions, at: run.end }, at: run.at, hash: run.hash };
      this.#show({ lab: link.lab, opened: { files, run: past } });
    }
    this.problems = [...packing, ...problems].map(({ code, token }) => ({ token, why: words.problems[code] }));
    if (this.problems.length > 0) guest.port?.complain('bad-link', link ? undefined : id);
    return link !== undefined;
  }

  #shareWords() {
    return this.#locale === 'en' ? import('../lab/texts/share/en.ts') : import('../lab/texts/share/zh-cn.ts');
  }

  async #tellState(id: string | undefined): Promise<void> {
    const lab = await this.#alive();
    const files = workIn(lab);
    const untouched = this.shown.lab === this.#start && Object.keys(files).length === 0;
    const link = untouched ? '' : await this.#linkTo(lab, files);
    guest.port?.say({ type: 'state', state: { link, attempts: guest.sitting.attempts } }, id);
  }

  async #linkTo(lab: LiveLab, files: EditedFiles): Promise<string> {
    return packed(await lab.ask({ type: 'link', base: this.base, files, withRun: false }));
  }

  async #check(id: string | undefined): Promise<void> {
    if (guest.sitting.over) return guest.port?.complain('no-attempts-left', id);
    const attempt = await this.#attempt();
    if (attempt.checking) return guest.port?.complain('not-checked', id);
    this.#asked = id;
    await attempt.check();
    this.#asked = undefined;
    await this.#telling;
    if (attempt.failure !== undefined) guest.port?.complain('lab-failed', id);
    else if (attempt.cancelled) guest.port?.complain('not-checked', id);
  }

  /** What the exercise says comes with the engine. */
  async #attempt(): Promise<Attempt> {
    const lab = await this.#alive();
    if (lab.attempt) return lab.attempt;
    const attempt = new Promise<Attempt>((resolve) => this.#attempting.push(resolve));
    lab.wake();
    return attempt;
  }

  async #tell(verdicts: readonly Verdict[], files: EditedFiles): Promise<void> {
    const [id, attempt] = [this.#asked, guest.sitting.attempts];
    const lab = await this.#alive();
    const link = await this.#linkTo(lab, ownWork(lab.start, files, lab.context.own));
    const permalink = `${new URL(this.#course, location.href).href}#${link}`;
    const { seed } = this.shown.lab;
    const result = resultOf(verdicts, { exercise: this.base.id, attempt, seed, permalink });
    guest.port?.say({ type: 'checked', ...result }, id);
    if (!guest.statements) return;
    const title = document.querySelector('h1')?.textContent ?? this.base.id;
    const about = { title, locale: this.#locale, id: uuid(), at: new Date() };
    guest.port?.say({ type: 'xapi', statement: { ...statementOf(result, about) } }, id);
  }
}

/** What the learner has changed, as data that may be posted. */
const workIn = ({ start, context: { draft, own } }: LiveLab): EditedFiles =>
  $state.snapshot(ownWork(start, draft, own));
