import { setTimeout as sleep } from 'node:timers/promises';
import { shippedFiles } from '../../simulator/nginx/conf/shipped.ts';
import { nginxForward } from '../conformance/nginx-forward.ts';
import { nginxRouting } from '../conformance/nginx-routing.ts';
import {
  answersOnIpv6,
  indented,
  type Pick,
  type Scenario,
  type ScenarioEvent,
} from '../conformance/nginx-scenario.ts';
import { type Difference, differencesOf, type Suite } from '../conformance/suite.ts';
import { Backend } from './backend.ts';
import { type Answer, ask } from './client.ts';
import { nginxVersion } from './nginx-version.ts';
import type { Recorder, Recording } from './recorder.ts';
import { Machine } from './sandbox.ts';

type RequestEvent = Extract<ScenarioEvent, { type: 'request' }>;

const NGINX = '/usr/sbin/nginx';

class ScenarioRecording implements Recording<Scenario> {
  readonly #machine = new Machine(['nginx']);

  constructor() {
    for (const [name, text] of Object.entries(shippedFiles)) this.#machine.write(`/etc/nginx/${name}`, text);
  }

  async record(given: Scenario): Promise<Scenario> {
    const run = new Run(given, this.#machine);
    try {
      return await run.play();
    } finally {
      await run.end();
    }
  }

  async close(): Promise<void> {
    this.#machine.close();
  }
}

function hindranceOf({ deterministic, events, resolves }: Scenario): string | undefined {
  if (!deterministic) return 'random: not the same in any two runs of nginx';
  if (resolves) return 'names resolved by a machine with other addresses';
  const dropped = events.some((event) => event.type === 'mode' && event.mode === 'blackhole');
  return dropped ? 'drops packets, for which nothing is installed here' : undefined;
}

/** Every server answers every time: nothing fails for a while, or at a certain moment. */
function steady({ events, picks, config }: Scenario): boolean {
  const plain = events.every(
    (event) =>
      event.type === 'reload' || (event.type === 'request' && !event.async && event.abort_after_ms === undefined),
  );
  return (
    plain &&
    !/limit_(req|conn|rate)/.test(config) &&
    picks.every(({ upstream_status: status }) => !/,|5\d\d/.test(status))
  );
}

/** A server's headers were recorded in no order. */
const inOrder = (told: Pick[keyof Pick]) =>
  Array.isArray(told)
    ? told.map((one) => (typeof one === 'string' ? one : Object.fromEntries(Object.entries(one).sort())))
    : told;

function scenariosDiffer(recorded: Scenario, anew: Scenario): Difference[] {
  const fields = ['upstream_addr', 'upstream_status', 'status', 'body', 'headers', 'seen'] as const;
  const picks = recorded.picks.flatMap((pick, i) =>
    fields.flatMap((field) =>
      pick[field] === undefined
        ? []
        : differencesOf(`picks[${i}].${field}`, inOrder(pick[field]), inOrder(anew.picks[i]?.[field])),
    ),
  );
  return [...picks, ...differencesOf('error_log', recorded.error_log ?? [], anew.error_log)];
}

/** One scenario, played with a real nginx in real time. */
class Run {
  readonly #given: Scenario;
  readonly #machine: Machine;
  readonly #backends = new Map<string, Backend>();
  #startedAt = 0;

  constructor(given: Scenario, machine: Machine) {
    this.#given = given;
    this.#machine = machine;
    for (const [name, address] of Object.entries(given.servers)) {
      const [host = '', port] = address.split(':');
      const hosts = answersOnIpv6(given) ? [host, '::1'] : [host];
      this.#backends.set(name, new Backend(name, hosts, Number(port)));
    }
  }

  async play(): Promise<Scenario> {
    const { events, hosts } = this.#given;
    for (const backend of this.#backends.values()) await backend.up();
    for (const log of ['access', 'error']) this.#machine.write(`/var/log/nginx/${log}.log`, '');
    if (hosts !== undefined) this.#machine.write('/etc/hosts', hosts);
    this.#machine.write('/etc/nginx/nginx.conf', this.#given.config);
    const { status, stderr } = this.#machine.run(NGINX);
    if (status !== 0) throw new Error(`${this.#given.id}: nginx does not start: ${stderr}`);
    await sleep(100);
    this.#startedAt = Math.ceil((Date.now() + 150) / 1000) * 1000;
    const done: ScenarioEvent[] = [];
    const answers: Promise<Answer>[] = [];
    for (const event of events) {
      await this.#until(event.at_ms);
      const at_ms = this.#now();
      const asked = event.type === 'request' ? ask(event, `q${answers.length}`) : undefined;
      if (asked) answers.push(asked);
      if (asked && !('async' in event && event.async)) await asked;
      const came = event.type === 'request' ? {} : await this.#do(event);
      done.push({ ...event, ...came, at_ms });
      await sleep(4);
    }
    const told = await Promise.all(answers);
    // The line of an abandoned request is written when nginx notices.
    await sleep(this.#given.events.some((event) => 'abort_after_ms' in event) ? 300 : 30);
    return { ...this.#given, events: done, picks: this.#picks(told), error_log: this.#errors() };
  }

  async end(): Promise<void> {
    // `nginx -s stop` would read the configuration, which a reload may have refused.
    if (this.#machine.has('/run/nginx.pid')) process.kill(Number(this.#machine.read('/run/nginx.pid')), 'SIGTERM');
    while (this.#machine.has('/run/nginx.pid')) await sleep(10);
    for (const backend of this.#backends.values()) await backend.down();
  }

  #now(): number {
    return Date.now() - this.#startedAt;
  }

  async #until(at: number): Promise<void> {
    const left = at - this.#now();
    if (left > 0) await sleep(left);
  }

  async #do(event: Exclude<ScenarioEvent, RequestEvent>): Promise<{ rc?: number }> {
    if (event.type === 'wait') return {};
    if (event.type === 'reload') return { rc: this.#reload(event.upstream) };
    const backend = this.#backends.get(event.server);
    if (!backend) throw new Error(`${this.#given.id}: no server is called ${event.server}`);
    if (event.type === 'down') await backend.down();
    else {
      if (event.type === 'mode') backend.mode = event.mode;
      await backend.up();
    }
    return {};
  }

  #reload(upstream: string): number {
    const config = this.#given.config.replace(indented(this.#given.upstream), indented(upstream));
    this.#machine.write('/etc/nginx/nginx.conf', config);
    return this.#machine.run(NGINX, '-s', 'reload').status ?? -1;
  }

  #picks(answers: Answer[]): Pick[] {
    const logged = new Map<string, { addr: string; us: string; status: string }>();
    for (const line of this.#machine.read('/var/log/nginx/access.log').split('\n')) {
      if (line === '') continue;
      const { rid, ...entry } = JSON.parse(line);
      logged.set(rid, entry);
    }
    return answers.map((answer, i) => {
      const { addr = '', us = '', status = '0' } = logged.get(`q${i}`) ?? {};
      return {
        upstream_addr: addr,
        upstream_status: us,
        status: Number(status),
        body: answer.body,
        headers: answer.headers,
        seen: this.#seen(`q${i}`),
      };
    });
  }

  /** The request as the servers saw it, in the order of nginx's tries. */
  #seen(rid: string): Record<string, string>[] | null {
    const all = [...this.#backends.values()].flatMap((backend) =>
      backend.seen.flatMap(({ at, request: { method, target, version, headers } }) => {
        const fields = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
        if (fields['x-rid'] !== rid) return [];
        const { 'x-rid': _, ...told } = fields;
        return { at, seen: { server: backend.name, line: `${method} ${target} HTTP/${version}`, ...told } };
      }),
    );
    return all.length === 0 ? null : all.sort((a, b) => a.at - b.at).map(({ seen }) => seen);
  }

  #errors(): string[] {
    return this.#machine
      .read('/var/log/nginx/error.log')
      .split('\n')
      .flatMap((line) => {
        const [, level, text] =
          /^\S+ \S+ (\[(?:warn|error|crit|alert|emerg)\]) \d+#\d+: (?:\*\d+ )?(.*)$/.exec(line) ?? [];
        return text === undefined ? [] : `${level} ${text}`;
      });
  }
}

const recorderOf = (suite: Suite<Scenario>): Recorder<Scenario> => ({
  suite,
  programs: ['nginx'],
  recordedFrom: 'nginx/1.22.1',
  version: nginxVersion,
  hindrance: hindranceOf,
  steady,
  differences: scenariosDiffer,
  open: () => new ScenarioRecording(),
});

/** A running nginx among servers that fail as a scenario says: which one each request reaches. */
export const nginxRoutingRecorder = recorderOf(nginxRouting);

/** The same: what those servers receive and what comes back. */
export const nginxForwardRecorder = recorderOf(nginxForward);
