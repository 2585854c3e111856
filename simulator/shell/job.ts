import type { Address, Connection, DiskFile, HostName } from '../engine/world.ts';
import type { Cli } from '../redis/cli/state.ts';
import type { Command } from './line/parse.ts';
import type { Printed } from './state.ts';

/** A program that takes time, as the shell that started it knows it. */
export interface Job {
  /** Its number among the jobs; 0 while it has the window and never left it. */
  number: number;
  pid: number;
  /** As it was typed. */
  source: string;
  state: 'running' | 'stopped';
  program: Program;
  /** The command it is of a pipeline, for its redirections; then those that read its output. */
  command: Command;
  readers: readonly Command[];
  /** What it printed so far, while somebody else than the screen is to read it. */
  collected: readonly Printed[];
}

export type Program =
  | HostProgram
  | TimedProgram
  /** `tail -f`: the files, and whether their names are shown. */
  | { kind: 'tail'; files: readonly string[]; shown: string | undefined }
  | RedisCli
  | Exchange;

/** A server, or a command that talks to one: it runs in a host, which says when it is over. */
export interface HostProgram {
  kind: 'host';
  host: HostName;
  name: string;
  pid: number;
  /** A log that it writes to the screen instead. */
  shows: string | undefined;
}

/** A program of which only its output and what it leaves behind are modelled. */
export interface TimedProgram {
  kind: 'timed';
  name: string;
  beats: readonly Beat[];
}

/** So many ms later something is printed and written. */
export interface Beat {
  after: number;
  printed: readonly Printed[];
  files?: Readonly<Record<string, DiskFile>>;
  /** What the program ends with, on its last beat. */
  status?: number;
}

/** redis-cli with its connection; `lines`: the commands that came through a pipe. */
export interface RedisCli {
  kind: 'redis-cli';
  name: string;
  cli: Cli;
  connection: Connection;
  address: Address;
  lines: readonly string[] | undefined;
}

/** curl, waiting for the answer to its request. */
export interface Exchange {
  kind: 'curl';
  chain: string;
  hostName: string;
  port: number;
  path: string;
  address: string;
  options: CurlOptions;
  /** Where it may be redirected to so many times more (`-L`). */
  redirects: number;
}

export interface CurlOptions {
  url: string;
  method: string;
  headers: readonly (readonly [string, string])[];
  data: string | undefined;
  include: boolean;
  headOnly: boolean;
  verbose: boolean;
  silent: boolean;
  showError: boolean;
  follow: boolean;
  fail: boolean;
  output: string | undefined;
  /** The file that cookies are read from, and the one that they are written to. */
  cookieFile: string | undefined;
  cookieText: string | undefined;
  jar: string | undefined;
  writeOut: string | undefined;
}
