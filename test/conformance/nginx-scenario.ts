import type { Headers, HttpRequest, HttpResponse } from '../../simulator/core/http.ts';
import { header } from '../../simulator/core/http.ts';
import { nextRandom } from '../../simulator/core/random.ts';
import {
  type Body,
  chainOf,
  type Message,
  type NoteBody,
  type Outbox,
  type Timer,
} from '../../simulator/engine/world.ts';
import { errorLogText } from '../../simulator/nginx/logs.ts';
import { nginx as behaviour, type Nginx, newNginx } from '../../simulator/nginx/nginx.ts';
import type { Case } from './suite.ts';

/** A scenario of `routing.jsonl` or `forward.jsonl`; the recordings' README says what the fields mean. */
export interface Scenario extends Case {
  deterministic: boolean;
  note?: string;
  servers: Record<string, string>;
  upstream: string;
  config: string;
  hosts?: string;
  resolves?: Record<string, string[]>;
  realip?: boolean;
  events: ScenarioEvent[];
  picks: Pick[];
  error_log: string[];
}

export type ScenarioEvent = { at_ms: number } & (
  | {
      type: 'request';
      client?: string;
      uri?: string;
      method?: string;
      cookie?: string;
      host?: string;
      source?: string;
      async?: boolean;
      abort_after_ms?: number;
    }
  | { type: 'down' | 'up'; server: string }
  | { type: 'mode'; server: string; mode: string }
  | { type: 'reload'; upstream: string; rc: number }
  | { type: 'wait'; ms: number }
);

/** What was recorded of one request, and what the simulator gives for it. */
export interface Pick {
  upstream_addr: string;
  upstream_status: string;
  status: number;
  body?: string;
  seen?: Record<string, string>[] | null;
  headers?: string[];
}

/** What a played scenario gave. */
export interface Played {
  picks: (Pick & { response?: HttpResponse; seenRequests: { server: string; request: HttpRequest }[] })[];
  errorLog: string[];
}

interface Backend {
  server: string;
  up: boolean;
  mode: string;
}

type Item = { at: number; serial: number } & ({ message: Message } | { timer: Timer } | { act: () => void });

const files = {
  'mime.types': 'types { text/html html; image/png png; text/css css; }\n',
  fastcgi_params: 'fastcgi_param QUERY_STRING $query_string;\n',
};

/** Plays a scenario: the real behaviour of nginx among backends that do as the recording's did. */
export function play(scenario: Scenario): Played {
  return new Stage(scenario).play();
}

class Stage implements Outbox {
  now = 0;
  readonly noting = true;
  readonly #scenario: Scenario;
  readonly #nginx: Nginx;
  readonly #backends = new Map<string, Backend>();
  readonly #names: Map<string, string[]>;
  readonly #played: Played = { picks: [], errorLog: [] };
  readonly #open = new Map<string, number>();
  /** Requests that backends have not answered yet, by chain. */
  readonly #held = new Map<string, { backend: Backend; attempt: number }>();
  #queue: Item[] = [];
  #serial = 0;
  #random = 1;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#names = namesOf(scenario);
    this.#nginx = newNginx({ name: 'nginx', machine: 'server', files: { ...files, 'nginx.conf': scenario.config } });
    for (const [server, address] of Object.entries(scenario.servers)) {
      const backend = { server, up: true, mode: '200' };
      this.#backends.set(address, backend);
      if (answersOnIpv6(scenario)) this.#backends.set(`[::1]:${address.split(':')[1]}`, backend);
    }
  }

  play(): Played {
    behaviour.power(this.#nginx, 'start', this);
    for (const event of this.#scenario.events) {
      this.#runUntil(event.at_ms);
      this.#do(event);
    }
    this.#runUntil(Number.POSITIVE_INFINITY);
    return this.#played;
  }

  #do(event: ScenarioEvent): void {
    switch (event.type) {
      case 'request': {
        const chain = this.#request(event);
        // The recording's client waits for each answer, whatever the clock says.
        while (!event.async && this.#open.has(chain) && this.#step(Number.POSITIVE_INFINITY));
        return;
      }
      case 'mode':
        // The recordings show that a server which is given a mode listens again.
        for (const backend of this.#named(event.server)) Object.assign(backend, { mode: event.mode, up: true });
        return;
      case 'up':
        for (const backend of this.#named(event.server)) backend.up = true;
        return;
      case 'down':
        for (const backend of this.#named(event.server)) this.#down(backend);
        return;
      case 'reload': {
        const config = this.#scenario.config.replace(indented(this.#upstream), indented(event.upstream));
        if (event.upstream !== this.#upstream && config === this.#scenario.config)
          throw new Error('reload: upstream not found');
        behaviour.edit(this.#nginx, 'nginx.conf', config, this);
        behaviour.power(this.#nginx, 'reload', this);
        return;
      }
      case 'wait':
        return;
    }
  }

  get #upstream() {
    return this.#scenario.upstream;
  }

  #named(server: string): Backend[] {
    return [...new Set(this.#backends.values())].filter((backend) => backend.server === server);
  }

  #down(backend: Backend): void {
    backend.up = false;
    for (const [chain, held] of this.#held)
      if (held.backend === backend)
        this.#toNginx(backend.server, { type: 'closed', chain, attempt: held.attempt, how: 'closed' }, 0);
    this.#toNginx(backend.server, { type: 'closed', chain: '', attempt: 0, how: 'closed' }, 0);
  }

  #request(event: Extract<ScenarioEvent, { type: 'request' }>): string {
    const index = this.#played.picks.length;
    const chain = `r${index}`;
    const headers: Headers = [
      ['Host', event.host ?? 'www.example.com'],
      ['Connection', 'close'],
    ];
    if (event.client !== undefined) headers.push(['X-Forwarded-For', event.client]);
    if (event.cookie !== undefined) headers.push(['Cookie', event.cookie]);
    const request: HttpRequest = { method: event.method ?? 'GET', target: event.uri ?? '/', version: '1.1', headers };
    this.#played.picks.push({ upstream_addr: '', upstream_status: '', status: 0, seenRequests: [] });
    this.#open.set(chain, index);
    const body: Body = { type: 'request', chain, attempt: 0, request, source: event.source ?? '127.0.0.1' };
    behaviour.receive(this.#nginx, this.#message('client', '127.0.0.1:80', body, 0), this);
    if (event.abort_after_ms !== undefined)
      this.#schedule(event.abort_after_ms, {
        act: () => {
          if (!this.#open.delete(chain)) return;
          behaviour.receive(
            this.#nginx,
            this.#message('client', '127.0.0.1:80', { type: 'abort', chain, attempt: 0 }, 0),
            this,
          );
        },
      });
    return chain;
  }

  /** A backend in one of the recording's modes answers. */
  #serve(address: string, body: Extract<Body, { type: 'request' }>): void {
    const { chain, attempt, request } = body;
    const backend = this.#backends.get(address);
    if (!backend?.up) return this.#toNginx(address, { type: 'refused', chain, attempt }, 0);
    if (backend.mode === 'blackhole') return;
    this.#played.picks[Number(chain.slice(1))]?.seenRequests.push({ server: backend.server, request });
    const [mode = '', ms = '0'] = backend.mode.split(':');
    if (mode === 'close' || mode === 'reset') {
      const how = mode === 'close' ? 'closed' : 'reset';
      return this.#toNginx(backend.server, { type: 'closed', chain, attempt, how }, 0);
    }
    this.#held.set(chain, { backend, attempt });
    if (mode === 'hang') return;
    const keepAlive = request.version === '1.1' && header(request.headers, 'connection') === undefined;
    const response = answerOf(mode, backend.server, address, request);
    this.#schedule(Number(ms), {
      act: () => {
        if (this.#held.get(chain)?.attempt !== attempt || !backend.up) return;
        if (mode !== 'hangbody') this.#held.delete(chain);
        this.#toNginx(backend.server, { type: 'response', chain, attempt, response, keepAlive }, 0);
        if (mode === 'closebody') this.#toNginx(backend.server, { type: 'closed', chain, attempt, how: 'closed' }, 0);
      },
    });
  }

  #toNginx(from: string, body: Body, delay: number): void {
    this.#schedule(delay, { message: this.#message(from, 'nginx', body, delay) });
  }

  #message(from: string, to: string, body: Body, delay: number): Message {
    return { kind: 'message', serial: this.#serial, at: this.now + delay, sentAt: this.now, from, to, body };
  }

  #schedule(delay: number, what: { message: Message } | { timer: Timer } | { act: () => void }): void {
    this.#queue.push({ at: this.now + delay, serial: this.#serial++, ...what });
    this.#queue.sort((a, b) => a.at - b.at || a.serial - b.serial);
  }

  /** The clock never goes back: a recorded time may lie before the answer that was waited for. */
  #runUntil(until: number): void {
    while (this.#step(until));
    if (until !== Number.POSITIVE_INFINITY) this.now = Math.max(this.now, until);
  }

  #step(until: number): boolean {
    const next = this.#queue[0];
    if (!next || next.at > until) return false;
    this.#queue.shift();
    this.now = Math.max(this.now, next.at);
    if ('act' in next) next.act();
    else if ('timer' in next) behaviour.fire(this.#nginx, next.timer, this);
    else behaviour.receive(this.#nginx, next.message, this);
    return true;
  }

  // What nginx may do, as `Outbox`.

  get wallClock(): number {
    return Date.UTC(2026, 10, 22, 13, 0, 0) + this.now;
  }

  connect(to: string): boolean {
    const backend = this.#backends.get(to);
    return !backend?.up || backend.mode !== 'blackhole';
  }

  send(to: string, body: Body): void {
    if (body.type === 'request') return this.#serve(to, body);
    if (body.type === 'abort') this.#held.delete(body.chain);
    if (to !== 'client') return;
    const chain = chainOf(body);
    const index = this.#open.get(chain);
    this.#open.delete(chain);
    const pick = index === undefined ? undefined : this.#played.picks[index];
    if (pick && body.type === 'response') pick.response = body.response;
  }

  timer(name: string, delay: number): void {
    this.#schedule(delay, {
      timer: { kind: 'timer', serial: this.#serial, at: this.now + delay, host: 'nginx', name },
    });
  }

  cancel(): void {}

  note(note: NoteBody, chain?: string): void {
    if (note.kind === 'access-log' && chain !== undefined) {
      const pick = this.#played.picks[Number(chain.slice(1))];
      if (!pick) return;
      const { values } = note;
      pick.upstream_addr = values['upstream_addr'] ?? '';
      pick.upstream_status = values['upstream_status'] ?? '';
      pick.status = Number(values['status']);
    } else if (
      note.kind === 'error-log' &&
      ['warn', 'error', 'crit', 'alert', 'emerg'].includes(note.level) &&
      chain !== undefined
    ) {
      const { connection: _, ...line } = note;
      this.#played.errorLog.push(`[${note.level}] ${errorLogText(line)}`);
    }
  }

  random(): number {
    const { value, state } = nextRandom(this.#random);
    this.#random = state;
    return value;
  }

  resolve(name: string): readonly string[] | undefined {
    return this.#names.get(name.toLowerCase());
  }

  bind(): boolean {
    return true;
  }

  addresses(): readonly string[] {
    return [];
  }

  unbind(): void {}

  pid(): number {
    return 3000;
  }

  readFile(): undefined {}

  writeFile(): void {}

  filesUnder(): string[] {
    return [];
  }
}

export const indented = (block: string) =>
  block
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

/** The recording machine's names: those of its README, and the scenario's own hosts file as glibc reads it. */
function namesOf({ hosts, resolves }: Scenario): Map<string, string[]> {
  const names = new Map<string, string[]>([
    ['localhost', ['127.0.0.1']],
    ['tomcat1', ['127.0.1.1']],
    ['tomcat2', ['127.0.1.2']],
    ['tomcat3', ['127.0.1.3']],
    ['dual', ['127.0.2.1', '127.0.2.2']],
  ]);
  const own = new Map<string, string[]>();
  for (const line of (hosts ?? '').split('\n')) {
    const [address, ...aliases] = line.split(/\s+/);
    for (const name of aliases) if (address && name) own.set(name, [...(own.get(name) ?? []), address]);
  }
  // getaddrinfo sorts ::1 before 127.0.0.1, whatever the file's order.
  for (const [name, addresses] of own)
    names.set(
      name,
      addresses.sort((a, b) => Number(b.includes(':')) - Number(a.includes(':'))),
    );
  for (const [name, addresses] of Object.entries(resolves ?? {})) names.set(name, addresses);
  return names;
}

/**
 * Whether the scenario's servers also listened on ::1. Only its note says so, or an answer recorded from there: a matter
 * of the recording's machine, not of nginx.
 */
export const answersOnIpv6 = ({ note, picks }: Scenario) =>
  /answer on both/.test(note ?? '') ||
  picks.some(({ upstream_addr, upstream_status }) => {
    const statuses = upstream_status.split(/, | : /);
    return upstream_addr.split(/, | : /).some((address, i) => address.startsWith('[::1]') && statuses[i] !== '502');
  });

/** What the recording's backends answer (README of the recordings: modes). */
export function answerOf(mode: string, server: string, address: string, request: HttpRequest): HttpResponse {
  const body = `${server}\n`;
  const headers: Headers = [
    ['Content-Type', 'text/plain'],
    ['Content-Length', String(body.length)],
  ];
  const plain: HttpResponse = { status: 200, reason: 'X', headers, body };
  const redirect = (location: string): HttpResponse => ({
    ...plain,
    status: 302,
    headers: [...headers, ['Location', location]],
  });
  switch (mode) {
    case 'garbage':
      return { status: 9, reason: '', headers: [], body: 'this is not HTTP\r\n\r\n' };
    case 'badheader':
      return { ...plain, headers: [['bad header', ''], ...headers] };
    case 'bigheader':
      return { ...plain, headers: [...headers, ['X-Big', 'x'.repeat(100_000)]] };
    case 'hangbody':
    case 'closebody':
      return {
        ...plain,
        headers: [
          ['Content-Type', 'text/plain'],
          ['Content-Length', '1000'],
        ],
      };
    case 'redirect':
      return redirect(`http://${header(request.headers, 'host')}/app/login?from=x`);
    case 'redirect-rel':
      return redirect('/app/login');
    case 'redirect-self':
      return redirect(`http://${address}/app/`);
    case 'cookie':
      return { ...plain, headers: [...headers, ['Set-Cookie', 'JSESSIONID=0123456789ABCDEF; Path=/app; HttpOnly']] };
    case 'slow':
      return plain;
    default:
      return { ...plain, status: Number(mode) };
  }
}
