import type { HostFile, HostName, Problem } from '../../../../simulator/index.ts';
import { diagnoser, type Reading } from '../../../editor/diagnose.ts';
import { languageOf, loadLanguage } from '../../../editor/language.ts';
import type { EditedFiles } from '../../protocol.ts';

/** What is wrong with the learner's files by the rules of their languages: the first error in the program's words, and how many there are. */
export interface Tick {
  errors: number;
  first: FirstError | undefined;
}

export interface FirstError {
  host: HostName;
  problem: Problem;
  words: string;
}

/** Reads the files that may be edited whenever one was changed, as soon as nobody types. */
export class LanguageTicks {
  readonly #edits: readonly HostFile[];
  readonly #diagnosers = new Map<string, ReturnType<typeof diagnoser>>();
  #read: Readonly<Record<string, { host: HostName; errors: Problem[]; words: string }>> = $state.raw({});
  #asked: EditedFiles = {};

  constructor(edits: readonly HostFile[]) {
    this.#edits = edits;
  }

  /** `undefined` until every file was read. */
  get tick(): Tick | undefined {
    const read = this.#edits.map(({ host, file }) => this.#read[keyOf(host, file)]);
    if (read.includes(undefined)) return undefined;
    const errors = read.reduce((sum, one) => sum + (one?.errors.length ?? 0), 0);
    return { errors, first: this.firstError() };
  }

  /** The first error, of all files or of a host's. */
  firstError(of?: HostName): FirstError | undefined {
    for (const { host, file } of this.#edits) {
      const { errors: [problem] = [], words = '' } = this.#read[keyOf(host, file)] ?? {};
      if (problem && (of === undefined || of === host)) return { host, problem, words };
    }
    return undefined;
  }

  /** Reads those files of which the host has others now. */
  read(files: EditedFiles): void {
    for (const { host, file } of this.#edits) {
      const own = files[host];
      if (!own || own === this.#asked[host]) continue;
      const key = keyOf(host, file);
      const one = this.#diagnosers.get(key) ?? diagnoser((reading) => void this.#take(key, reading));
      this.#diagnosers.set(key, one);
      one.ask(host, own, file);
    }
    this.#asked = files;
  }

  close(): void {
    for (const one of this.#diagnosers.values()) one.stop();
  }

  async #take(key: string, { host, name, problems }: Reading): Promise<void> {
    const errors = problems.filter(({ file, severity }) => file === name && severity === 'error');
    const [first] = errors;
    const words = first ? (await loadLanguage(languageOf(name))).words(first) : '';
    this.#read = { ...this.#read, [key]: { host, errors, words } };
  }
}

const keyOf = (host: HostName, file: string) => `${host}/${file}`;
