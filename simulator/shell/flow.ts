import { expand, type Surroundings } from './line/expand.ts';
import type { Each, Loop, Pipeline, Step } from './line/parse.ts';
import type { Printed, Terminal } from './state.ts';

/** What a shell still has to do: steps as they were read, and what loops and scripts have made of theirs. */
export type Todo =
  | Step
  | (Always & { decides: Loop })
  | (Always & { variable: string; value: string })
  | (Always & { says: readonly Printed[]; status: number })
  | (Always & { leaves: Frame });

interface Always {
  when: 'always';
}

/** What a script found when it began, and what is so again once it is over. */
export interface Frame {
  cwd: string;
  variables: Readonly<Record<string, string>>;
  errexit: boolean;
}

/** A round of a loop takes a moment at least (ms), so that one without end does not stop the clock. */
export const ROUND = 10;

export const isPipeline = (todo: Todo): todo is { when: Step['when'] } & Pipeline => 'commands' in todo;

/** Does what is no command: begins a loop or its next round, leaves a script. True: the round takes its moment. */
export function unfold(terminal: Terminal, todo: Exclude<Todo, Pipeline>, around: Surroundings): boolean {
  const go = (...todos: readonly Todo[]) => {
    terminal.plan = [...todos, ...terminal.plan];
  };
  if ('test' in todo) go(...todo.test, { when: 'always', decides: todo });
  else if ('values' in todo) go(...rounds(todo, around));
  else if ('decides' in todo) {
    const { decides } = todo;
    if ((terminal.status === 0) !== decides.until) {
      go(...decides.body, { ...decides, when: 'always' });
      return true;
    }
    terminal.status = 0;
  } else if ('variable' in todo) terminal.variables = { ...terminal.variables, [todo.variable]: todo.value };
  else if ('leaves' in todo) Object.assign(terminal, todo.leaves);
  else if ('says' in todo) terminal.status = todo.status;
  return false;
}

const rounds = ({ variable, values, body }: Each, around: Surroundings): Todo[] =>
  values
    .flatMap((word) => expand(word, around))
    .flatMap((value): Todo[] => [{ when: 'always', variable, value }, ...body]);

/** Whether a command that fails here ends a script that says `set -e`: not where something asks how it went. */
export const isUnasked = ({ errexit, plan: [next] }: Terminal): boolean =>
  errexit && (next === undefined || (next.when === 'always' && !('decides' in next)));

/** The script that runs is over; the status is that of its last command. */
export function leaveScript(terminal: Terminal): void {
  const at = terminal.plan.findIndex((todo) => 'leaves' in todo);
  terminal.plan = at < 0 ? [] : terminal.plan.slice(at);
}

/** Nothing of what was to be done is done any more, in however many scripts. */
export function abandon(terminal: Terminal): void {
  const outermost = terminal.plan.findLast((todo) => 'leaves' in todo);
  terminal.plan = [];
  if (outermost && 'leaves' in outermost) Object.assign(terminal, outermost.leaves);
}
