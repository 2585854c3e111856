import type { Traffic } from '../../../../simulator/index.ts';
import type { LiveLab } from '../../page/live-lab.svelte.ts';
import { Runs } from '../../runs/runs.ts';
import type { Forecast } from '../../runs/tasks.ts';

/** How far ahead is played, in virtual ms: as much as a learner would hardly wait for. */
export const AHEAD = 600_000;
/** The chart shows it in so many parts. */
export const PARTS = 30;

/** Who visits in what is played ahead. */
export interface Visiting {
  visitors: number;
  /** Requests a second. */
  rate: number;
  /** Nobody visited by himself: this is begun at the moment from which is played. */
  begun: Traffic | undefined;
}

/** What comes of the run of a lab if it goes on, played where nobody sees it. The run itself stays where it is. */
export class Forecasting {
  readonly #lab: LiveLab;
  readonly #runs = new Runs();
  #task: AbortController | undefined;

  state: 'idle' | 'working' | 'done' | 'cancelled' | 'failed' = $state('idle');
  share = $state(0);
  failure = $state('');
  found: (Forecast & { from: number; visiting: Visiting }) | undefined = $state.raw();

  constructor(lab: LiveLab) {
    this.#lab = lab;
  }

  /** Plays on from the moment that the lab shows. What was still being played is given up. */
  async begin(visiting: Visiting): Promise<void> {
    this.#task?.abort();
    const task = new AbortController();
    this.#task = task;
    this.state = 'working';
    this.share = 0;
    try {
      const history = await this.#lab.ask({ type: 'history' });
      const asks = { history, more: AHEAD, begun: visiting.begun, parts: PARTS };
      const onprogress = (share: number) => (this.share = share);
      const forecast = await this.#runs.do('forecast', asks, { signal: task.signal, onprogress });
      this.found = { ...forecast, from: history.at, visiting };
      this.state = 'done';
    } catch (error) {
      if (task.signal.aborted) return;
      this.failure = error instanceof Error ? error.message : String(error);
      this.state = 'failed';
    }
  }

  cancel(): void {
    this.#task?.abort();
    this.state = 'cancelled';
  }

  close(): void {
    this.#task?.abort();
    this.#runs.close();
  }
}
