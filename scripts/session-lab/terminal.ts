/** Where a command writes, and what it may know of its surroundings. */
export interface Terminal {
  /** To standard output; brings its own line ends. */
  print(text: string): void;
  /** To standard error. */
  complain(text: string): void;
  /** Standard error is a screen, on which a line can be written again. */
  redraws: boolean;
  /** Colours for standard output; leaves a text as it is where nobody sees them. */
  paint(colour: 'green' | 'red' | 'dim' | 'bold', text: string): string;
  /** Names the language of the surroundings, e.g. `zh_CN.UTF-8`. */
  locale: string;
}

/** What the exit code says. */
export const exits = {
  /** All passed; the files are accepted; the run was played. */
  good: 0,
  /** Some submission failed; some file is refused. */
  bad: 1,
  /** Of some submission nothing could be tried. */
  ungradable: 2,
  /** Wrong usage, or a mistake of the program's own. */
  error: 3,
} as const;
