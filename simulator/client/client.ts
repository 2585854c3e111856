import { type Headers, type HttpRequest, type HttpResponse, inLowerCase } from '../core/http.ts';
import { named } from '../core/named.ts';
import type { Address, Behaviour, Body, Chain, HostBase, Outbox, Visit } from '../engine/world.ts';
import { chainNamed } from './chain.ts';
import { type Cookie, cookieHeader, stored } from './cookie-jar.ts';
import { pathOf, readPage } from './read-page.ts';
import { type Habit, scriptedVisit } from './script.ts';

/** A visitor: a browser behind an address. Two visits under way are two tabs of it. */
export interface Client extends HostBase {
  kind: 'client';
  /** The visitor's address, IPv4 or IPv6. */
  ip: string;
  /** The address of a proxy in front: it is the one that nginx sees, and the visitor's own stands in `X-Forwarded-For`. */
  proxy: string | undefined;
  /** Where the site's name leads to, `ip:port`. */
  server: Address;
  /** The `Host` header: the site's name. */
  site: string;
  userAgent: string;
  /** False: the browser refuses cookies. */
  cookies: boolean;
  jar: Cookie[];
  /** Requests sent so far; the next one's chain is `name` + (this + 1). */
  sent: number;
  pending: Pending[];
  /** Who the site last said the visitor is. */
  user: string | undefined;
  /** Who each webapp last said he is, by its folder: to be a stranger to one is no news of another. Replaced, never changed in place. */
  logins: Readonly<Record<string, string>>;
  /** How often a page no longer knew a visitor who had not logged out. */
  loginsLost: number;
  /** Such a page was the last that told him anything new. It changes nothing that he does. */
  forgotten: boolean;
  /** Answers by status, 0 for none at all: what the visitor would tell. */
  answers: Map<number, number>;
  last: Answer | undefined;
  /** Visits that it makes by itself, from the `next` one on, each `pause` (ms) after the answer to the one before. */
  plan: { visits: readonly Visit[]; next: number; pause: number };
  /** What it does by itself by the clock, answered or not. */
  habit: Habit | undefined;
}

interface Pending {
  chain: Chain;
  visit: Visit;
  /** For how long to wait still matters: when it was sent, in ms. */
  sentAt: number;
  /** What is to be sent once there is a connection. */
  unsent?: Body;
}

/** The last page in the browser window. `status` 0: the browser's own error page. */
export interface Answer {
  path: string;
  status: number;
  body: string;
}

/** Why a browser has no page to show. */
export type NoAnswer = 'refused' | 'closed' | 'gave-up';

export type ClientNote =
  | { kind: 'requested'; method: string; path: string; cookie: string | undefined; ip: string }
  | { kind: 'answered'; path: string; status: number; body: string; took: number; setCookie: string | undefined }
  | { kind: 'no-answer'; path: string; why: NoAnswer; took: number }
  | { kind: 'logged-in'; user: string }
  | { kind: 'login-kept'; user: string }
  | { kind: 'login-lost'; user: string; path: string }
  | { kind: 'logged-out'; user: string };

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

/** A browser that has seen nothing yet. */
export function newClient(
  given: Pick<Client, 'name' | 'ip' | 'server' | 'site' | 'cookies'> & { proxy?: string | undefined },
): Client {
  return {
    proxy: undefined,
    ...given,
    kind: 'client',
    machine: given.name,
    userAgent: USER_AGENT,
    jar: [],
    sent: 0,
    pending: [],
    user: undefined,
    logins: {},
    loginsLost: 0,
    forgotten: false,
    answers: new Map(),
    last: undefined,
    plan: { visits: [], next: 0, pause: 1000 },
    habit: undefined,
  };
}

export const client: Behaviour<Client> = {
  visit: (client, visit, out) => request(client, visit, out),

  receive(client, { body }, out) {
    switch (body.type) {
      case 'response':
        return answered(client, body.chain, body.response, out);
      case 'connected':
        return connected(client, body.chain, out);
      case 'refused':
        return unanswered(client, body.chain, 'refused', out);
      case 'closed':
        return unanswered(client, body.chain, 'closed', out);
      case 'work':
        if (body.what === 'next-visit') return nextVisit(client, out);
        return giveUp(client, body.chain, out);
      default:
        return;
    }
  },

  fire: (client, { name }, out) => scripted(client, name, out),
  power() {},
  edit() {},

  fork: (client) => ({
    ...client,
    pending: client.pending.map((one) => ({ ...one })),
    answers: new Map(client.answers),
    plan: { ...client.plan },
    habit: client.habit && { ...client.habit },
  }),

  key: (client, now) =>
    JSON.stringify([
      client.ip,
      client.proxy,
      client.server,
      client.site,
      client.userAgent,
      client.cookies,
      client.jar,
      client.sent,
      client.pending.map(({ chain, visit, sentAt, unsent }) => [chain, visit, now - sentAt, unsent]),
      client.user,
      client.logins,
      client.loginsLost,
      [...client.answers],
      client.last,
      [named(client.plan.visits), client.plan.next, client.plan.pause],
      client.habit && [named(client.habit.script), client.habit.seed, now - client.habit.since, client.habit.next],
    ]),
};

/** The timer of a visitor's habit; the number tells it from that of a habit that was given up. */
export const habitTimer = ({ since }: Habit) => `visit ${since}`;

/** How long until the next visit of a visitor's habit; `undefined`: there is none. */
export function untilNextVisit({ name, habit }: Client, now: number): number | undefined {
  const visit = habit && scriptedVisit(habit, name, habit.next);
  return visit && Math.max(0, habit.since + visit.after - now);
}

function scripted(client: Client, timer: string, out: Outbox): void {
  const { habit } = client;
  const visit = habit && timer === habitTimer(habit) && scriptedVisit(habit, client.name, habit.next);
  if (!visit) return;
  const { patience } = habit.script;
  request(client, patience === undefined ? { path: visit.path } : { path: visit.path, patience }, out);
  habit.next++;
  const delay = untilNextVisit(client, out.now);
  if (delay !== undefined) out.timer(timer, delay);
}

/** The self-addressed message that makes a visitor with a plan go on. */
export const nextVisitDue = (name: string) => ({ type: 'work', chain: name, what: 'next-visit' }) as const;

function nextVisit(client: Client, out: Outbox): void {
  const visit = client.plan.visits[client.plan.next];
  if (!visit) return;
  client.plan.next++;
  request(client, visit, out);
}

function request(client: Client, visit: Visit, out: Outbox): void {
  const chain = chainNamed(client.name, ++client.sent);
  const method = visit.method ?? 'GET';
  const cookie = client.cookies ? cookieHeader(client.jar, pathOf(visit.path)) : undefined;
  const host: [string, string] = ['Host', client.site];
  const agent: [string, string] = ['User-Agent', client.userAgent];
  const headers: Headers = cookie === undefined ? [host, agent] : [host, agent, ['Cookie', cookie]];
  if (client.proxy !== undefined) headers.push(['X-Forwarded-For', client.ip]);
  if (out.noting) out.note({ kind: 'requested', method, path: visit.path, cookie, ip: client.ip }, chain);
  const pending: Pending = { chain, visit, sentAt: out.now };
  client.pending.push(pending);
  const asked: HttpRequest = { method, target: visit.path, version: '1.1', headers };
  const body: Body = { type: 'request', chain, attempt: 0, request: asked, source: client.proxy ?? client.ip };
  if (out.connect(client.server, { chain, attempt: 0 })) out.send(client.server, body);
  else pending.unsent = body;
  if (visit.patience !== undefined) out.send(client.name, { type: 'work', chain, what: 'give-up' }, visit.patience);
}

function connected(client: Client, chain: Chain, out: Outbox): void {
  const pending = client.pending.find((one) => one.chain === chain);
  if (!pending?.unsent) return;
  out.send(client.server, pending.unsent);
  delete pending.unsent;
}

function answered(client: Client, chain: Chain, response: HttpResponse, out: Outbox): void {
  const pending = take(client, chain);
  if (!pending) return;
  const { path } = pending.visit;
  let setCookie: string | undefined;
  for (const [name, value] of response.headers)
    if (name.length === 10 && inLowerCase(name) === 'set-cookie') {
      setCookie = value;
      if (client.cookies) client.jar = stored(client.jar, value, pathOf(path));
    }
  const { status, body } = response;
  show(client, { path, status, body });
  if (out.noting) out.note({ kind: 'answered', path, status, body, took: out.now - pending.sentAt, setCookie }, chain);
  readPage(client, path, response, chain, out);
  goOn(client, out);
}

function unanswered(client: Client, chain: Chain, why: NoAnswer, out: Outbox): void {
  const pending = take(client, chain);
  if (!pending) return;
  const { path } = pending.visit;
  show(client, { path, status: 0, body: '' });
  out.note({ kind: 'no-answer', path, why, took: out.now - pending.sentAt }, chain);
  goOn(client, out);
}

function giveUp(client: Client, chain: Chain, out: Outbox): void {
  if (!client.pending.some((one) => one.chain === chain)) return;
  out.send(client.server, { type: 'abort', chain, attempt: 0 });
  unanswered(client, chain, 'gave-up', out);
}

function show(client: Client, answer: Answer): void {
  client.last = answer;
  client.answers.set(answer.status, (client.answers.get(answer.status) ?? 0) + 1);
}

function goOn(client: Client, out: Outbox): void {
  if (client.plan.next < client.plan.visits.length) out.send(client.name, nextVisitDue(client.name), client.plan.pause);
}

function take(client: Client, chain: Chain): Pending | undefined {
  const { pending } = client;
  for (let i = 0; i < pending.length; i++) if (pending[i]?.chain === chain) return pending.splice(i, 1)[0];
  return undefined;
}
