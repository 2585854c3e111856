import { hashText, nextRandom } from '../core/random.ts';
import { push, remove } from './queue.ts';
import type { Address, Body, Dialled, HostName, Lost, Message, NoteBody, Scheduled, World } from './world.ts';

// What TCP makes of a link that is cut, slow or loses packets, as Linux has it. A message is one packet: the lab's pages
// are small. Its acknowledgement is not modelled, nor are losses of what is sent again after a cut.

/** Linux, include/net/tcp.h: TCP_TIMEOUT_INIT, the first wait for an answer to a SYN (RFC 6298, 2.1). */
const SYN_TIMEOUT = 1000;
/** net.ipv4.tcp_syn_retries, its default. */
const SYN_RETRIES = 6;
/** TCP_RTO_MIN: what Linux waits for an acknowledgement beyond the time of a round trip, at least. */
const RTO_MIN = 200;
/** TCP_RTO_MAX: the wait doubles with every loss up to here. */
const RTO_MAX = 120_000;
/** net.ipv4.tcp_retries2, its default: then the connection is given up. */
const DATA_RETRIES = 15;

/** Two hosts that talk, the sender first. */
export interface Link {
  from: HostName;
  to: HostName;
}

/** Whether any link is out of order, or anything waits for one that was. */
export const hasBadLinks = ({ cuts, netem, lost }: World): boolean =>
  cuts.size > 0 || netem.size > 0 || lost.length > 0;

/** Whether packets of two hosts are lost or late, one way or the other: then a handshake is no matter of course. */
export function isImpaired({ cuts, netem }: World, { from, to }: Link): boolean {
  const there = pairOf({ from, to });
  const back = pairOf({ from: to, to: from });
  return cuts.has(there) || cuts.has(back) || netem.has(there) || netem.has(back);
}

/** Puts a message on a link of a world that has bad ones; what is to be told of it. `delay` (ms): as on a sound link. */
export function carry(
  world: World,
  link: Link,
  { from, to, body }: Pick<Message, 'from' | 'to' | 'body'>,
  delay: number,
): NoteBody | undefined {
  const pair = pairOf(link);
  const { now } = world;
  const message: Message = { kind: 'message', serial: world.sent++, at: now + delay, sentAt: now, from, to, body };
  if (world.cuts.has(pair)) {
    world.lost = [...world.lost.filter((lost) => sentAgainAt(lost, now, world) !== undefined), { pair, message }];
    return { kind: 'dropped', to, type: body.type };
  }
  const netem = world.netem.get(pair);
  if (!netem) {
    push(world.queue, message);
    return undefined;
  }
  const after = lossDelay(world, link, body, netem.loss);
  message.at = Math.max(message.at + netem.delay + after, lastArrival(world, link, body));
  push(world.queue, message);
  return after > 0 ? { kind: 'resent', to, type: body.type, after } : undefined;
}

/** A link is mended: whatever still waits in the senders' kernels goes out when its next try is due. */
export function resend(world: World, link: Link): { message: Message; after: number }[] {
  const pair = pairOf(link);
  const waiting = world.lost.filter((lost) => lost.pair === pair);
  world.lost = world.lost.filter((lost) => lost.pair !== pair);
  const delay = world.latency + (world.netem.get(pair)?.delay ?? 0);
  /** What comes first on a connection is what is tried again; the rest follows at its heels. */
  const heads = new Map<string, number>();
  const resent: { message: Message; after: number }[] = [];
  for (const lost of waiting) {
    const stream = streamOf(lost.message.body);
    const tried = heads.get(stream) ?? sentAgainAt(lost, world.now, world);
    if (tried === undefined) continue;
    if (stream !== '') heads.set(stream, tried);
    const message: Message = { ...lost.message, at: tried + delay, sentAt: tried };
    push(world.queue, message);
    resent.push({ message, after: tried - world.now });
  }
  return resent;
}

/**
 * Sets what a link does to packets. One that was slow and is no longer stays in the table while something is on it:
 * what is sent now must not overtake it.
 */
export function setNetem(world: World, link: Link, delay: number, loss: number): void {
  const netem = new Map(world.netem);
  if (delay > 0 || loss > 0 || world.queue.some((item) => isOn(item, link, world)))
    netem.set(pairOf(link), { delay, loss });
  else netem.delete(pairOf(link));
  world.netem = netem;
}

/** The one who dialled hangs up. True: his SYN had no answer yet; it is not sent again, and nobody else need know. */
export function hungUp(world: World, from: HostName, body: Body): boolean {
  if (body.type !== 'abort' && body.type !== 'disconnected') return false;
  const stream = streamOf(body);
  const isDial = (message: Message) =>
    streamOf(message.body) === stream &&
    ((message.body.type === 'syn' && message.from === from) ||
      (message.body.type === 'connected' && message.to === from));
  const lost = world.lost.filter(({ message }) => !isDial(message));
  const taken = remove(world.queue, (item) => item.kind === 'message' && isDial(item));
  const found = taken.length > 0 || lost.length < world.lost.length;
  world.lost = lost;
  return found;
}

/** What is dialled, of a SYN or its answer. */
export const dialled = (body: Extract<Body, { type: 'syn' | 'connected' }>): Dialled =>
  'connection' in body
    ? { chain: body.chain, connection: body.connection }
    : { chain: body.chain, attempt: body.attempt };

/** Who receives what is sent to an address: whoever listens there, or did while the link was out of order. */
export const receiverAt = ({ sockets, former }: World, to: HostName | Address): HostName =>
  sockets.get(to) ?? former.get(to) ?? to;

const pairOf = ({ from, to }: Link) => `${from}>${to}`;

const isHandshake = ({ type }: Body) => type === 'syn' || type === 'connected';

/** The connection that a message is part of, among those of two hosts; empty: none. */
function streamOf(body: Body): string {
  if ('connection' in body) return body.connection;
  return 'attempt' in body ? `${body.chain}#${body.attempt}` : '';
}

const isOn = (item: Scheduled, { from, to }: Link, world: World) =>
  item.kind === 'message' && receiverAt(world, item.to) === to && receiverAt(world, item.from) === from;

/** TCP delivers in order: nothing comes before what was sent before it on the same connection. */
function lastArrival(world: World, link: Link, body: Body): number {
  const stream = streamOf(body);
  let last = 0;
  for (const item of world.queue)
    if (item.at > last && isOn(item, link, world) && 'body' in item && streamOf(item.body) === stream) last = item.at;
  return last;
}

/** Milliseconds from one try to send a packet to the next, the `nth` from 0. */
function waitBefore(nth: number, body: Body, world: World, pair: string): number {
  if (isHandshake(body)) return SYN_TIMEOUT * 2 ** nth;
  const [from, to] = pair.split('>') as [HostName, HostName];
  const back = world.netem.get(pairOf({ from: to, to: from }))?.delay ?? 0;
  const roundTrip = 2 * world.latency + (world.netem.get(pair)?.delay ?? 0) + back;
  return Math.min((RTO_MIN + roundTrip) * 2 ** nth, RTO_MAX);
}

const triesOf = (body: Body) => (isHandshake(body) ? SYN_RETRIES : DATA_RETRIES);

/** When a packet that met a cut is tried the next time, from `now` on; undefined: its sender has given up. */
function sentAgainAt({ pair, message: { body, sentAt } }: Lost, now: number, world: World): number | undefined {
  let at = sentAt;
  for (let nth = 0; nth < triesOf(body); nth++) {
    at += waitBefore(nth, body, world, pair);
    if (at >= now) return at;
  }
  return undefined;
}

/** How much later than without losses a packet comes through (ms). */
function lossDelay(world: World, link: Link, body: Body, loss: number): number {
  let after = 0;
  for (let nth = 0; loss > 0 && nth < triesOf(body) && draw(world, link) < loss; nth++)
    after += waitBefore(nth, body, world, pairOf(link));
  return after;
}

/** A number of the link's own: the hosts' chances stay as they would be without losses. */
function draw(world: World, link: Link): number {
  const pair = pairOf(link);
  const seed = world.random.get(pair) ?? hashText(pair, world.random.get(link.from) ?? 0) | 0;
  const { value, state } = nextRandom(seed);
  world.random = new Map(world.random).set(pair, state);
  return value;
}
