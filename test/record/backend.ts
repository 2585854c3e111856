import { createServer, type Server, type Socket } from 'node:net';
import { type HttpRequest, type HttpResponse, header } from '../../simulator/core/http.ts';
import { answerOf } from '../conformance/nginx-scenario.ts';

/** A server behind nginx that does as a scenario says (`mode`: README of the recordings). */
export class Backend {
  mode = '200';
  /** What it was asked and when, newest last. */
  readonly seen: { at: number; request: HttpRequest }[] = [];
  readonly #servers: Server[];
  readonly #sockets = new Set<Socket>();
  #listening: Promise<unknown> = Promise.resolve();
  readonly name: string;
  readonly #hosts: readonly string[];
  readonly #port: number;

  /** `hosts`: the addresses it listens on, all at one port. */
  constructor(name: string, hosts: readonly string[], port: number) {
    this.name = name;
    this.#hosts = hosts;
    this.#port = port;
    this.#servers = hosts.map(() => createServer((socket) => this.#accept(socket)));
  }

  async up(): Promise<void> {
    const opened = this.#servers.map(
      (server, i) =>
        server.listening || new Promise((done) => server.listen(this.#port, this.#hosts[i], () => done(true))),
    );
    this.#listening = Promise.all(opened);
    await this.#listening;
  }

  /** Its sockets are closed, those it listens on and those in use. */
  async down(): Promise<void> {
    await this.#listening;
    const closed = this.#servers.map((server) => server.listening && new Promise((done) => server.close(done)));
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(closed);
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    let unread = '';
    socket.on('data', (bytes) => {
      unread += bytes.toString('latin1');
      for (let end = unread.indexOf('\r\n\r\n'); end >= 0; end = unread.indexOf('\r\n\r\n')) {
        const request = requestOf(unread.slice(0, end));
        unread = unread.slice(end + 4);
        this.seen.push({ at: performance.now(), request });
        this.#answer(socket, request);
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #answer(socket: Socket, request: HttpRequest): void {
    const [mode = '', ms = '0'] = this.mode.split(':');
    if (mode === 'hang') return;
    if (mode === 'close') return void socket.end();
    if (mode === 'reset') return void socket.resetAndDestroy();
    const keepAlive = request.version === '1.1' && header(request.headers, 'connection') === undefined;
    const address = `${this.#hosts[0]}:${this.#port}`;
    const text =
      mode === 'garbage' ? 'this is not HTTP\r\n\r\n' : textOf(answerOf(mode, this.name, address, request), mode);
    setTimeout(() => {
      socket.write(text, 'latin1');
      if (mode !== 'hangbody' && (!keepAlive || mode === 'closebody' || mode === 'garbage')) socket.end();
    }, Number(ms));
  }
}

function requestOf(head: string): HttpRequest {
  const [line = '', ...fields] = head.split('\r\n');
  const [method = '', target = '', version = ''] = line.split(' ');
  const headers = fields.map((field): [string, string] => {
    const [, name = '', value = ''] = /^([^:]*): ?(.*)$/.exec(field) ?? [];
    return [name, value];
  });
  return { method, target, version: version === 'HTTP/1.0' ? '1.0' : '1.1', headers };
}

/** The bytes of an answer. A header whose value is empty is a line that is no header. */
function textOf({ status, reason, headers, body }: HttpResponse, mode: string): string {
  const fields = headers.map(([name, value]) => (value === '' ? name : `${name}: ${value}`));
  const sent = mode === 'hangbody' || mode === 'closebody' ? 'partial' : body;
  return [`HTTP/1.1 ${status} ${reason}`, ...fields, '', sent].join('\r\n');
}
