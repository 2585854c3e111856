import { setup } from 'xstate';
import { lifecycle } from '../core/lifecycle.ts';

export type TerminalMode = 'prompt' | 'busy' | 'closed';
export type TerminalEvent = 'run' | 'done' | 'close';

/** A window: bash waits for a line, a program has the window, or it is closed. */
export const terminalChart = setup({
  types: { events: {} as { type: TerminalEvent } },
}).createMachine({
  id: 'terminal',
  initial: 'prompt',
  states: {
    prompt: { on: { run: 'busy', close: 'closed' } },
    busy: { on: { done: 'prompt', close: 'closed' } },
    closed: {},
  },
});

export const terminalLifecycle = lifecycle<TerminalMode, TerminalEvent>(terminalChart);
