import type { Trouble } from '../trouble.ts';

/** How long a learning record store may take, in milliseconds. */
const LONGEST = 20_000;

/** Whom the calls are about, as the LMS said at the launch. */
export interface Launch {
  endpoint: string;
  fetch: string;
  actor: object;
  registration: string;
  activityId: string;
}

/** Where a package keeps what it needs for the next session. */
const STATE_ID = 'session-lab';

/** The learning record store of a launch, over HTTP. Nothing throws; what was asked while the page closes still arrives. */
export class Lrs {
  readonly #launch: Launch;
  readonly #token: string;

  constructor(launch: Launch, token: string) {
    this.#launch = launch;
    this.#token = token;
  }

  async send(statements: readonly object[]): Promise<Trouble | undefined> {
    const answer = await this.#ask('statements', { method: 'POST', body: JSON.stringify(statements), keepalive: true });
    return 'code' in answer ? answer : undefined;
  }

  /** What was kept in an earlier session of this registration; `undefined`: nothing. */
  async kept(): Promise<unknown> {
    const answer = await this.#ask(this.#statePath(), { method: 'GET' });
    return 'code' in answer ? undefined : answer.json().catch(() => undefined);
  }

  async keep(kept: object): Promise<Trouble | undefined> {
    const answer = await this.#ask(this.#statePath(), { method: 'PUT', body: JSON.stringify(kept), keepalive: true });
    return 'code' in answer ? answer : undefined;
  }

  #statePath(): string {
    const { activityId, actor, registration } = this.#launch;
    return `activities/state?${new URLSearchParams({ stateId: STATE_ID, activityId, agent: JSON.stringify(actor), registration })}`;
  }

  #ask(path: string, request: RequestInit): Promise<Response | Trouble> {
    return ask(`${this.#launch.endpoint.replace(/\/?$/, '/')}${path}`, {
      ...request,
      headers: {
        authorization: `Basic ${this.#token}`,
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      },
    });
  }
}

/** The token of a launch. The LMS hands it out once. */
export async function fetchToken({ fetch: address }: Launch): Promise<string | Trouble> {
  const answer = await ask(address, { method: 'POST' });
  if ('code' in answer) return answer;
  const said: Record<string, unknown> | undefined = await answer.json().catch(() => undefined);
  const token = said?.['auth-token'];
  if (typeof token === 'string' && token) return token;
  return { code: 'used-up', said: `${said?.['error-code'] ?? ''} ${said?.['error-text'] ?? ''}`.trim() };
}

async function ask(address: string, request: RequestInit): Promise<Response | Trouble> {
  try {
    const answer = await fetch(address, { ...request, signal: AbortSignal.timeout(LONGEST) });
    if (answer.ok) return answer;
    return { code: 'refused', said: `${answer.status} ${(await answer.text()).slice(0, 200)}`.trim() };
  } catch (error) {
    return { code: 'unreachable', said: String(error) };
  }
}
