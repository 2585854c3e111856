import type { CheckResult, Result } from '../../embed/protocol.ts';
import { awaited, findApi, type Patience } from '../find-api.ts';
import type { Recorder, Session } from '../recorder.ts';
import { Runtime } from '../runtime.ts';
import { firstOf, percent, responseOf, wordId } from '../scorm-words.ts';
import type { Standing } from '../standing.ts';
import type { Trouble } from '../trouble.ts';
import { type Api12, type Elements12, ROOM_12, timeOfDay, timespan } from './elements.ts';

/** Tells results to an LMS that speaks SCORM 1.2. */
export class Scorm12 implements Recorder {
  readonly room = ROOM_12;
  readonly #window: Window;
  readonly #patience: Patience;
  readonly #now: () => Date;
  readonly #begun: Date;
  readonly #told: string[] = [];
  #runtime: Runtime<Elements12> | undefined;
  #records = false;

  constructor(window: Window, patience: Patience, now: () => Date) {
    this.#window = window;
    this.#patience = patience;
    this.#now = now;
    this.#begun = now();
  }

  async open(): Promise<Session | Trouble> {
    const api = await awaited(() => findApi<Api12>(this.#window, 'API', 'LMSInitialize'), this.#patience);
    if (!api) return { code: 'missing' };
    const runtime = runtimeOf(api);
    const trouble = runtime.initialize();
    if (trouble) return trouble;
    this.#runtime = runtime;
    // Some LMSes have no mode: that is the usual one.
    this.#records = !['browse', 'review'].includes(runtime.get('cmi.core.lesson_mode'));
    const status = runtime.get('cmi.core.lesson_status');
    const raw = Number.parseFloat(runtime.get('cmi.core.score.raw'));
    if (this.#records && ['', 'not attempted', 'browsed'].includes(status)) this.#begin(runtime);
    return {
      kept: runtime.get('cmi.suspend_data'),
      standing: { best: Number.isNaN(raw) ? undefined : raw / 100, passed: status === 'passed' },
      learner: runtime.get('cmi.core.student_id'),
      records: this.#records,
    };
  }

  async record(
    { checks }: Result,
    { best = 0, passed }: Standing,
    kept: string | undefined,
  ): Promise<Trouble | undefined> {
    const runtime = this.#runtime;
    if (!runtime || !this.#records) return undefined;
    return firstOf([
      ...checks.map((check, n) => this.#tell(runtime, check, n)),
      runtime.set('cmi.core.score.min', '0'),
      runtime.set('cmi.core.score.max', '100'),
      runtime.set('cmi.core.score.raw', percent(best)),
      runtime.set('cmi.core.lesson_status', passed ? 'passed' : 'failed'),
      this.#store(runtime, kept),
    ]);
  }

  async keep(text: string): Promise<Trouble | undefined> {
    if (!this.#runtime || !this.#records) return undefined;
    return this.#store(this.#runtime, text);
  }

  close(kept: string | undefined): void {
    if (this.#runtime && this.#records) this.#store(this.#runtime, kept);
    this.#runtime?.terminate();
  }

  /** One check as an interaction, unless it came out as it did before. */
  #tell(runtime: Runtime<Elements12>, check: CheckResult, n: number): Trouble | undefined {
    const response = responseOf(check);
    if (this.#told[n] === response) return undefined;
    const trouble = firstOf([
      runtime.set(`cmi.interactions.${n}.id`, wordId(check.id)),
      runtime.set(`cmi.interactions.${n}.type`, 'performance'),
      runtime.set(`cmi.interactions.${n}.time`, timeOfDay(this.#now())),
      runtime.set(`cmi.interactions.${n}.student_response`, response),
      runtime.set(`cmi.interactions.${n}.result`, check.passed ? 'correct' : 'wrong'),
    ]);
    if (!trouble) this.#told[n] = response;
    return trouble;
  }

  #begin(runtime: Runtime<Elements12>): void {
    runtime.set('cmi.core.lesson_status', 'incomplete');
    this.#store(runtime);
  }

  /** The learner may come back, passed or not: what is kept must be there then. */
  #store(runtime: Runtime<Elements12>, kept?: string): Trouble | undefined {
    const refused = kept === undefined ? undefined : runtime.set('cmi.suspend_data', kept);
    runtime.set('cmi.core.exit', 'suspend');
    runtime.set('cmi.core.session_time', timespan(this.#now().getTime() - this.#begun.getTime()));
    return firstOf([refused, runtime.commit()]);
  }
}

const runtimeOf = (api: Api12): Runtime<Elements12> =>
  new Runtime({
    initialize: () => api.LMSInitialize(''),
    terminate: () => api.LMSFinish(''),
    get: (element) => api.LMSGetValue(element),
    set: (element, value) => api.LMSSetValue(element, value),
    commit: () => api.LMSCommit(''),
    lastError: () => api.LMSGetLastError(),
    errorString: (code) => api.LMSGetErrorString(code),
  });
