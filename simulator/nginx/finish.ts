import { type HttpResponse, header } from '../core/http.ts';
import { own } from '../core/own.ts';
import { utf8 } from './balance/crc32.ts';
import type { Exchange } from './exchange.ts';
import { accessLogNote } from './logs.ts';
import { ownPage, reasonOf, wantsPadding } from './pages.ts';
import { type Draft, finished } from './response.ts';
import type { Turn } from './turn.ts';
import { valueOf } from './variables.ts';

/** The answer goes out, the logs are written, the request is forgotten. No response: the connection is closed. */
export function end(
  exchange: Exchange,
  response: HttpResponse | undefined,
  by: 'upstream' | 'nginx' | 'nobody',
  turn: Turn,
): void {
  const { chain, client, clientAttempt } = exchange;
  turn.worker.exchanges.delete(chain);
  if (response) turn.out.send(client, { type: 'response', chain, attempt: clientAttempt, response });
  else if (exchange.answer?.status !== 499)
    turn.out.send(client, { type: 'closed', chain, attempt: clientAttempt, how: 'closed' });
  if (turn.out.noting) noteEnd(exchange, response, by, turn);
}

function noteEnd(
  exchange: Exchange,
  response: HttpResponse | undefined,
  by: 'upstream' | 'nginx' | 'nobody',
  { out }: Turn,
): void {
  const { chain, conf, settings, startedAt } = exchange;
  if (response) {
    const { status, headers, body } = response;
    exchange.answer = { status, bodyBytes: utf8(body).length, headers };
  }
  exchange.answer ??= { status: 444, bodyBytes: 0, headers: [] };
  const setCookie = header(exchange.answer.headers, 'set-cookie');
  out.note(
    {
      kind: 'responded',
      status: exchange.answer.status,
      by,
      upstreamAddr: valueOf('upstream_addr', exchange, out) ?? '',
      took: out.now - startedAt,
      ...(setCookie === undefined ? {} : { setCookie }),
    },
    chain,
  );
  for (const { file, format } of conf.accessLog) {
    const known = own(settings.logFormats, format);
    if (known) out.note(accessLogNote(file, known, exchange, out), chain);
  }
}

/** A text of the configuration, or a file. */
export function answerText(exchange: Exchange, status: number, body: string, path: string, turn: Turn): void {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const contentType = own(exchange.settings.types, extension) ?? exchange.conf.defaultType;
  const draft = {
    ...emptyDraft,
    status,
    reason: reasonOf(status),
    contentType,
    contentLength: String(utf8(body).length),
    body,
  };
  end(exchange, finished(exchange, draft, turn.out), 'nginx', turn);
}

const emptyDraft: Draft = {
  status: 200,
  reason: '',
  contentType: undefined,
  contentLength: undefined,
  location: undefined,
  absolute: true,
  others: [],
  body: '',
};

/** nginx's own page for a status. */
export function answerPage(exchange: Exchange, status: number, location: string | undefined, turn: Turn): void {
  const { conf, request } = exchange;
  const padded = conf.msiePadding && wantsPadding(header(request.headers, 'user-agent'));
  const body = ownPage(status, conf.serverTokens, padded);
  const contentType = body === '' ? undefined : 'text/html';
  const draft = {
    ...emptyDraft,
    status,
    reason: reasonOf(status),
    contentType,
    contentLength: String(body.length),
    location,
    body,
  };
  end(exchange, finished(exchange, draft, turn.out), 'nginx', turn);
}
