import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tomcatOf } from '../conformance/tomcat-files.ts';
import { named, type RecordedEvent, type Result, real, type Scenario, undated } from '../conformance/tomcat-play.ts';
import type { Machine } from './sandbox.ts';
import { actions } from './tomcat-actions.ts';
import { type Answered, visit } from './tomcat-client.ts';
import { recordedLines } from './tomcat-lines.ts';
import { PATIENCE_MS, type Process, sendWord, TomcatServer } from './tomcat-server.ts';
import type { Webapp } from './tomcat-webapp.ts';

/** One scenario, played with real Tomcats in real time. */
export class TomcatStage {
  readonly given: Scenario;
  readonly machine: Machine;
  readonly webapp: Webapp;
  readonly servers = new Map<string, TomcatServer>();
  /** The recording's names for session ids. */
  readonly names = new Map<string, string>();

  constructor(given: Scenario, machine: Machine, webapp: Webapp) {
    this.given = given;
    this.machine = machine;
    this.webapp = webapp;
    for (const left of ['/srv', '/shared', '/data']) machine.remove(left);
    for (const folder of ['shared', 'data']) mkdirSync(join(machine.path, folder));
    for (const name of Object.keys(given.tomcats)) {
      const server = new TomcatServer(machine, name, tomcatOf(given, name).files);
      server.deploy(webapp.classes());
      this.servers.set(name, server);
    }
  }

  async play(): Promise<Scenario> {
    const results: Result[] = [];
    const log: string[] = [];
    for (const [index, event] of this.given.events.entries()) {
      results.push(await this.#happen(event, index));
      await this.#settled();
      for (const [name, server] of this.servers)
        for (const file of ['catalina.out', 'localhost.log'] as const) {
          const lines = recordedLines(server.newLines(file), server.base);
          log.push(...lines.map((line) => `e${index} ${name} ${file}| ${named(this, line)}`));
        }
    }
    return { ...this.given, results, log };
  }

  /** Waits until no Tomcat has written for a while. */
  async #settled(): Promise<void> {
    const written = () => [...this.servers.values()].map((server) => server.written).join();
    for (let before = ''; before !== written(); ) {
      before = written();
      await sleep(100);
    }
  }

  #happen(event: RecordedEvent, index: number): Promise<Result> | Result {
    switch (event.t) {
      case 'start':
        return this.#start(event.tomcat);
      case 'stop':
        return this.#stop(event.tomcat, event.via);
      case 'kill9':
        return this.#kill(event.tomcat);
      case 'wait':
        return sleep(event.seconds * 1000).then(() => ({}));
      case 'request':
        return this.#request(event, 'headers' in (this.given.results?.[index] ?? {}));
      case 'action': {
        const [, act] = actions.find(([pattern]) => pattern.test(event.what)) ?? [];
        return act?.(this, event.what, event.tomcat ?? Object.keys(this.given.tomcats)[0] ?? '') ?? {};
      }
    }
  }

  server(name: string): TomcatServer {
    const server = this.servers.get(name);
    if (!server) throw new Error(`${this.given.id}: no Tomcat is called ${name}`);
    return server;
  }

  port(name: string): number {
    return this.given.tomcats[name]?.http ?? 0;
  }

  async #start(name: string): Promise<Result> {
    const server = this.server(name);
    const portOf = (one: string) => shutdownPort(this.given, one);
    const rivals = [...this.servers].filter(([other, { running }]) => running && portOf(other) === portOf(name));
    const started = await server.start({ port: portOf(name), taken: portOf(name) > 0 && rivals.length > 0 });
    const exit = server.processes.at(-1)?.exit ?? null;
    return { started, process_alive: exit === null, ...(exit === null ? {} : { exit_code: exit }) };
  }

  async #stop(name: string, via: string): Promise<Result> {
    const server = this.server(name);
    const { running } = server;
    if (via === 'shutdown.sh') {
      const ran = server.shutdownScript();
      const told = { ...ran, stderr: recordedLines(ran.stderr.split('\n'), server.base, true).join('\n') };
      // What it complains of has kept it from stopping anything.
      if (!running) return told;
      return ran.stderr === '' ? { ...told, exit_code: await exitOf(running) } : { ...told, still_running: true };
    }
    if (!running) return {};
    if (via.startsWith('SIG')) running.child.kill(via as NodeJS.Signals);
    else await sendWord(shutdownPort(this.given, name), 'SHUTDOWN');
    return { exit_code: await exitOf(running) };
  }

  async #kill(name: string): Promise<Result> {
    const { running } = this.server(name);
    running?.child.kill('SIGKILL');
    await running?.ended;
    return { exit_code: -9 };
  }

  async #request(event: Extract<RecordedEvent, { t: 'request' }>, withHeaders: boolean): Promise<Result> {
    const cookie = event.cookie === undefined ? undefined : real(this, event.cookie);
    return this.shown(await visit(this.port(event.to), event.method, real(this, event.path), cookie), withHeaders);
  }

  /** An answer as recordings have it. */
  shown(answer: Answered, withHeaders = false): Result {
    if ('error' in answer) return answer;
    const headers = answer.headers.map(([name, value]) => [name, undated(named(this, value))]);
    const cookies = headers.flatMap(([name, value]) => (name === 'Set-Cookie' ? [value] : []));
    return {
      status: answer.status,
      ...(cookies.length > 0 ? { set_cookie: cookies } : {}),
      ...(withHeaders ? { headers } : {}),
      body: named(this, answer.body),
    };
  }
}

async function exitOf(process: Process): Promise<number> {
  // What is waited for in vain keeps nothing running.
  await Promise.race([process.ended, sleep(PATIENCE_MS, undefined, { ref: false })]);
  return process.exit ?? -1;
}

/** Of its own server.xml, where the scenario has one. */
function shutdownPort({ server_xml: xml = '', tomcats }: Scenario, name: string): number {
  const own = /<Server\b[^>]*\bport="(-?\d+)"/.exec(xml)?.[1];
  return own === undefined ? (tomcats[name]?.shutdown ?? -1) : Number(own);
}
