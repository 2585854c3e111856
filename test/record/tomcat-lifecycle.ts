import { type Difference, differencesOf } from '../conformance/suite.ts';
import { tomcatLifecycle } from '../conformance/tomcat-lifecycle.ts';
import { entriesDiffer } from '../conformance/tomcat-log.ts';
import type { Result, Scenario } from '../conformance/tomcat-play.ts';
import type { Recorder, Recording } from './recorder.ts';
import { actions } from './tomcat-actions.ts';
import { tomcatMachine, tomcatPrograms, tomcatVersion } from './tomcat-server.ts';
import { TomcatStage } from './tomcat-stage.ts';
import { Webapp } from './tomcat-webapp.ts';

class LifecycleRecording implements Recording<Scenario> {
  readonly #machine = tomcatMachine();
  readonly #webapp = new Webapp();

  async record(given: Scenario): Promise<Scenario> {
    try {
      return await new TomcatStage(given, this.#machine, this.#webapp).play();
    } finally {
      this.#machine.endPrograms();
    }
  }

  async close(): Promise<void> {
    this.#webapp.close();
    this.#machine.close();
  }
}

function hindranceOf(given: Scenario) {
  const { tomcats, events, redis, context_xml: context = '', server_xml: server = '', web_xml: web = '' } = given;
  const other = Object.values(tomcats).find(({ version }) => !version.startsWith('10.1'));
  if (other) return `wants Tomcat ${other.version.split(' ')[0]}`;
  if (redis !== undefined || /RedisSession/.test(context)) return 'wants the redis session manager';
  if (/driverClassName/.test(context)) return 'wants a database';
  if (/defaultHost="(?!localhost")/.test(server)) return 'does not say which host it asks for';
  if (/SlowCtxListener/.test(web)) return 'asks what a client sees while it starts or stops';
  const strange = events.find(
    (event) => event.t === 'action' && !actions.some(([pattern]) => pattern.test(event.what)),
  );
  return strange && 'does more than start, stop and ask';
}

/** No waiting for the background thread, no two requests at once, and nothing that hangs on the order of random ids. */
const steady = ({ events }: Scenario) =>
  events.every(
    (event) => event.t !== 'wait' && !(event.t === 'action' && /parallel|mtime|remove|order/.test(event.what)),
  );

function scenariosDiffer(recorded: Scenario, anew: Scenario): Difference[] {
  const events = recorded.events.slice(0, comparableEvents(recorded, anew));
  return events.flatMap((event, index) => [
    ...resultsDiffer(`e${index} ${event.t}`, recorded.results[index] ?? {}, anew.results[index] ?? {}),
    ...logsDiffer(index, recorded, anew),
  ]);
}

/** A file has its sessions in the order of their ids, which are random: behind another order, other things are lost. */
function comparableEvents({ events, results }: Scenario, anew: Scenario): number {
  const other = (index: number) => String(results[index]?.['order']) !== String(anew.results[index]?.['order']);
  const at = events.findIndex((_, index) => other(index));
  // They were written by the event before.
  return at < 0 ? events.length : at - 1;
}

const resultsDiffer = (at: string, before: Result, now: Result) =>
  Object.keys(before)
    .filter((field) => !UNLIKE.test(field))
    .flatMap((field) => differencesOf(`${at} ${field}`, withoutFrames(before[field]), withoutFrames(now[field])));

const logsDiffer = (index: number, recorded: Scenario, anew: Scenario) =>
  Object.keys(recorded.tomcats).flatMap((name) =>
    ['catalina.out', 'localhost.log'].flatMap((file) => {
      const prefix = `e${index} ${name} ${file}| `;
      const lines = ({ log }: Scenario) =>
        log.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
      return entriesDiffer(prefix.trim(), lines(recorded), lines(anew));
    }),
  );

/** Durations, and sizes that hang on the length of a number. */
const UNLIKE = /^(waited|waited_seconds|seconds|bytes|stdout)$/;

const withoutFrames = (value: unknown) =>
  typeof value === 'string'
    ? value
        .split('\n')
        .filter((line) => !/^\s*(at |\.\.\. )/.test(line))
        .join('\n')
        .trim()
    : value;

/** Debian's Tomcat with the recordings' webapp, started, stopped and asked. */
export const tomcatLifecycleRecorder: Recorder<Scenario> = {
  suite: tomcatLifecycle,
  programs: tomcatPrograms,
  recordedFrom: 'Apache Tomcat/10.1.60 (Debian) on Java 17',
  version: tomcatVersion,
  hindrance: hindranceOf,
  steady,
  differences: scenariosDiffer,
  open: () => new LifecycleRecording(),
};
