import { describe, expect, test } from 'vitest';
import { type Client, client, newClient, nextVisitDue } from '../../../simulator/client/client.ts';
import type { Body, NoteBody, Outbox } from '../../../simulator/engine/world.ts';
import { disturbances } from '../../support/disturb.ts';

/** A visitor and all that it says. */
function visitor(changes: Partial<Client> = {}) {
  const host: Client = {
    ...newClient({ name: 'A', ip: '203.0.113.7', server: '192.0.2.1:80', site: 'shop.example', cookies: true }),
    ...changes,
  };
  const sent: { to: string; body: Body; delay: number | undefined }[] = [];
  const notes: NoteBody[] = [];
  const out = {
    now: 0,
    noting: true,
    connect: () => true,
    timer() {},
    send: (to: string, body: Body, delay?: number) => sent.push({ to, body, delay }) > 0,
    note: (note: NoteBody) => notes.push(note),
  } as unknown as Outbox;
  const receive = (body: Body) =>
    client.receive(host, { kind: 'message', serial: 0, at: 0, sentAt: 0, from: 'nginx', to: 'A', body }, out);
  const answer = (body: string, headers: [string, string][] = [], status = 200) =>
    receive({
      type: 'response',
      chain: `A${host.sent}`,
      attempt: 0,
      response: { status, reason: 'OK', headers, body },
    });
  const visit = (path: string, patience?: number) =>
    client.visit(host, patience === undefined ? { path } : { path, patience }, out);
  const lastRequest = () => sent.findLast(({ body }) => body.type === 'request')?.body;
  return { host, sent, notes, receive, answer, visit, lastRequest, out };
}

const LOGGED_IN = 'logged in user=zhang sid=3A new=true';

describe('a visitor', () => {
  test('sends the cookie back that the server set', () => {
    const { visit, answer, lastRequest } = visitor();
    visit('/login?user=zhang');
    answer(LOGGED_IN, [['Set-Cookie', 'JSESSIONID=3A; Path=/; HttpOnly']]);
    visit('/whoami');
    expect(lastRequest()).toMatchObject({
      request: { headers: expect.arrayContaining([['Cookie', 'JSESSIONID=3A']]) },
    });
  });

  test('who refuses cookies sends none', () => {
    const { visit, answer, lastRequest } = visitor({ cookies: false });
    visit('/login?user=zhang');
    answer(LOGGED_IN, [['Set-Cookie', 'JSESSIONID=3A; Path=/; HttpOnly']]);
    visit('/whoami');
    expect(JSON.stringify(lastRequest())).not.toContain('Cookie');
  });

  test.each([
    ['no session; requestedSid=3A valid=false fromCookie=true'],
    ['user=null sid=B4 new=true'],
    ['count=1 sid=B4 new=true'],
  ])('notices a lost login: %s', (page) => {
    const { visit, answer, notes, host } = visitor();
    visit('/login?user=zhang');
    answer(LOGGED_IN);
    visit('/whoami');
    answer(page);
    expect(notes.at(-1)).toMatchObject({ kind: 'login-lost', user: 'zhang' });
    expect(host.loginsLost).toBe(1);
  });

  test.each([
    ['/hello', 'hello (no session touched)'],
    ['/count', 'count=2 sid=3A new=false'],
  ])('a page that says nothing about logins loses none: %s', (path, page) => {
    const { visit, answer, host } = visitor();
    visit('/login?user=zhang');
    answer(LOGGED_IN);
    visit(path);
    answer(page);
    expect(host.user).toBe('zhang');
  });

  test('who logs out loses nothing', () => {
    const { visit, answer, notes, host } = visitor();
    visit('/login?user=zhang');
    answer(LOGGED_IN);
    visit('/invalidate');
    answer('invalidated');
    expect(notes.at(-1)).toEqual({ kind: 'logged-out', user: 'zhang' });
    expect(host.loginsLost).toBe(0);
  });

  test('an error page is no proof of a lost login', () => {
    const { visit, answer, host } = visitor();
    visit('/login?user=zhang');
    answer(LOGGED_IN);
    visit('/whoami');
    answer('<h1>502 Bad Gateway</h1>', [], 502);
    expect(host).toMatchObject({ user: 'zhang', loginsLost: 0, last: { status: 502 } });
  });

  test('gives up after its patience, and ignores what comes later', () => {
    const { visit, receive, answer, sent, notes, host } = visitor();
    visit('/sleep?ms=5000', 1000);
    expect(sent.at(-1)).toMatchObject({ to: 'A', delay: 1000 });
    receive({ type: 'work', chain: 'A1', what: 'give-up' });
    expect(sent.at(-1)?.body).toEqual({ type: 'abort', chain: 'A1', attempt: 0 });
    expect(notes.at(-1)).toMatchObject({ kind: 'no-answer', why: 'gave-up' });
    answer('slept');
    expect(host.last?.status).toBe(0);
  });

  test('with a plan goes from page to page by itself', () => {
    const { receive, answer, sent } = visitor({
      plan: { visits: [{ path: '/a' }, { path: '/b' }], next: 0, pause: 50 },
    });
    receive(nextVisitDue('A'));
    answer('a');
    expect(sent.at(-1)).toMatchObject({ to: 'A', delay: 50 });
    receive(nextVisitDue('A'));
    expect(sent.at(-1)?.body).toMatchObject({ type: 'request', request: { target: '/b' } });
    answer('b');
    expect(sent.filter(({ body }) => body.type === 'work')).toHaveLength(1);
  });
});

describe('as data', () => {
  const script = {
    every: 1000,
    spread: 0,
    jitter: 0,
    pages: ['/whoami'],
    think: 0,
    login: 'never' as const,
    patience: 9,
  };
  const busy = () => {
    const { host, visit, answer, out } = visitor();
    visit('/login?user=zhang');
    answer(LOGGED_IN, [['Set-Cookie', 'JSESSIONID=3A; Path=/']]);
    client.visit(host, { path: '/slow', patience: 5 }, out);
    host.plan.visits = [{ path: '/next' }];
    host.habit = { script, seed: 1, since: 0, next: 0 };
    return host;
  };

  test('a fork shares nothing that a step changes', () => {
    const original = busy();
    const before = structuredClone(original);
    const fork = client.fork(original);
    client.visit(fork, { path: '/x' }, visitor().out);
    client.fire(fork, { kind: 'timer', serial: 0, at: 0, host: 'A', name: 'visit 0' }, visitor().out);
    client.receive(
      fork,
      {
        kind: 'message',
        serial: 0,
        at: 0,
        sentAt: 0,
        from: 'nginx',
        to: 'A',
        body: {
          type: 'response',
          chain: 'A2',
          attempt: 0,
          response: {
            status: 200,
            reason: '',
            headers: [['Set-Cookie', 'JSESSIONID=B4; Path=/']],
            body: 'user=null new=true',
          },
        },
      },
      visitor().out,
    );
    expect(original).toEqual(before);
    expect(fork).not.toEqual(before);
  });

  test('a key tells all that can matter apart', () => {
    const original = busy();
    const key = client.key(original, 7);
    // Whether a page has forgotten him is only shown.
    const without = new Set(['kind', 'name', 'machine', 'forgotten']);
    for (const { path, disturb } of disturbances(original)) {
      if (without.has(String(path[0]))) continue;
      const other = structuredClone(original);
      disturb(other);
      expect(client.key(other, 7), path.join('.')).not.toBe(key);
    }
  });
});
