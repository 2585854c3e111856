import { type Host, shownTerminal, type World } from '../../../simulator/index.ts';
import type { TerminalView } from '../protocol.ts';

type Terminal = Extract<Host, { kind: 'terminal' }>;

/** The windows of a world, open or closed. */
export const windowsOf = (world: World): Terminal[] =>
  [...world.hosts.values()].filter((host) => host.kind === 'terminal');

/** A window as a page shows it. */
export function terminalView(terminal: Terminal): TerminalView {
  const { name, mode, screen, history } = terminal;
  return { name, ...shownTerminal(terminal), closed: mode === 'closed', screen, history };
}

/** Screens and histories are replaced when they change, so that being the same object tells enough. */
export const sameView = (one: TerminalView, other: TerminalView): boolean =>
  one.screen === other.screen &&
  one.history === other.history &&
  one.prompt === other.prompt &&
  one.program === other.program &&
  one.closed === other.closed;
