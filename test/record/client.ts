import { connect } from 'node:net';
import type { ScenarioEvent } from '../conformance/nginx-scenario.ts';

/** What came back to a visitor. */
export interface Answer {
  body: string;
  /** Those that are not in every answer, in their order. */
  headers: string[];
}

const EVERYWHERE = /^(server|date|content-type|content-length|connection|transfer-encoding):/i;

/** Sends a scenario's request to the nginx at 127.0.0.1:80; `rid` is how its log names it. Ends when nginx closes. */
export function ask(event: Extract<ScenarioEvent, { type: 'request' }>, rid: string): Promise<Answer> {
  const { uri = '/', method = 'GET', host = 'www.example.com', client, cookie, source, abort_after_ms } = event;
  const head = [
    `${method} ${uri} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: close',
    `X-Rid: ${rid}`,
    ...(client === undefined ? [] : [`X-Forwarded-For: ${client}`]),
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
  ];
  return new Promise((done) => {
    let text = '';
    const socket = connect({ host: '127.0.0.1', port: 80, ...(source ? { localAddress: source } : {}) }, () =>
      socket.write(`${head.join('\r\n')}\r\n\r\n`),
    );
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => done(answerOf(text)));
    if (abort_after_ms !== undefined) setTimeout(() => socket.destroy(), abort_after_ms);
  });
}

function answerOf(text: string): Answer {
  const end = text.indexOf('\r\n\r\n');
  const [, ...fields] = text.slice(0, Math.max(0, end)).split('\r\n');
  return { body: text.slice(end + 4).trim(), headers: fields.filter((field) => !EVERYWHERE.test(field)) };
}
