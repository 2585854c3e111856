import {
  type Host,
  type HostName,
  inOrder,
  loginFor,
  type Message,
  type PowerEvent,
  type Scheduled,
  type SessionHome,
  tomcatLifecycle,
  visitorOf,
  type World,
} from '../../../simulator/index.ts';
import type { Packet } from '../packet.ts';
import type { NginxView, PeerView, SessionView, TomcatView, UpstreamView, WorldView } from '../protocol.ts';
import { faultsView } from './faults-view.ts';
import { redisPacket, redisView } from './redis-view.ts';
import { cardsOf, crowdsOf, ownersOf, singlesOf, visitorView } from './visitors-view.ts';

type Client = Extract<Host, { kind: 'client' }>;
type Owners = ReadonlyMap<string, HostName>;
type Nginx = Extract<Host, { kind: 'nginx' }>;
type Tomcat = Extract<Host, { kind: 'tomcat' }>;
type Worker = Nginx['workers'][number];
type Peer = Worker['sets'][number]['peers'][number];

/** Sessions of a Tomcat that are listed; more are counted. */
const MOST_SESSIONS = 8;

/** What a page shows of a world. Times become relative to `start`; `picked`: the one of a crowd who is looked at. */
export function worldView(world: World, start: number, picked: HostName | undefined): WorldView {
  const hosts = [...world.hosts.values()];
  const clients = hosts.filter((host) => host.kind === 'client');
  const nginx = hosts.find((host) => host.kind === 'nginx');
  const redis = hosts.find((host) => host.kind === 'redis');
  if (!nginx) throw new Error('a lab on a page has an nginx');
  const cards = cardsOf(clients, picked);
  const owners = ownersOf(clients);
  return {
    visitors: singlesOf(clients, cards).map((client) => visitorView(client)),
    crowds: crowdsOf(clients),
    traffic: world.traffic,
    nginx: nginxView(nginx, world.now, start),
    tomcats: hosts.filter((host) => host.kind === 'tomcat').map((tomcat) => tomcatView(tomcat, owners, world.now)),
    redis: redis && redisView(redis, owners, world.now),
    faults: faultsView(world),
  };
}

function nginxView({ mode, workers }: Nginx, now: number, start: number): NginxView {
  const worker = workers.at(-1);
  return {
    state: mode,
    can: nginxPower[mode],
    upstreams: worker
      ? worker.sets.map((set) => upstreamView(set, now, start)).filter(({ peers }) => peers.length > 0)
      : [],
    busy: workers.reduce((sum, { exchanges }) => sum + exchanges.size, 0),
  };
}

/** What one can do to nginx's processes, by what they are doing. */
const nginxPower: Record<Nginx['mode'], PowerEvent[]> = {
  stopped: ['start'],
  killed: ['start'],
  running: ['reload', 'quit', 'stop', 'crash', 'hang'],
  quitting: ['stop', 'crash', 'hang'],
  frozen: ['resume', 'crash'],
  'frozen-quitting': ['resume', 'crash'],
};

function upstreamView(set: Worker['sets'][number], now: number, start: number): UpstreamView {
  const { upstream, peers, backups } = set;
  return {
    name: upstream.name,
    method: upstream.method.kind,
    peers: [
      ...peers.map((peer) => peerView(peer, false, now, start)),
      ...backups.map((peer) => peerView(peer, true, now, start)),
    ],
  };
}

function peerView(peer: Peer, backup: boolean, now: number, start: number): PeerView {
  const { name, server, weight, fails, maxFails, down, checked, failTimeout } = peer;
  // More than `fail_timeout` whole seconds must have passed since the last failure.
  const until = (checked + failTimeout + 1) * 1000;
  const failed = maxFails > 0 && fails >= maxFails && now < until;
  return {
    address: name,
    server,
    weight,
    fails,
    maxFails,
    backup,
    state: down ? 'down' : failed ? 'failed' : 'up',
    until: failed ? until - start : undefined,
  };
}

const tomcatPower: readonly PowerEvent[] = ['start', 'stop', 'crash', 'hang', 'resume'];

function tomcatView(tomcat: Tomcat, owners: Owners, now: number): TomcatView {
  const { name, version, state, webapps, running, backlog } = tomcat;
  const sessions = [...webapps.values()].flatMap((app) =>
    inOrder(app.sessions).map(([, session]) => ({ session, webapp: app.settings.path })),
  );
  return {
    name,
    version,
    port: portOf(tomcat),
    state,
    can: tomcatPower.filter((event) => tomcatLifecycle.can(state, event as Parameters<typeof tomcatLifecycle.can>[1])),
    webapps: [...webapps.values()].filter(({ available }) => available).map(({ settings }) => settings.path),
    sessions: sessions.slice(0, MOST_SESSIONS).map(({ session, webapp }) => sessionView(session, webapp, owners, now)),
    more: Math.max(0, sessions.length - MOST_SESSIONS),
    busy: running.size + backlog.length,
  };
}

/** The port a running Tomcat has read; of one that is switched off, what its server.xml says. */
function portOf({ server, files }: Tomcat): number | undefined {
  const connector = server?.services.flatMap(({ connectors }) => connectors).find(({ kind }) => kind === 'http');
  if (connector) return connector.port;
  const written = /<Connector[^>]*?\sport="(\d+)"/.exec(files['conf/server.xml'] ?? '')?.[1];
  return written === undefined ? undefined : Number(written);
}

type Session = NonNullable<SessionHome['session']>;

function sessionView(
  { id, attributes, thisAccessed }: Session,
  webapp: string,
  owners: Owners,
  now: number,
): SessionView {
  const { user, count } = attributes;
  return {
    id,
    webapp,
    user: typeof user === 'string' ? user : undefined,
    count: typeof count === 'number' ? count : undefined,
    owner: owners.get(id),
    idle: Math.max(0, now - thisAccessed),
  };
}

/** The messages between hosts, as a page draws them: a host's own work is left out. `first`: the lowest serial number that is wanted. */
export function packetsOf(world: World, start: number, picked: HostName | undefined, first = 0): Packet[] {
  const clients = [...world.hosts.values()].filter((host) => host.kind === 'client');
  const cards = cardsOf(clients, picked);
  const card = (host: HostName) => cards.get(host) ?? host;
  return world.queue.flatMap((item) => {
    if (item.serial < first) return [];
    const packet = packetIn(item, world, start);
    if (!packet) return [];
    const { visitor, from, to } = packet;
    return { ...packet, crowded: card(visitor) !== visitor, from: card(from), to: card(to) };
  });
}

/** Whether a message is one that a page draws. */
export function isPacket(item: Scheduled, world: World): boolean {
  if (item.kind !== 'message' || !isDrawn(item.body)) return false;
  const { from, to } = endsOf(item, world);
  return from !== undefined && to !== undefined && from !== to;
}

function endsOf({ from, to }: Message, world: World): { from: string | undefined; to: string | undefined } {
  const host = (name: string) => (world.hosts.has(name) ? name : hostAt(world, name));
  return { from: host(from), to: host(to) };
}

/** What is scheduled as a page draws it; `undefined`: nothing that travels between hosts. */
export const packetIn = (item: Scheduled, world: World, start: number): Packet | undefined =>
  item.kind === 'message' && isDrawn(item.body) ? packetOf(item, item.body, world, start) : undefined;

type HttpBody = Extract<Message['body'], { attempt: number }>;
type DrawnBody = Extract<Message['body'], { attempt: number } | { connection: string }>;

const isDrawn = (body: Message['body']): body is DrawnBody => 'attempt' in body || 'connection' in body;

function packetOf(message: Message, body: DrawnBody, world: World, start: number): Packet | undefined {
  const { serial, sentAt, at } = message;
  // What somebody asks from a terminal belongs to no visitor.
  const [asker = ''] = body.chain.split('/');
  const visitor = world.hosts.get(asker)?.kind === 'terminal' ? '' : visitorOf(body.chain);
  const { from, to } = endsOf(message, world);
  if (!from || !to || from === to) return undefined;
  const { sid, sets } = 'connection' in body ? { sid: undefined, sets: false } : sessionIn(body);
  const { type, text } = kindOf(body);
  const status = body.type === 'response' ? body.response.status : undefined;
  const client = world.hosts.get(visitor);
  const lost =
    body.type === 'response' &&
    client?.kind === 'client' &&
    forgets(client, body.chain) &&
    knowsNobody(body.response.body);
  return {
    serial,
    chain: body.chain,
    visitor,
    crowded: false,
    from,
    to,
    sentAt: sentAt - start,
    at: at - start,
    type,
    text,
    sid,
    sets,
    status,
    lost,
  };
}

const isHandshake = (body: DrawnBody): body is Extract<DrawnBody, { type: 'syn' | 'connected' }> =>
  body.type === 'syn' || body.type === 'connected';

function kindOf(body: DrawnBody): Pick<Packet, 'type' | 'text'> {
  if (isHandshake(body)) return { type: body.type, text: body.type === 'syn' ? 'SYN' : 'SYN-ACK' };
  return 'connection' in body ? redisPacket(body) : { type: body.type, text: undefined };
}

/** Whether a page that does not know the visitor would be news to him. */
function forgets(client: Client, chain: string): boolean {
  const path = client.pending.find((one) => one.chain === chain)?.visit.path;
  return path !== undefined && loginFor(client, path) !== undefined;
}

/** Who listens at an address; where nobody does, whose port it is. */
function hostAt(world: World, address: string): string | undefined {
  const listening = world.sockets.get(address);
  if (listening !== undefined) return listening;
  const port = Number(address.slice(address.lastIndexOf(':') + 1));
  const tomcat = [...world.hosts.values()].find((host) => host.kind === 'tomcat' && portOf(host) === port);
  return tomcat?.name ?? (port === 80 ? 'nginx' : undefined);
}

function sessionIn(body: HttpBody): { sid: string | undefined; sets: boolean } {
  if (body.type === 'request') return { sid: idIn(body.request.headers, 'cookie'), sets: false };
  if (body.type !== 'response') return { sid: undefined, sets: false };
  const sid = idIn(body.response.headers, 'set-cookie');
  return { sid, sets: sid !== undefined };
}

function idIn(headers: [string, string][], wanted: string): string | undefined {
  for (const [name, value] of headers) {
    const id = name.toLowerCase() === wanted ? /(?:^|;\s*)JSESSIONID=([^;]*)/.exec(value)?.[1] : undefined;
    if (id) return id;
  }
  return undefined;
}

/** A page of the shop that says it does not know who is asking. */
const knowsNobody = (page: string) =>
  page.startsWith('no session') ||
  page.startsWith('user=null') ||
  (page.endsWith('new=true') && !page.includes('user='));
