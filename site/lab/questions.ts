import type { CompletedLine, HostName } from '../../simulator/index.ts';

/** What the views ask of the engine about the run, each with its answer. Only data: the engine may live in a worker. */
export interface Questions {
  /** What Tab makes of a line in a window, with the cursor at `at`. */
  complete: { ask: { host: HostName; line: string; at: number }; answer: CompletedLine };
}

export type Question = { [Kind in keyof Questions]: { type: Kind } & Questions[Kind]['ask'] }[keyof Questions];

export type AnswerTo<Q extends Question> = Questions[Q['type']]['answer'];

/** Asks the engine; the answer is about the moment that it shows by then. */
export type Ask = <Q extends Question>(question: Q) => Promise<AnswerTo<Q>>;
