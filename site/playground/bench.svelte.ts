import type { HostFile, Lab } from '../../simulator/index.ts';
import type { LiveLab, Opened } from '../lab/page/live-lab.svelte.ts';
import type { Snapshot } from '../lab/protocol.ts';
import { keepDraft } from '../progress/drafts.ts';
import type { ExperimentId } from './experiments/experiments.ts';

/** A lab on the playground from its building on, and what it was built for. */
export interface Run {
  number: number;
  /** Names the draft that the browser keeps of it. */
  id: string;
  lab: Lab;
  first: Snapshot;
  edits: readonly HostFile[];
  experiment: ExperimentId | undefined;
  /** It came by a link. */
  opened?: Opened;
}

/** What a run is made from. */
export type NewRun = Pick<Run, 'lab' | 'first' | 'experiment' | 'opened'>;

/** The playground's bench: the lab that stands on it, and the one before, kept as it is for whoever wants it back. */
export class Bench {
  runs: readonly Run[] = $state.raw([]);
  current = $state(0);
  /** By the run's number, once it is on the page. */
  #live = $state.raw<Record<number, LiveLab>>({});
  #newest = 0;
  #then: ((live: LiveLab) => void) | undefined;

  constructor(first: Pick<Run, 'lab' | 'first'>) {
    this.runs = [{ ...first, number: 0, id: 'playground', edits: editsOf(first.lab), experiment: undefined }];
  }

  get run(): Run {
    return this.runs.find(({ number }) => number === this.current) as Run;
  }

  /** The lab as the page shows it; not before it is on the page. */
  get live(): LiveLab | undefined {
    return this.#live[this.current];
  }

  /** The run that an undo brings back. */
  get before(): Run | undefined {
    return this.runs.find(({ number }) => number < this.current);
  }

  /** Something has happened in the lab that a new one would throw away. */
  get hasRun(): boolean {
    const { live } = this;
    return live !== undefined && live.context.requests.length > 0;
  }

  /** A lab has come onto the page. */
  readonly put = (number: number, live: LiveLab): void => {
    this.#live = { ...this.#live, [number]: live };
    if (number === 0) return;
    live.wake();
    live.keeps = true;
    this.#then?.(live);
    this.#then = undefined;
  };

  /** Puts another lab on the bench, and does something with it once it is there. The one that stood there is kept until the next. */
  begin({ lab, first, experiment, opened }: NewRun, then?: (live: LiveLab) => void): void {
    this.#then = then;
    const { run } = this;
    const id = run.id === 'playground-a' ? 'playground-b' : 'playground-a';
    keepDraft(id, undefined);
    const next = {
      number: ++this.#newest,
      id,
      lab,
      first,
      edits: editsOf(lab),
      experiment,
      ...(opened ? { opened } : {}),
    };
    this.#keep([run, next], next);
  }

  /** The lab that was remembered takes the place of the one that the page came with. */
  recall({ lab, first }: Pick<Run, 'lab' | 'first'>): void {
    const next = { number: ++this.#newest, id: 'playground-a', lab, first, edits: editsOf(lab), experiment: undefined };
    this.#keep([next], next);
  }

  /** Puts the lab from before back, with its run and its time; what stood there in the meantime goes. */
  undo(): void {
    const { before } = this;
    if (!before) return;
    this.#keep([before], before);
  }

  #keep(runs: readonly Run[], current: Run): void {
    this.runs = runs;
    this.current = current.number;
    const kept = Object.entries(this.#live).filter(([number]) => runs.some((run) => run.number === Number(number)));
    this.#live = Object.fromEntries(kept);
  }
}

/** The files that people edit, in the order of their tabs. */
export function editsOf({ nginx, tomcats, redis }: Lab): HostFile[] {
  const shipped = ['mime.types', 'fastcgi_params'];
  const own = Object.keys(nginx.files).filter((file) => !shipped.includes(file));
  return [
    ...own.map((file) => ({ host: 'nginx', file })),
    ...(redis ? [{ host: 'redis', file: 'redis.conf' }] : []),
    ...tomcats.flatMap(({ name, files }) =>
      ['conf/context.xml', 'conf/server.xml', 'conf/web.xml']
        .filter((file) => file in files)
        .map((file) => ({ host: name, file })),
    ),
  ];
}
