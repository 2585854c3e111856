import type { Options } from './arguments.ts';

/**
 * A running redis-cli as plain data. It knows no network: whoever drives it (a terminal of the lab, a test) carries
 * what it sends to a server and the answers back (`cli.ts`).
 */
export interface Cli {
  readonly options: Options;
  /** Where it connects; the line `connect host port` changes it. */
  readonly host: string;
  readonly port: number;
  /**
   * `none`: no connection, and it knows. `open`: as far as it knows. `closed`: the server has closed it, which it
   * notices when it next sends. `failed`: it has noticed, and does not say so until it is asked to send.
   */
  readonly connection: 'none' | 'open' | 'closed' | 'failed';
  /** The database that it believes to be in, and the one it was told to be in (7.0.15 keeps both). */
  readonly database: number;
  readonly wanted: number;
  /** The prompt as it was last made: it is not made anew for every line. */
  readonly prompt: string;
  readonly inTransaction: boolean;
  readonly databaseBefore: number;
  /** SHUTDOWN was sent: a lost connection is no error from now on. */
  readonly shutdown: boolean;
  /** Reads replies until it is ended: MONITOR, SUBSCRIBE. */
  readonly reading: boolean;
  /** The server closed the door without reading (protected mode, too many clients): sending gives a reset. */
  readonly turnedAway: boolean;
  /** A connection was asked for and nothing came back yet; whether a refusal is to be told. */
  readonly connecting?: { quiet: boolean } | undefined;
  /** What it has to do; the first is what it waits for. Empty: it waits for a line. */
  readonly todo: readonly Todo[];
  /** When the line was typed, in ms: what takes half a second or more is followed by its time. */
  readonly since: number;
}

export type Todo =
  /** Opens a connection, unless there is one and it is not to be forced; then AUTH and SELECT. */
  | { do: 'connect'; force: boolean; quiet: boolean }
  | { do: 'auth' }
  | { do: 'select' }
  /** Asks the server for its commands, for `help` and completion. */
  | { do: 'help'; command: string[] }
  /** What was typed, so many times more. `retried`: the connection was lost once already (3.2.1 sends again). */
  | { do: 'command'; command: string[]; times: number; retried: boolean };

/** Something it prints, line ends included. */
export interface Printed {
  to: 'stdout' | 'stderr';
  text: string;
}

/** What redis-cli does next. */
export interface Outcome {
  cli: Cli;
  print: Printed[];
  /** Open a new connection to `cli.host`:`cli.port` before sending (and drop the old one). */
  connect: boolean;
  /** Commands to send, as bytes; it waits for the answer. With `connect` and none: only connect. */
  send: string[][];
  /** Milliseconds to wait before sending (`-i`). */
  pause: number;
  /** `clear` was typed. */
  clear?: true;
  /** `help SET` was typed: the real one prints the page of this topic, which the lab does not have. */
  unmodelled?: string;
  /** The server of the lab cannot carry out this command (bytes); a real one would have answered it. */
  refusedCommand?: string;
  /** The program has ended. */
  exit?: number;
}

export const still = (cli: Cli): Outcome => ({ cli, print: [], connect: false, send: [], pause: 0 });

/** `one`, then what `next` makes of the state it leaves. */
export function andThen(one: Outcome, next: (cli: Cli) => Outcome): Outcome {
  if (one.exit !== undefined) return one;
  const two = next(one.cli);
  return {
    ...one,
    ...two,
    print: [...one.print, ...two.print],
    connect: one.connect || two.connect,
    send: [...one.send, ...two.send],
    pause: one.pause + two.pause,
  };
}

export const print = (cli: Cli, text: string, to: Printed['to'] = 'stdout'): Outcome => ({
  ...still(cli),
  print: text === '' ? [] : [{ to, text }],
});

/** The prompt made anew (redis-cli.c, `cliRefreshPrompt`). 3.2.1 hides the number after an error. */
export function refreshed(cli: Cli, afterError = false): Cli {
  const modern = cli.options.version !== '3.2.1';
  const host = cli.host.includes(':') ? `[${cli.host}]` : cli.host;
  const number = cli.database !== 0 && (modern || !afterError) ? `[${cli.database}]` : '';
  return { ...cli, prompt: `${host}:${cli.port}${number}${modern && cli.inTransaction ? '(TX)' : ''}> ` };
}
