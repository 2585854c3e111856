import type { CheckResult, Result } from '../../embed/protocol.ts';
import type { PackageData, Recorder, Session } from '../recorder.ts';
import { responseOf, wordId } from '../scorm-words.ts';
import type { Standing } from '../standing.ts';
import { isTrouble, type Trouble } from '../trouble.ts';
import { type Kept, keptIn } from './kept.ts';
import { launchIn, learnerOf, recallProgress, rememberProgress } from './launch.ts';
import { fetchToken, type Launch, Lrs } from './lrs.ts';
import { Cmi5Statements, type Statement } from './statements.ts';

/** An open session. */
interface Live {
  launch: Launch;
  token: string;
  begun: string;
  lrs: Lrs;
  statements: Cmi5Statements;
}

/** A store's state has room for any work; this is what a request that outlives its page may carry. */
const ROOM_CMI5 = 48_000;

/** Tells results to an LMS that speaks cmi5, by its learning record store. */
export class Cmi5Recorder implements Recorder {
  readonly room = ROOM_CMI5;
  readonly #search: string;
  readonly #language: string;
  readonly #asked: PackageData['checks'];
  readonly #told: string[] = [];
  /** Statements that are written and not yet taken. */
  #unsent: Statement[] = [];
  #live: Live | undefined;
  #kept: Kept = { work: '', best: undefined, passed: false };
  #last: { result: Result; standing: Standing } | undefined;

  /** `search`: of the page's address, as the LMS launched it. */
  constructor(search: string, language: string, asked: PackageData['checks']) {
    this.#search = search;
    this.#language = language;
    this.#asked = asked;
  }

  async open(): Promise<Session | Trouble> {
    const launch = launchIn(this.#search);
    if (!launch) return { code: 'missing' };
    const earlier = recallProgress(launch);
    if (earlier?.over) return { code: 'used-up' };
    const token = earlier?.token ?? (await fetchToken(launch));
    if (isTrouble(token)) return token;
    rememberProgress(launch, { token, begun: earlier?.begun, over: false });
    const live = this.#liveWith(launch, token, earlier?.begun ?? new Date().toISOString());
    const trouble = (await this.#initialized(live, earlier?.begun)) ?? (await this.#flush(live.lrs));
    if (trouble) return trouble;
    rememberProgress(launch, { token, begun: live.begun, over: false });
    this.#live = live;
    this.#kept = keptIn(await live.lrs.kept());
    return this.#session(live);
  }

  async record(result: Result, standing: Standing, work: string | undefined): Promise<Trouble | undefined> {
    const live = this.#recording;
    if (!live) return undefined;
    this.#last = { result, standing };
    for (const [n, check] of result.checks.entries()) this.#tell(live.statements, check, n);
    if (standing.passed && !this.#kept.passed) {
      live.statements.pass(scoreOf(result, standing));
      live.statements.complete();
      this.#kept.passed = true;
    }
    this.#kept = { ...this.#kept, work: work ?? this.#kept.work, best: standing.best };
    return (await this.#flush(live.lrs)) ?? live.lrs.keep(this.#kept);
  }

  async keep(work: string): Promise<Trouble | undefined> {
    this.#kept.work = work;
    return this.#recording?.lrs.keep(this.#kept);
  }

  /** A session passes or fails once: who has not passed by the end has failed. */
  close(work: string | undefined): void {
    const live = this.#live;
    if (!live) return;
    if (work !== undefined) this.keep(work);
    if (this.#last && !this.#kept.passed) live.statements.fail(scoreOf(this.#last.result, this.#last.standing));
    live.statements.terminate();
    this.#flush(live.lrs);
    rememberProgress(live.launch, { token: live.token, begun: live.begun, over: true });
    this.#live = undefined;
  }

  get #recording(): Live | undefined {
    return this.#live?.statements.launchData.launchMode === 'Normal' ? this.#live : undefined;
  }

  #liveWith(launch: Launch, token: string, begun: string): Live {
    const statements = new Cmi5Statements(launch, token, async (statement) => {
      this.#unsent.push(statement);
    });
    return { launch, token, begun, lrs: new Lrs(launch, token), statements };
  }

  /** Reads what the LMS says of the launch, and says *initialized* unless that was said before a reload. */
  async #initialized({ statements, token }: Live, before: string | undefined): Promise<Trouble | undefined> {
    try {
      await statements.initialize(before ? { authToken: token, initializedDate: new Date(before) } : undefined);
      return undefined;
    } catch (error) {
      return { code: 'not-opened', said: String(error) };
    }
  }

  #session({ launch, statements }: Live): Session {
    const { launchMode, masteryScore, returnURL } = statements.launchData;
    return {
      kept: this.#kept.work,
      standing: { best: this.#kept.best, passed: this.#kept.passed },
      learner: learnerOf(launch.actor),
      records: launchMode === 'Normal',
      ...(typeof masteryScore === 'number' ? { mastery: masteryScore } : {}),
      ...(returnURL && /^https?:/i.test(returnURL) ? { returnUrl: returnURL } : {}),
    };
  }

  /** One check as an answered question, unless it came out as it did before. */
  #tell(statements: Cmi5Statements, check: CheckResult, n: number): void {
    const response = responseOf(check);
    if (this.#told[n] === response) return;
    this.#told[n] = response;
    const asked = { [this.#language]: this.#asked[check.id] ?? check.id };
    statements.interactionOther('checks', wordId(check.id), response, 'passed', asked, undefined, check.passed);
  }

  /** One request for all that waits, in the order in which it was written. What is not taken waits on. */
  async #flush(lrs: Lrs): Promise<Trouble | undefined> {
    const statements = this.#unsent;
    if (statements.length === 0) return undefined;
    this.#unsent = [];
    const trouble = await lrs.send(statements);
    if (trouble) this.#unsent = [...statements, ...this.#unsent];
    return trouble;
  }
}

/** Four decimals are what scores are compared by. */
const scoreOf = ({ score: { max } }: Result, { best = 0 }: Standing) => ({
  scaled: Math.round(best * 10_000) / 10_000,
  raw: Math.round(best * max * 100) / 100,
  min: 0,
  max,
});
