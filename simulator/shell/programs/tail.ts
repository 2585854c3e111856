import type { Job } from '../job.ts';
import { jobsOf, printedBy, replace } from '../jobs.ts';
import { settle } from '../run.ts';
import type { Printed, Turn } from '../state.ts';

/** Whether a program reads the end of that file. */
export const follows = ({ program, state }: Job, file: string): boolean =>
  state === 'running' &&
  ((program.kind === 'tail' && program.files.includes(file)) || (program.kind === 'host' && program.shows === file));

/** A file has grown: whoever follows it prints the new lines, at once, through its pipe if it has one. */
export function followed(turn: Turn, file: string, lines: readonly string[]): void {
  for (const job of jobsOf(turn.terminal)) {
    if (!follows(job, file)) continue;
    const printed: Printed[] = [...headOf(job, file), ...lines].map((text) => ({ to: 1, text }));
    const { program } = job;
    const going = program.kind === 'tail' ? { ...job, program: { ...program, shown: file } } : job;
    replace(turn.terminal, going);
    if (job.readers.length > 0) settle(turn, job.command, job.readers, { printed, status: 0 });
    else replace(turn.terminal, printedBy(turn, going, printed));
  }
}

/** Of several files, the name of the one that goes on. */
function headOf({ program }: Job, file: string): string[] {
  if (program.kind !== 'tail' || program.files.length < 2 || program.shown === file) return [];
  return [...(program.shown === undefined ? [] : ['']), `==> ${file} <==`];
}
