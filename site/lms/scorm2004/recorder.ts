import type { CheckResult, Result } from '../../embed/protocol.ts';
import { awaited, findApi, type Patience } from '../find-api.ts';
import type { PackageData, Recorder, Session } from '../recorder.ts';
import { Runtime } from '../runtime.ts';
import { firstOf, percent, responseOf, wordId } from '../scorm-words.ts';
import type { Standing } from '../standing.ts';
import type { Trouble } from '../trouble.ts';
import { type Api2004, type Elements2004, localized, ROOM_2004, timeInterval, timestamp } from './elements.ts';

/** Tells results to an LMS that speaks SCORM 2004. */
export class Scorm2004 implements Recorder {
  readonly room = ROOM_2004;
  readonly #window: Window;
  readonly #patience: Patience;
  readonly #now: () => Date;
  readonly #begun: Date;
  /** The package's language, and what its checks ask for in it. */
  readonly #language: string;
  readonly #asked: PackageData['checks'];
  readonly #told: string[] = [];
  #runtime: Runtime<Elements2004> | undefined;
  #records = false;

  constructor(window: Window, patience: Patience, now: () => Date, language: string, asked: PackageData['checks']) {
    this.#window = window;
    this.#patience = patience;
    this.#now = now;
    this.#begun = now();
    this.#language = language;
    this.#asked = asked;
  }

  async open(): Promise<Session | Trouble> {
    const api = await awaited(() => findApi<Api2004>(this.#window, 'API_1484_11', 'Initialize'), this.#patience);
    if (!api) return { code: 'missing' };
    const runtime = runtimeOf(api);
    const trouble = runtime.initialize();
    if (trouble) return trouble;
    this.#runtime = runtime;
    this.#records = !['browse', 'review'].includes(runtime.get('cmi.mode'));
    const scaled = Number.parseFloat(runtime.get('cmi.score.scaled'));
    if (this.#records && runtime.get('cmi.completion_status') !== 'completed') this.#begin(runtime);
    return {
      kept: runtime.get('cmi.suspend_data'),
      standing: {
        best: Number.isNaN(scaled) ? undefined : scaled,
        passed: runtime.get('cmi.success_status') === 'passed',
      },
      learner: runtime.get('cmi.learner_id'),
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
    const scaled = Math.round(best * 10_000) / 10_000;
    return firstOf([
      ...checks.map((check, n) => this.#tell(runtime, check, n)),
      runtime.set('cmi.score.min', '0'),
      runtime.set('cmi.score.max', '100'),
      runtime.set('cmi.score.raw', percent(best)),
      runtime.set('cmi.score.scaled', String(scaled)),
      runtime.set('cmi.progress_measure', passed ? '1' : String(scaled)),
      runtime.set('cmi.completion_status', passed ? 'completed' : 'incomplete'),
      runtime.set('cmi.success_status', passed ? 'passed' : 'failed'),
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
  #tell(runtime: Runtime<Elements2004>, check: CheckResult, n: number): Trouble | undefined {
    const response = responseOf(check);
    if (this.#told[n] === response) return undefined;
    const asked = this.#asked[check.id];
    const trouble = firstOf([
      runtime.set(`cmi.interactions.${n}.id`, wordId(check.id)),
      runtime.set(`cmi.interactions.${n}.type`, 'other'),
      runtime.set(`cmi.interactions.${n}.timestamp`, timestamp(this.#now())),
      runtime.set(`cmi.interactions.${n}.learner_response`, response),
      runtime.set(`cmi.interactions.${n}.result`, check.passed ? 'correct' : 'incorrect'),
      asked === undefined
        ? undefined
        : runtime.set(`cmi.interactions.${n}.description`, localized(this.#language, asked)),
    ]);
    if (!trouble) this.#told[n] = response;
    return trouble;
  }

  #begin(runtime: Runtime<Elements2004>): void {
    runtime.set('cmi.completion_status', 'incomplete');
    this.#store(runtime);
  }

  /** The learner may come back, passed or not: what is kept must be there then. */
  #store(runtime: Runtime<Elements2004>, kept?: string): Trouble | undefined {
    const refused = kept === undefined ? undefined : runtime.set('cmi.suspend_data', kept);
    runtime.set('cmi.exit', 'suspend');
    runtime.set('cmi.session_time', timeInterval(this.#now().getTime() - this.#begun.getTime()));
    return firstOf([refused, runtime.commit()]);
  }
}

const runtimeOf = (api: Api2004): Runtime<Elements2004> =>
  new Runtime({
    initialize: () => api.Initialize(''),
    terminate: () => api.Terminate(''),
    get: (element) => api.GetValue(element),
    set: (element, value) => api.SetValue(element, value),
    commit: () => api.Commit(''),
    lastError: () => api.GetLastError(),
    errorString: (code) => api.GetErrorString(code),
  });
