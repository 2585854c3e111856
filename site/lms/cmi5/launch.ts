import type { Launch } from './lrs.ts';

/** What the LMS wrote into the address of the launch; `undefined` when this page was not launched by one. */
export function launchIn(search: string): Launch | undefined {
  const given = new URLSearchParams(search);
  const [endpoint, fetch, registration, activityId] = ['endpoint', 'fetch', 'registration', 'activityId'].map((name) =>
    given.get(name),
  );
  const actor = objectIn(given.get('actor'));
  if (!endpoint || !fetch || !registration || !activityId || !actor) return undefined;
  return { endpoint, fetch, registration, activityId, actor };
}

/** What tells learners apart: an account, as cmi5 asks for. */
export function learnerOf(actor: object): string {
  const account = 'account' in actor ? actor.account : undefined;
  return account ? JSON.stringify(account) : '';
}

/** How far a launch has come, for a page that is loaded again in the same window. */
export interface Progress {
  token: string;
  /** When *initialized* was sent; `undefined`: not yet. */
  begun: string | undefined;
  over: boolean;
}

/** The progress that this window remembers of a launch. */
export function recallProgress(launch: Launch): Progress | undefined {
  try {
    const { token, begun, over } = JSON.parse(sessionStorage.getItem(keyOf(launch)) ?? '{}');
    return typeof token === 'string' && token ? { token, begun, over: over === true } : undefined;
  } catch {
    return undefined;
  }
}

export function rememberProgress(launch: Launch, progress: Progress): void {
  try {
    sessionStorage.setItem(keyOf(launch), JSON.stringify(progress));
  } catch {
    // The window remembers nothing: a reload then needs a new launch.
  }
}

/** Each launch has an address of its own for its token. */
const keyOf = ({ fetch }: Launch) => `session-lab-cmi5:${fetch}`;

function objectIn(text: string | null): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
