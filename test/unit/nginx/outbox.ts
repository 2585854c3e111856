import type { Body, NoteBody, Outbox } from '../../../simulator/engine/world.ts';
import { type Nginx, newNginx, nginx } from '../../../simulator/nginx/nginx.ts';

/** What nginx did to the world around it. */
export interface Recorder extends Outbox {
  now: number;
  sent: { to: string; body: Body }[];
  notes: NoteBody[];
  timers: { name: string; at: number }[];
  bound: string[];
  /** Addresses that another program has. */
  taken: Set<string>;
}

export function recorder(): Recorder {
  return {
    now: 0,
    sent: [],
    notes: [],
    timers: [],
    bound: [],
    taken: new Set(),
    noting: true,
    get wallClock() {
      return Date.UTC(2026, 10, 22, 13, 27, 17) + this.now;
    },
    connect: () => true,
    send(to, body) {
      this.sent.push({ to, body });
    },
    timer(name, delay) {
      this.timers.push({ name, at: this.now + delay });
    },
    cancel() {},
    note(note) {
      this.notes.push(note);
    },
    random: () => 0.5,
    resolve: (name) => (name === 'localhost' ? ['127.0.0.1'] : undefined),
    bind(address) {
      if (this.taken.has(address) || this.bound.includes(address)) return false;
      this.bound.push(address);
      return true;
    },
    addresses: () => [],
    pid: () => 3000,
    unbind() {
      this.bound = [];
    },
    readFile: () => undefined,
    writeFile() {},
    filesUnder: () => [],
  };
}

/** A whole nginx.conf: an upstream block and what stands in its only location. */
export const conf = (
  upstream: string,
  location = 'proxy_pass http://app;',
  http = '',
) => `error_log /var/log/nginx/error.log notice;
events {}
http {
    ${http}
    ${upstream}
    server {
        listen 80;
        location / {
            ${location}
        }
    }
}
`;

export const twoServers = 'upstream app { server 127.0.0.1:8081; server 127.0.0.1:8082; }';

/** nginx with that file, started. */
export function started(text: string, out: Recorder): Nginx {
  const host = newNginx({ name: 'nginx', machine: 'server', files: { 'nginx.conf': text } });
  nginx.power(host, 'start', out);
  return host;
}

let serial = 0;

/** A client asks for a page. */
export function ask(
  host: Nginx,
  out: Recorder,
  chain: string,
  target = '/',
  headers: [string, string][] = [],
  source = '203.0.113.7',
): void {
  const request = {
    method: 'GET',
    target,
    version: '1.1' as const,
    headers: [['Host', 'shop.example'], ...headers] as [string, string][],
  };
  deliver(host, out, 'A', '192.168.25.128:80', { type: 'request', chain, attempt: 0, request, source });
}

export function deliver(host: Nginx, out: Recorder, from: string, to: string, body: Body): void {
  nginx.receive(host, { kind: 'message', serial: serial++, at: out.now, sentAt: out.now, from, to, body }, out);
}

/** The backend that has a request answers it. */
export function answer(
  host: Nginx,
  out: Recorder,
  chain: string,
  status = 200,
  headers: [string, string][] = [],
): void {
  const attempt = attemptOf(out, chain);
  deliver(host, out, 'tomcat', 'nginx', {
    type: 'response',
    chain,
    attempt,
    response: { status, reason: 'OK', headers, body: 'page' },
  });
}

/** The attempt that the latest message of a chain to a backend carries. */
function attemptOf(out: Recorder, chain: string): number {
  const last = out.sent.findLast(({ body }) => body.type === 'request' && body.chain === chain);
  return last?.body.type === 'request' ? last.body.attempt : 0;
}

/** The addresses that requests went to, in order. */
export const targets = (out: Recorder): string[] =>
  out.sent.filter(({ body }) => body.type === 'request').map(({ to }) => to);

/** What clients were told, in order. */
export const answers = (out: Recorder) =>
  out.sent.flatMap(({ to, body }) => (to === 'A' && body.type === 'response' ? [body.response] : []));
