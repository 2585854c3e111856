import type { Job } from './job.ts';
import { lineOf, nextBeat, printedBy, replace } from './jobs.ts';
import { carryOn, settle } from './run.ts';
import { show, type Turn } from './state.ts';

/** A program is over: its output goes where it waited to go, and the shell does the rest of the line. */
export function finish(turn: Turn, job: Job, status: number): void {
  const { terminal } = turn;
  const result = { printed: job.collected, status };
  if (terminal.foreground?.pid === job.pid) {
    terminal.foreground = undefined;
    settle(turn, job.command, job.readers, result);
    if (status === KILLED) show(terminal, [{ kind: 'output', text: 'Killed', error: true }]);
    if (!terminal.foreground) carryOn(turn);
    return;
  }
  terminal.notices = [...terminal.notices, lineOf(terminal, job, endOf(status))];
  terminal.jobs = terminal.jobs.filter(({ pid }) => pid !== job.pid);
  const { status: before } = terminal;
  settle(turn, job.command, job.readers, result);
  terminal.status = before;
}

const KILLED = 137;

const endOf = (status: number): string =>
  status === 0 ? 'Done' : status === KILLED ? 'Killed' : status === 143 ? 'Terminated' : `Exit ${status}`;

/** The next beat of a timed program is due. */
export function beat(turn: Turn, job: Job): void {
  const { program } = job;
  if (program.kind !== 'timed' || job.state === 'stopped') return;
  const [now, ...beats] = program.beats;
  if (!now) return finish(turn, job, 0);
  for (const [path, file] of Object.entries(now.files ?? {})) turn.out.writeFile(path, file);
  const going = printedBy(turn, { ...job, program: { ...program, beats } }, now.printed);
  replace(turn.terminal, going);
  if (now.status !== undefined) return finish(turn, going, now.status);
  if (beats.length === 0) return finish(turn, going, 0);
  nextBeat(turn, going);
}
