import Cmi5, { type LaunchParameters } from '@xapi/cmi5';
import type { Launch } from './lrs.ts';

/** A statement, ready to be sent. */
export type Statement = Parameters<Cmi5['sendXapiStatement']>[0];

/**
 * The statements of a cmi5 session, written by the library in the form that the profile asks for. What it cannot do is
 * done here: it would take an error in place of a token for one, could not begin a session whose token had already been
 * fetched before a reload, and sends by requests that a closing page cancels. So the token is handed to it, and every
 * statement goes to `send`.
 */
export class Cmi5Statements extends Cmi5 {
  readonly #send: (statement: Statement) => Promise<void>;

  constructor(launch: Launch, token: string, send: (statement: Statement) => Promise<void>) {
    super(launch as LaunchParameters);
    this.#send = send;
    Object.assign(this, { getAuthTokenFromLMS: async () => token });
  }

  override async sendXapiStatement(statement: Statement): ReturnType<Cmi5['sendXapiStatement']> {
    await this.#send(statement);
    return { data: [], status: 200, statusText: '', headers: {}, config: {} } as unknown as Awaited<
      ReturnType<Cmi5['sendXapiStatement']>
    >;
  }
}
