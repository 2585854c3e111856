import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HocuspocusProvider } from '@hocuspocus/provider';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { limits } from '../../../scripts/follow/limits.ts';
import { roomOf } from '../../../scripts/follow/rooms.ts';
import { type FollowServer, startFollow } from '../../../scripts/follow/server.ts';
import { messageIn } from '../../../site/present/guards.ts';
import { type Body, type Entry, message } from '../../../site/present/messages.ts';
import { findServer, openRoom, type Room, socketOf } from '../../../site/present/network/room.ts';
import { NetworkTransport } from '../../../site/present/network/transport.ts';

// A real server, and both ends as browsers have them.

const folder = mkdtempSync(join(tmpdir(), 'session-lab-follow-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'en', 'present', 'failover', 'stage'), { recursive: true });
writeFileSync(join(folder, 'index.html'), 'door');
writeFileSync(join(folder, '404.html'), 'lost');
writeFileSync(join(folder, 'en', 'index.html'), 'english');
writeFileSync(join(folder, '..', 'beside.txt'), 'not the site');

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(port = 0): Promise<FollowServer & { root: string }> {
  const addresses = (port: number) => [`http://192.0.2.1:${port}`];
  const server = await startFollow({ folder, host: '127.0.0.1', port, redisUrl: undefined, addresses });
  closing.push(() => server.stop());
  return { ...server, root: `http://127.0.0.1:${server.port}/` };
}

/** One end of a class, and what it has heard. */
interface End {
  transport: NetworkTransport;
  heard: Record<string, unknown>[];
  /** What was heard of the log, each entry once. */
  log(): Entry[];
}

function end(root: string, room: Room): End {
  const transport = new NetworkTransport(room, socketOf(root));
  const heard: Record<string, unknown>[] = [];
  transport.subscribe((data) => heard.push(data as Record<string, unknown>));
  closing.push(() => transport.close());
  const log = () =>
    heard.flatMap((data) => {
      const read = messageIn(data);
      return 'refused' in read || read.type !== 'log' ? [] : [...read.entries];
    });
  return { transport, heard, log };
}

async function opened(root: string): Promise<Room> {
  const server = await findServer(`${root}en/present/failover/`);
  const room = server && (await openRoom(server));
  if (!room) throw new Error('a room is needed');
  return room;
}

/** Asks in words of one's own, as no browser does; the first line of the answer. */
async function askedWith(port: number, line: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
  const [data] = await once(socket, 'data');
  socket.destroy();
  return String(data).split('\r\n')[0] ?? '';
}

const listening = ({ room }: Room): Room => ({ room, token: undefined });
const connected = ({ transport }: End) => vi.waitFor(() => expect(transport.state).toBe('connected'), 20_000);
const acts = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from }, (_, nth) => ({
    seq: from + nth,
    at: from + nth,
    kind: 'act',
    act: `V:A@${from + nth}`,
  }));
const logOf = (fromSeq: number, to: number, log = 'first'): Body => ({
  type: 'log',
  log,
  fromSeq,
  entries: acts(fromSeq, to),
});
const cursor = (seq: number): Body => ({
  type: 'cursor',
  log: 'first',
  turn: seq,
  seq,
  end: 1000,
  at: 1000,
  playing: false,
  speed: 1,
});
const say = ({ transport }: End, body: Body) => transport.post(message('desk', body));

describe('a class over the network', () => {
  test('what the presenter writes comes to whoever follows, also to the late; the desk hears nobody', async () => {
    const { root } = await serve();
    const room = await opened(root);
    const desk = end(root, room);
    await connected(desk);
    expect(desk.heard).toMatchObject([{ type: 'hello', role: 'stage', lastSeq: -1 }]);
    const early = end(root, listening(room));
    await connected(early);
    say(desk, logOf(0, 3));
    say(desk, cursor(2));
    await vi.waitFor(() => expect(early.log()).toEqual(acts(0, 3)), 20_000);
    await vi.waitFor(() => expect(early.heard).toContainEqual(message('desk', cursor(2))), 20_000);
    const late = end(root, listening(room));
    await vi.waitFor(() => expect(late.log()).toEqual(acts(0, 3)), 20_000);
    say(late, { type: 'wish', wish: 'next' });
    say(late, { type: 'standing', log: 'first', seq: 2, inStep: false });
    say(late, { type: 'hello', role: 'stage', log: 'first', lastSeq: 1 });
    expect(late.log().slice(3)).toEqual(acts(2, 3));
    say(desk, logOf(0, 2, 'second'));
    await vi.waitFor(() => expect(late.heard.at(-1)).toMatchObject({ type: 'log', log: 'second' }), 20_000);
    expect(desk.heard).toHaveLength(1);
  });

  test('where the desk is, is said ten times a second at most, and the newest always', async () => {
    const { root } = await serve();
    const room = await opened(root);
    const desk = end(root, room);
    const follower = end(root, listening(room));
    await connected(desk);
    await connected(follower);
    for (let turn = 0; turn < 200; turn++) say(desk, cursor(turn));
    await vi.waitFor(() => expect(follower.heard.at(-1)).toMatchObject({ type: 'cursor', turn: 199 }), 20_000);
    expect(follower.heard.filter(({ type }) => type === 'cursor').length).toBeLessThan(10);
  });

  test('a restart of the server loses nothing: both ends come back by themselves, and the log goes on', async () => {
    const first = await serve();
    const room = await opened(first.root);
    const desk = end(first.root, room);
    const follower = end(first.root, listening(room));
    await connected(desk);
    await connected(follower);
    say(desk, logOf(0, 5));
    await vi.waitFor(() => expect(follower.log()).toHaveLength(5), 20_000);
    await first.stop();
    await vi.waitFor(
      () => expect([desk, follower].map((one) => one.transport.state)).toEqual(['lost', 'lost']),
      20_000,
    );
    // Meanwhile the class goes on.
    say(desk, logOf(5, 7));
    await serve(first.port);
    await connected(desk);
    await connected(follower);
    await vi.waitFor(() => expect(follower.log()).toEqual(acts(0, 7)), 20_000);
    const late = end(first.root, listening(room));
    await vi.waitFor(() => expect(late.log()).toEqual(acts(0, 7)), 20_000);
  });
});

describe('the server refuses', () => {
  test('what somebody writes who only follows: into the log, as a word, as who is there', async () => {
    const { root } = await serve();
    const room = await opened(root);
    const desk = end(root, room);
    const other = end(root, listening(room));
    await connected(desk);
    say(desk, logOf(0, 2));
    await vi.waitFor(() => expect(other.log()).toHaveLength(2), 20_000);
    // A browser that keeps to no rule.
    const rogue = new HocuspocusProvider({ url: socketOf(root), name: room.room, token: '' });
    closing.push(() => rogue.destroy());
    await vi.waitFor(() => expect(rogue.document.getArray('log:first')).toHaveLength(2), 20_000);
    expect(rogue.authorizedScope).toBe('readonly');
    rogue.document.getArray('log:first').push([{ seq: 2, at: 0, kind: 'act', act: 'K:nginx' }]);
    rogue.document.getMap('class').set('log', 'mine');
    rogue.sendStateless(JSON.stringify(message('rogue', cursor(1))));
    rogue.setAwarenessField('user', 'rogue');
    say(desk, logOf(2, 3));
    await vi.waitFor(() => expect(other.log()).toHaveLength(3), 20_000);
    expect(other.log()).toEqual(acts(0, 3));
    expect(other.heard.filter(({ from }) => from === 'rogue')).toEqual([]);
    const late = end(root, listening(room));
    await vi.waitFor(() => expect(late.log()).toEqual(acts(0, 3)), 20_000);
  });

  test.each([
    ['a token of another room', (room: Room): Room => ({ ...room, token: 'somebody-elses' })],
    ['what is no room', (): Room => ({ room: '../../etc/passwd', token: undefined })],
  ])('%s', async (_, changed) => {
    const { root } = await serve();
    const guest = end(root, changed(await opened(root)));
    await vi.waitFor(() => expect(guest.transport.state).toBe('closed'), 20_000);
  });

  test.each<[string, (rogue: HocuspocusProvider) => void]>([
    [
      'a flood',
      (rogue) => {
        for (let nth = 0; nth < 10 * limits.followerRate; nth++) rogue.sendStateless('x');
      },
    ],
    ['what is too long', (rogue) => rogue.sendStateless('x'.repeat(limits.message + 1))],
  ])('%s: the line of whoever says it is cut', async (_, say) => {
    const { root } = await serve();
    const room = await opened(root);
    const other = end(root, listening(room));
    await connected(other);
    const rogue = new HocuspocusProvider({ url: socketOf(root), name: room.room, token: '' });
    closing.push(() => rogue.destroy());
    const cut = vi.fn();
    rogue.on('close', cut);
    await vi.waitFor(() => expect(rogue.isSynced).toBe(true), 20_000);
    say(rogue);
    await vi.waitFor(() => expect(cut).toHaveBeenCalled(), 20_000);
    expect(other.transport.state).toBe('connected');
  });
});

test('a room follows from its token, and the token from nothing', async () => {
  const { root } = await serve();
  const rooms = await Promise.all([opened(root), opened(root)]);
  expect(new Set(rooms.flatMap(({ room, token }) => [room, token])).size).toBe(4);
  for (const { room, token = '' } of rooms) expect(roomOf(token)).toBe(room);
});

describe('beside it, the site', () => {
  test('pages, what is not there, and nothing outside its folder', async () => {
    const { root } = await serve();
    const get = async (path: string, init?: RequestInit) => {
      const answer = await fetch(new URL(path, root), { redirect: 'manual', ...init });
      return [answer.status, await answer.text()];
    };
    expect(await get('')).toEqual([200, 'door']);
    expect(await get('en/')).toEqual([200, 'english']);
    expect((await get('en?x'))[0]).toBe(301);
    expect(await get('nowhere')).toEqual([404, 'lost']);
    expect(await get('..%2fbeside.txt')).toEqual([404, 'lost']);
    expect(await get('%E0%A4%A')).toEqual([404, 'lost']);
    expect(await get('en/', { method: 'HEAD' })).toEqual([200, '']);
    expect((await get('en/', { method: 'POST' }))[0]).toBe(405);
    expect((await get('follow/rooms'))[0]).toBe(405);
  });

  test('says that it carries classes; a static one does not', async () => {
    const { root } = await serve();
    expect(await findServer(`${root}zh-cn/present/failover/stage/#follow=x`)).toEqual({
      root,
      addresses: [`http://192.0.2.1:${new URL(root).port}`],
    });
    vi.stubGlobal('fetch', async () => new Response('{ "follow": false }'));
    expect(await findServer(`${root}en/present/failover/`)).toBeUndefined();
    vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
    expect(await findServer(`${root}en/present/failover/`)).toBeUndefined();
    vi.unstubAllGlobals();
  });
});

test.each(['//', '//[', '/\\\\@', 'http://', '*', '/%', '/%2e%2e/beside.txt', '//en'])(
  'the server bears an address that is none: %s',
  async (address) => {
    const { port } = await serve();
    expect(await askedWith(port, `GET ${address} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 (200|301|404|400)/);
    // Some hang up before they are answered, or want to go on otherwise at an address where nothing does.
    for (const more of ['', 'Connection: Upgrade\r\nUpgrade: websocket\r\n'])
      connect(port, '127.0.0.1')
        .on('error', () => {})
        .end(`GET ${address} HTTP/1.1\r\nHost: x\r\n${more}\r\n`);
    expect(await askedWith(port, 'GET / HTTP/1.1')).toBe('HTTP/1.1 200 OK');
  },
);
