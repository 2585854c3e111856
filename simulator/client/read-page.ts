import type { HttpResponse } from '../core/http.ts';
import type { Chain, Outbox } from '../engine/world.ts';
import type { Client } from './client.ts';
import { directoryOf } from './cookie-jar.ts';

/** What the page tells its visitor about being logged in; pages that do not say leave it open. */
export function readPage(
  client: Client,
  path: string,
  { status, body }: HttpResponse,
  chain: Chain,
  out: Outbox,
): void {
  if (status !== 200) return;
  const now = userIn(body);
  if (now === undefined) return;
  const folder = directoryOf(pathOf(path));
  const before = loginFor(client, path);
  client.user = typeof now === 'string' ? now : undefined;
  if (before !== client.user) client.logins = withLogin(client.logins, folder, client.user);
  if (typeof now === 'string') {
    if (before !== now) client.forgotten = false;
    if (out.noting) out.note({ kind: before === now ? 'login-kept' : 'logged-in', user: now }, chain);
  } else if (before !== undefined && now === null) {
    client.loginsLost++;
    client.forgotten = true;
    out.note({ kind: 'login-lost', user: before, path }, chain);
  } else if (before !== undefined) {
    client.forgotten = false;
    out.note({ kind: 'logged-out', user: before }, chain);
  }
}

function withLogin(logins: Client['logins'], folder: string, user: string | undefined): Client['logins'] {
  const { [folder]: _, ...others } = logins;
  return user === undefined ? others : { ...others, [folder]: user };
}

/** As whom the visitor is logged in where a page belongs to. */
export const loginFor = ({ logins }: Client, path: string): string | undefined => logins[directoryOf(pathOf(path))];

/** The user a page names, `null` for nobody, `false` after a logout, `undefined` when the page does not say. */
function userIn(body: string): string | null | false | undefined {
  if (body.startsWith('invalidated')) return false;
  if (body.startsWith('no session')) return null;
  const at = body.indexOf('user=');
  if (at < 0) return body.endsWith('new=true') ? null : undefined;
  const user = body.slice(at + 5, endOfWord(body, at + 5));
  return user === 'null' ? null : user;
}

/** Where the word ends that begins at an offset: at a blank, `,`, `}` or the end. */
function endOfWord(text: string, from: number): number {
  let to = from;
  while (to < text.length && !' ,}'.includes(text[to] as string)) to++;
  return to;
}

/** A target without its query. */
export function pathOf(target: string): string {
  const query = target.indexOf('?');
  return query < 0 ? target : target.slice(0, query);
}
