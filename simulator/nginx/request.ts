import { type HttpRequest, header } from '../core/http.ts';
import { own } from '../core/own.ts';
import type { Message } from '../engine/world.ts';
import { utf8 } from './balance/crc32.ts';
import type { Exchange } from './exchange.ts';
import { answerPage, answerText, end } from './finish.ts';
import { type Entrance, entranceAt, findLocation, namedLocation, serverFor } from './location.ts';
import { noteError } from './logs.ts';
import { isAllowed, realIp } from './realip.ts';
import { finished, fromUpstream } from './response.ts';
import { type Returned, runCodes } from './rewrite.ts';
import type { ErrorPage, Location, Server, Template } from './settings/settings.ts';
import type { Outcome, Turn } from './turn.ts';
import { leave, startProxying } from './upstream.ts';
import { parseUri } from './uri.ts';
import { expand } from './variables.ts';

/** A client's request has come (`ngx_http_process_request`). */
export function received(message: Message, turn: Turn): void {
  if (message.body.type !== 'request') return;
  const entrance = entranceAt(turn.worker.settings, message.to);
  const host = header(message.body.request.headers, 'host');
  const server = serverFor(entrance, host ?? '');
  const exchange = newExchange(message, message.body.request, message.body, {
    ...turn,
    entrance,
    host,
    server: 'givenUp' in server ? entrance.fallback : server,
  });
  turn.worker.exchanges.set(exchange.chain, exchange);
  // It has no name by which anybody would answer (`ngx_http_set_virtual_server`).
  if ('givenUp' in server) {
    noteError(exchange, turn.out, 'alert', server.message, 'reading client request headers');
    return end(exchange, undefined, 'nobody', turn);
  }
  const uri = parseUri(exchange.request.target, exchange.conf.mergeSlashes);
  if (!uri || (exchange.request.version === '1.1' && exchange.host === undefined))
    return answerError(exchange, 400, turn);
  exchange.uri = uri.path;
  exchange.args = uri.args;
  exchange.uriQuoted = uri.quoted;
  if (exchange.conf.realIp.from.length > 0) exchange.ip = realIp(exchange, exchange.conf.realIp);
  fromServer(exchange, turn);
}

/** A turn in which a request has come: to which socket, for which server. */
interface Arrival extends Turn {
  entrance: Entrance;
  host: string | undefined;
  server: Server;
}

function newExchange(
  message: Message,
  request: HttpRequest,
  body: { chain: string; attempt: number; source: string },
  { nginx, worker, out, entrance, host, server }: Arrival,
): Exchange {
  return {
    chain: body.chain,
    client: message.from,
    clientAttempt: body.attempt,
    request,
    host,
    settings: worker.settings,
    server,
    location: undefined,
    conf: server.conf,
    connection: ++nginx.connections,
    pid: worker.pid,
    ip: body.source,
    peerIp: body.source,
    port: entrance.port,
    address: entrance.address,
    startedAt: out.now,
    method: request.method,
    uri: request.target,
    args: '',
    uriUntouched: true,
    uriQuoted: false,
    uriChanged: false,
    changesLeft: 11,
    locationValid: true,
    internal: false,
    variables: undefined,
    captures: undefined,
    errorStatus: undefined,
    attempts: [],
    proxying: undefined,
    deadline: 0,
    answer: undefined,
  };
}

/** The server's own rewrites, then its locations. */
function fromServer(exchange: Exchange, turn: Turn): void {
  const { codes } = exchange.server;
  const returned = codes.length > 0 ? runCodes(codes, exchange, turn.out) : undefined;
  if (returned) return answerReturned(exchange, returned, turn);
  exchange.uriChanged = false;
  fromLocations(exchange, turn);
}

/** Finds the location, as often as rewrites change the path (`ngx_http_core_find_config_phase`). */
function fromLocations(exchange: Exchange, turn: Turn): void {
  const { out } = turn;
  for (;;) {
    const { location, found, addSlash, givenUp } = findLocation(exchange.server.locations, exchange.uri);
    if (givenUp) {
      noteError(exchange, out, 'alert', givenUp.message);
      return answerError(exchange, 500, turn);
    }
    enter(exchange, location, turn);
    if (found) exchange.captures = found.captures;
    if (addSlash)
      return answerReturned(
        exchange,
        { status: 301, text: undefined, location: withArgs(`${exchange.uri}/`, exchange) },
        turn,
      );
    if (location?.internal && !exchange.internal) return answerError(exchange, 404, turn);
    if (isTooLarge(exchange, turn)) return answerError(exchange, 413, turn);
    if (!location || location.codes.length === 0) break;
    const returned = runCodes(location.codes, exchange, out);
    if (returned) return answerReturned(exchange, returned, turn);
    if (!exchange.uriChanged) break;
    exchange.uriChanged = false;
    if (--exchange.changesLeft === 0) {
      noteError(exchange, out, 'error', `rewrite or internal redirection cycle while processing "${exchange.uri}"`);
      return answerError(exchange, 500, turn);
    }
  }
  content(exchange, turn);
}

const withArgs = (uri: string, { args }: Exchange) => (args === '' ? uri : `${uri}?${args}`);

function enter(exchange: Exchange, location: Location | undefined, { out }: Turn): void {
  exchange.location = location;
  exchange.conf = location?.conf ?? exchange.server.conf;
  const { realIp: rules } = exchange.conf;
  if (rules !== exchange.server.conf.realIp && rules.from.length > 0 && exchange.ip === exchange.peerIp)
    exchange.ip = realIp(exchange, rules);
  if (out.noting && location) {
    const sign = location.match === 'prefix' ? '' : location.match === '@' ? '@' : `${location.match} `;
    out.note(
      { kind: 'located', location: sign + location.name, place: location.place, uri: exchange.uri },
      exchange.chain,
    );
  }
}

function isTooLarge(exchange: Exchange, { out }: Turn): boolean {
  const { body } = exchange.request;
  const limit = exchange.conf.clientMaxBodySize;
  if (body === undefined || limit === 0 || body.length * 4 <= limit) return false;
  const size = utf8(body).length;
  if (size > limit) noteError(exchange, out, 'error', `client intended to send too large body: ${size} bytes`);
  return size > limit;
}

/** What the location does: `try_files` first, then proxying, or nothing but files. */
function content(exchange: Exchange, turn: Turn): void {
  const { access, tryFiles, proxyPass } = exchange.conf;
  if (access.length > 0 && !isAllowed(exchange.ip, access)) {
    noteError(exchange, turn.out, 'error', 'access forbidden by rule');
    return answerError(exchange, 403, turn);
  }
  if (tryFiles.length > 0 && !isFile(exchange, turn))
    return elsewhere(exchange, expand(tryFiles.at(-1) as Template, exchange, turn.out), turn);
  if (proxyPass) settle(exchange, startProxying(exchange, turn), turn);
  else staticFile(exchange, turn);
}

/** Looks for the files of `try_files`; the first that is there becomes the path. */
function isFile(exchange: Exchange, { nginx, out }: Turn): boolean {
  for (const path of exchange.conf.tryFiles.slice(0, -1)) {
    const uri = expand(path, exchange, out);
    if (uri.endsWith('/') || !Object.hasOwn(nginx.files, fileOf(exchange.conf.root + uri))) continue;
    exchange.uri = uri;
    return true;
  }
  return false;
}

/** The last word of `try_files`: a status, a named location or another path. */
function elsewhere(exchange: Exchange, to: string, turn: Turn): void {
  if (to.startsWith('=')) return answerError(exchange, Number(to.slice(1)), turn);
  if (to.startsWith('@')) return enterNamed(exchange, to.slice(1), turn);
  if (--exchange.changesLeft > 0) return redirectInside(exchange, to, turn);
  noteError(
    exchange,
    turn.out,
    'error',
    `rewrite or internal redirection cycle while internally redirecting to "${to}"`,
  );
  answerError(exchange, 500, turn);
}

/** A file's name among nginx's own. */
const fileOf = (path: string) => path.replace(/^\/usr\/share\/nginx\//, '');

/** Goes on with what proxying came to. */
export function settle(exchange: Exchange, outcome: Outcome, turn: Turn): void {
  if (outcome === undefined) return;
  if (typeof outcome === 'number') return answerError(exchange, outcome, turn);
  const response =
    outcome.status === 9 ? outcome : finished(exchange, fromUpstream(exchange, outcome, turn.out), turn.out);
  end(exchange, response, 'upstream', turn);
}

/** The lab's machine has no web pages besides those among nginx's files. */
function staticFile(exchange: Exchange, turn: Turn): void {
  const { conf, uri, method, location } = exchange;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return answerError(exchange, 405, turn);
  const base = conf.alias === undefined ? conf.root + uri : conf.alias + uri.slice(location?.name.length ?? 0);
  const directory = uri.endsWith('/');
  const path = directory ? base + (conf.index[0] ?? '') : base;
  const text = own(turn.nginx.files, fileOf(path));
  if (text === undefined) {
    const message = directory
      ? `"${path}" is not found (2: No such file or directory)`
      : `open() "${path}" failed (2: No such file or directory)`;
    noteError(exchange, turn.out, 'error', message);
    return answerError(exchange, 404, turn);
  }
  // A file that is there takes no POST (ngx_http_static_module.c).
  if (method === 'POST') return answerError(exchange, 405, turn);
  answerText(exchange, 200, text, path, turn);
}

function answerReturned(exchange: Exchange, { status, text, location, alert }: Returned, turn: Turn): void {
  if (alert !== undefined) noteError(exchange, turn.out, 'alert', alert);
  if (status === 444) return end(exchange, undefined, 'nobody', turn);
  if (text !== undefined) return answerText(exchange, status, text, exchange.uri, turn);
  if (location !== undefined) return answerPage(exchange, status, location, turn);
  answerError(exchange, status, turn);
}

/** nginx's answer to what went wrong: an `error_page`, or its own page (`ngx_http_special_response_handler`). */
function answerError(exchange: Exchange, status: number, turn: Turn): void {
  const page =
    exchange.errorStatus === undefined
      ? exchange.conf.errorPages.find(({ statuses }) => statuses.includes(status))
      : undefined;
  exchange.errorStatus = status;
  if (page) answerErrorPage(exchange, status, page, turn);
  else answerPage(exchange, status, undefined, turn);
}

/** `error_page`: another path, asked for with GET; a named location; or a redirect. */
function answerErrorPage(exchange: Exchange, status: number, page: ErrorPage, turn: Turn): void {
  const uri = expand(page.uri, exchange, turn.out);
  exchange.errorStatus = page.overwrite ?? status;
  exchange.internal = true;
  if (uri.startsWith('@')) return enterNamed(exchange, uri.slice(1), turn);
  if (!uri.startsWith('/')) {
    const redirect = [301, 302, 303, 307, 308].includes(exchange.errorStatus) ? exchange.errorStatus : 302;
    exchange.errorStatus = redirect;
    return answerPage(exchange, redirect, uri, turn);
  }
  if (exchange.method !== 'HEAD') exchange.method = 'GET';
  redirectInside(exchange, uri, turn);
}

/** `ngx_http_named_location`. */
function enterNamed(exchange: Exchange, name: string, turn: Turn): void {
  const location = namedLocation(exchange.server, name);
  if (!location) return answerPage(exchange, 500, undefined, turn);
  exchange.internal = true;
  enter(exchange, location, turn);
  const returned = runCodes(location.codes, exchange, turn.out);
  if (returned) answerReturned(exchange, returned, turn);
  else content(exchange, turn);
}

/** `ngx_http_internal_redirect`: from the start, with another path. */
function redirectInside(exchange: Exchange, uri: string, turn: Turn): void {
  const question = uri.indexOf('?');
  exchange.uri = question < 0 ? uri : uri.slice(0, question);
  if (question >= 0) exchange.args = uri.slice(question + 1);
  exchange.uriUntouched = false;
  exchange.locationValid = true;
  exchange.internal = true;
  fromServer(exchange, turn);
}

/** The client went away before its answer: 499. */
export function aborted(exchange: Exchange, turn: Turn): void {
  const { proxying } = exchange;
  if (exchange.conf.proxy.ignoreClientAbort || !proxying) return;
  const peer = exchange.attempts.at(-1)?.address;
  leave(exchange, proxying, false, turn);
  if (peer) turn.out.send(peer, { type: 'abort', chain: exchange.chain, attempt: proxying.attempt });
  exchange.answer = { status: 499, bodyBytes: 0, headers: [] };
  end(exchange, undefined, 'nobody', turn);
}
