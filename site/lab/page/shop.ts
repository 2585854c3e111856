import { accountOf } from '../../../simulator/client/account.ts';
import type { Page } from '../protocol.ts';

/** What the shop's page in a visitor's window says, read from the page itself. */
export type ShopPage =
  | { kind: 'welcome' | 'known'; user: string; items: number | undefined }
  /** The page says that it does not know who is asking. */
  | { kind: 'stranger'; items: number | undefined }
  | { kind: 'goodbye' }
  /** A page that says nothing of a login. */
  | { kind: 'plain' }
  /** An error page: nginx's own, or a Tomcat's. */
  | { kind: 'error'; by: 'nginx' | 'tomcat'; title: string }
  /** No page at all: the browser's own error. */
  | { kind: 'unreachable' };

/** Reads a page of the demo webapp (`user=zhang count=2 …`), or an error page. */
export function shopPage({ path, status, body }: Page): ShopPage {
  if (status === 0) return { kind: 'unreachable' };
  if (status >= 400) {
    const title = /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? String(status);
    return { kind: 'error', by: body.includes('<center>nginx') ? 'nginx' : 'tomcat', title };
  }
  if (body.startsWith('invalidated')) return { kind: 'goodbye' };
  const count = /\bcount=(\d+)/.exec(body)?.[1];
  const items = count === undefined ? undefined : Number(count);
  const user = /\buser=([^ ,}]*)/.exec(body)?.[1];
  if (user !== undefined && user !== 'null') return { kind: /\/login\b/.test(path) ? 'welcome' : 'known', user, items };
  if (user === 'null' || body.startsWith('no session')) return { kind: 'stranger', items };
  return body.includes('new=true') ? { kind: 'stranger', items } : { kind: 'plain' };
}

/** The addresses behind the shop's buttons. */
export const shopPaths = {
  login: (visitor: string) => `/login?user=${accountOf(visitor)}`,
  who: '/whoami',
  home: '/index',
  cart: '/count',
  logout: '/invalidate',
} as const;
