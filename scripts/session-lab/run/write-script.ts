import type { Planned } from '../../../simulator/index.ts';

type Doing = Planned['action'];

/**
 * A plan as a script that `readScript` reads, a line for each thing that is done; `undefined` when something in it has
 * no line.
 */
export function scriptOf(plan: readonly Planned[]): string[] | undefined {
  const lines = plan.map(({ at, action }) => ({ at, text: lineOf(action) })).sort((a, b) => a.at - b.at);
  return lines.every(({ text }) => text !== undefined) ? lines.map(({ at, text }) => `${at}ms ${text}`) : undefined;
}

const verbs = {
  start: 'start',
  stop: 'stop',
  crash: 'kill -9',
  hang: 'hang',
  resume: 'resume',
  reload: 'reload',
  quit: 'quit',
} as const;

function lineOf(action: Doing): string | undefined {
  switch (action.kind) {
    case 'visit': {
      const { method, path, patience } = action.visit;
      return patience === undefined ? `${action.host} ${method === undefined ? '' : `${method} `}${path}` : undefined;
    }
    case 'power':
      return `${verbs[action.event]} ${action.host}`;
    case 'link':
      return `${action.event} ${action.from} ${action.to}`;
    case 'type':
      return action.line === action.line.trim() && action.line !== '' ? `${action.host}$ ${action.line}` : undefined;
    default:
      return undefined;
  }
}
