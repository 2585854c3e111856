import type { Job } from './job.ts';
import { onScreen, type Printed, show, type Terminal, type Turn } from './state.ts';

/** Gives a program that takes time the window, or puts it among the jobs. */
export function begin(
  turn: Turn,
  { source, program, command, readers }: Pick<Job, 'source' | 'program' | 'command' | 'readers'>,
  printed: readonly Printed[],
  background: boolean,
): void {
  const { terminal, out } = turn;
  const pid = program.kind === 'host' ? program.pid : out.pid();
  const number = background ? nextNumber(terminal) : 0;
  const job: Job = { number, pid, source, state: 'running', program, command, readers, collected: [] };
  if (background) {
    show(terminal, [{ kind: 'output', text: `[${number}] ${pid}`, error: false }]);
    terminal.jobs = [...terminal.jobs, printedBy(turn, job, printed)];
  } else terminal.foreground = printedBy(turn, job, printed);
  nextBeat(turn, job);
}

const nextNumber = ({ jobs }: Terminal): number => Math.max(0, ...jobs.map(({ number }) => number)) + 1;

/** The self-addressed message that makes a timed program go on. */
export function nextBeat({ terminal, out }: Turn, { program, pid }: Job): void {
  const beat = program.kind === 'timed' ? program.beats[0] : undefined;
  if (beat) out.send(terminal.name, { type: 'work', chain: '', what: `beat ${pid}` }, beat.after);
}

/** The lines a job printed: kept while a pipe or a file waits for them, else on the screen at once. */
export function printedBy({ terminal }: Turn, job: Job, printed: readonly Printed[]): Job {
  if (printed.length === 0) return job;
  const direct = job.readers.length === 0 && !job.command.redirects.some((redirect) => !('input' in redirect));
  if (!direct) return { ...job, collected: [...job.collected, ...printed] };
  show(terminal, printed.map(onScreen));
  return job;
}

/** Every program of a shell, the one in the window first, then the newest. */
export const jobsOf = ({ foreground, jobs }: Terminal): Job[] =>
  foreground ? [foreground, ...jobs.toReversed()] : jobs.toReversed();

/** Puts a changed job in the place of the old. */
export function replace(terminal: Terminal, job: Job): void {
  if (terminal.foreground?.pid === job.pid) terminal.foreground = job;
  else terminal.jobs = terminal.jobs.map((one) => (one.pid === job.pid ? job : one));
}

/** Ctrl-Z: the program keeps what it has, and stands still among the jobs. */
export function suspend(terminal: Terminal): void {
  const job = terminal.foreground;
  if (!job) return;
  const stopped: Job = { ...job, state: 'stopped', number: job.number || nextNumber(terminal) };
  terminal.foreground = undefined;
  terminal.jobs = [...terminal.jobs, stopped];
  terminal.status = 148;
  terminal.notices = [...terminal.notices, lineOf(terminal, stopped, 'Stopped')];
}

/** As bash's table of jobs: `[1]+  Stopped                 ./src/redis-server ./redis.conf`. */
export function lineOf({ jobs }: Terminal, job: Job, state = job.state === 'running' ? 'Running' : 'Stopped'): string {
  const place = jobs.findIndex(({ pid }) => pid === job.pid);
  const mark = place < 0 || place === jobs.length - 1 ? '+' : place === jobs.length - 2 ? '-' : ' ';
  return `[${job.number}]${mark}  ${state.padEnd(24)}${job.source}${state === 'Running' ? ' &' : ''}`;
}

/** Says what has become of the jobs, as bash does before it prompts. */
export function toldAtPrompt(terminal: Terminal): void {
  show(
    terminal,
    terminal.notices.map((text) => ({ kind: 'output', text, error: false })),
  );
  terminal.notices = [];
}
