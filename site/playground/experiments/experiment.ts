import type { Lab, Note, Planned } from '../../../simulator/index.ts';

/** Something odd to try: a set-up, what is done to it, and what then comes of it. Its words are in the playground's texts. */
export interface Experiment {
  lab: Lab;
  /** What is done, `at` ms after the servers came up. */
  plan: readonly Planned[];
  /** Virtual ms after which all has happened that the words speak of. */
  until: number;
  /** How fast it is best watched. */
  speed: number;
  /** Whether what the words say came true: for the tests, read from the run's notes. */
  promise(notes: readonly Note[]): boolean;
}

/** What came of the requests for a page, in order: the status, 0 for no answer. */
export const statusesOf = (notes: readonly Note[], visitor?: string): number[] =>
  notes.flatMap((note) => {
    if (visitor !== undefined && note.host !== visitor) return [];
    return note.kind === 'answered' ? [note.status] : note.kind === 'no-answer' ? [0] : [];
  });

/** The servers that nginx chose, in order, of the requests that a time span holds. */
export const picksOf = (notes: readonly Note[], visitor: string, from = 0, to = Number.POSITIVE_INFINITY): string[] =>
  notes.flatMap((note) =>
    note.kind === 'picked' && note.chain?.startsWith(visitor) && note.at >= from && note.at < to ? [note.to] : [],
  );

/** A file is saved. */
export const save = (at: number, host: string, file: string, text: string): Planned => ({
  at,
  action: { kind: 'edit', host, file, text },
});

/** A visitor comes from another address, or from the same as others: behind one router. */
export const from = (lab: Lab, address: string): Lab => ({
  ...lab,
  visitors: lab.visitors.map((visitor) => ({ ...visitor, address })),
});
