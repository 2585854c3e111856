import type { Signal } from '../../engine/world.ts';
import { type Call, type CommandFunction, fails, prints, type Result } from '../call.ts';
import type { Job } from '../job.ts';
import { lineOf, nextBeat, replace } from '../jobs.ts';
import type { Turn } from '../state.ts';

export const jobs: CommandFunction = ({ turn: { terminal } }) =>
  prints(...terminal.jobs.map((job) => lineOf(terminal, job)));

/** The job that `%2`, `%%`, `2` or nothing names. */
function jobNamed({ terminal }: Turn, word = '%%'): Job | undefined {
  const name = word.replace(/^%/, '');
  if (name === '' || name === '%' || name === '+') return terminal.jobs.at(-1);
  if (name === '-') return terminal.jobs.at(-2);
  return terminal.jobs.find(
    ({ number, source }) => String(number) === name || (!/^\d/.test(name) && source.startsWith(name)),
  );
}

/** `fg`: the job has the window again. */
export const fg: CommandFunction = (call) => {
  const { turn, args } = call;
  const job = jobNamed(turn, args[0]);
  if (!job) return fails(1, `bash: fg: ${args[0] ?? 'current'}: no such job`);
  const going = resumed(turn, job);
  turn.terminal.jobs = turn.terminal.jobs.filter(({ pid }) => pid !== job.pid);
  turn.terminal.foreground = going;
  return prints(job.source);
};

export const bg: CommandFunction = ({ turn, args }) => {
  const job = jobNamed(turn, args[0]);
  if (!job) return fails(1, `bash: bg: ${args[0] ?? 'current'}: no such job`);
  replace(turn.terminal, resumed(turn, job));
  return prints(`[${job.number}]+ ${job.source} &`);
};

function resumed(turn: Turn, job: Job): Job {
  if (job.state === 'running') return job;
  const going: Job = { ...job, state: 'running' };
  if (job.program.kind === 'host') turn.out.send(job.program.host, { type: 'signal', signal: 'SIGCONT' }, 0);
  nextBeat(turn, going);
  return going;
}

/** `kill %1`. */
export function signalJob(
  { turn }: Call,
  word: string,
  signal: Signal | undefined,
): Extract<Result, { status: number }> {
  const job = jobNamed(turn, word);
  if (!job) return { printed: [{ to: 2, text: `bash: kill: ${word}: no such job` }], status: 1 };
  if (signal !== undefined) {
    const { program } = job;
    turn.sent = true;
    if (program.kind === 'host') turn.out.send(program.host, { type: 'signal', signal }, 0);
    else turn.out.send(turn.terminal.name, { type: 'signal', signal, pid: job.pid }, 0);
  }
  return { printed: [], status: 0 };
}

/** `wait` for what is in the background is left out: it returns at once. */
export const wait: CommandFunction = () => prints();
