import { named } from '../core/named.ts';
import type { Peer, PeerSet, Selection } from './balance/peer.ts';
import type { Attempt, Exchange } from './exchange.ts';
import type { Nginx, Worker } from './worker.ts';

/**
 * All of nginx that can matter to the future, times relative to now. Process ids and connection numbers only show in
 * logs. Of the second's phase only what a running `fail_timeout` depends on counts.
 */
export function keyOf(nginx: Nginx, now: number, anyOrder = false): string {
  const { mode, files, workers, wakesAt, inbox } = nginx;
  return JSON.stringify([
    mode,
    named(files),
    workers.map((worker) => workerKey(worker, now, anyOrder)),
    wakesAt === 0 ? 0 : wakesAt - now,
    inbox.map(({ from, to, body }) => [from, to, body]),
    workers.some(isCounting) ? now % 1000 : 0,
  ]);
}

const isCounting = ({ sets, exchanges }: Worker) =>
  sets.some(isCountingSet) ||
  [...exchanges.values()].some(({ proxying }) => proxying?.own && isCountingSet(proxying.own));
const isCountingSet = ({ peers, backups }: PeerSet) =>
  peers.some(({ fails }) => fails > 0) || backups.some(({ fails }) => fails > 0);

/** Only requests whose time is up at the same moment are dealt with in the order in which they came. */
export const mindsOrder = ({ workers }: Nginx, now: number): boolean =>
  workers.some(({ exchanges }) => {
    const due = [...exchanges.values()].filter(({ deadline }) => deadline > 0 && deadline <= now);
    return due.length > 1;
  });

function workerKey({ settings, sets, idle, exchanges }: Worker, now: number, anyOrder: boolean) {
  const requests = [...exchanges.values()];
  if (anyOrder) requests.sort((a, b) => (a.chain < b.chain ? -1 : 1));
  return [
    named(settings),
    sets.map((set) => setKey(set, now)),
    idle.map((connections, upstream) =>
      connections.map(({ address, host, since, served }) => [
        address,
        host,
        Math.min(now - since, settings.upstreams[upstream]?.keepalive?.timeout ?? 0),
        served,
      ]),
    ),
    requests.map((exchange) => exchangeKey(exchange, now)),
  ];
}

function setKey({ upstream, peers, backups }: PeerSet, now: number) {
  const second = Math.floor(now / 1000);
  return [upstream.name, peers.map((peer) => peerKey(peer, second)), backups.map((peer) => peerKey(peer, second))];
}

/** Of a peer without failures nothing but its weights and running requests matters. */
function peerKey(peer: Peer, second: number) {
  const { name, currentWeight, effectiveWeight, conns, fails, maxFails, failTimeout, checked, accessed, mode } = peer;
  const running = [name, currentWeight, effectiveWeight, conns];
  if (fails === 0) return running;
  const age = Math.min(second - checked, failTimeout + 1);
  return [...running, Math.min(fails, Math.max(maxFails, 1)), age, accessed < checked, mode];
}

function exchangeKey(exchange: Exchange, now: number) {
  const { attempts, deadline, startedAt } = exchange;
  return [
    requestKey(exchange),
    routingKey(exchange),
    // A variable may look at what the attempts were and how long they took.
    attempts.map((one) => attemptKey(one, now)),
    deadline === 0 ? 0 : deadline - now,
    now - startedAt,
    proxyingKey(exchange, now),
  ];
}

const requestKey = ({ chain, client, clientAttempt, request, ip, peerIp, port, address }: Exchange) => [
  [chain, client, clientAttempt, named(request)],
  [ip, peerIp, port, address],
];

const attemptKey = ({ startedAt, ...attempt }: Attempt, now: number) => [now - startedAt, ...Object.values(attempt)];

/** How far the request has come on its way through servers, locations and rewrites. */
function routingKey(exchange: Exchange) {
  const { method, uri, args, variables, captures, errorStatus, server, location, conf } = exchange;
  const { uriUntouched, uriQuoted, uriChanged, changesLeft, locationValid, internal } = exchange;
  return [
    [method, uri, args, variables, captures, errorStatus],
    [uriUntouched, uriQuoted, uriChanged, changesLeft, locationValid, internal],
    [server.place.from, location?.place.from, named(conf)],
  ];
}

function proxyingKey({ proxying }: Exchange, now: number) {
  if (!proxying) return undefined;
  const { proxyPass, own, selection, startedAt, request, partial, ...others } = proxying;
  return [
    [proxyPass.place.from, own && setKey(own, now), selectionKey(selection), now - startedAt],
    [named(request), partial && named(partial), Object.values(others)],
  ];
}

const selectionKey = ({ backup, tried, current, triesLeft, hash, rehashes, hashed }: Selection) => [
  backup,
  tried,
  current,
  triesLeft,
  hash,
  rehashes,
  hashed,
];
