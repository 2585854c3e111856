import { TomcatLab } from '../support/tomcat-lab.ts';
import { type Comparison, type Difference, differencesOf, type Suite } from './suite.ts';
import { actions } from './tomcat-actions.ts';
import { seedFor, tomcatOf } from './tomcat-files.ts';
import { entriesDiffer } from './tomcat-log.ts';
import { named, type Play, type RecordedEvent, type Result, real, type Scenario, shown } from './tomcat-play.ts';

/** Real Tomcats, started, stopped and asked in order, against ours. */
export const tomcatLifecycle: Suite<Scenario> = {
  name: 'tomcat-lifecycle',
  file: 'tomcat/lifecycle.jsonl',
  programs: programsOf,
  floor: 97,
  group: ({ id }) => id.split('-')[0] ?? id,
  compare(recorded) {
    return notCompared(recorded) ?? played(recorded);
  },
  known: {
    'engine-defaulthost': 'unrecorded-host',
    'pm-shared-backup': 'background-thread',
  },
};

/** The programs of a scenario, with their versions. */
export function programsOf({ tomcats }: Scenario): string[] {
  return Object.values(tomcats).map(({ version }) => `Tomcat ${version.split(' ')[0]}`);
}

function notCompared({ redis, events, context_xml = '' }: Scenario): Comparison | undefined {
  if (redis !== undefined || context_xml.includes('RedisSession')) return { skipped: 'session-manager' };
  const strange = events.find(
    (event) => event.t === 'action' && !actions.some(([pattern]) => pattern.test(event.what)),
  );
  if (strange?.t === 'action') return { skipped: 'free-text', what: strange.what };
  const unknown = events.find(({ t }) => !['start', 'stop', 'kill9', 'request', 'wait', 'action'].includes(t));
  return unknown && { skipped: 'unknown-event', what: unknown.t };
}

function played(recorded: Scenario): Comparison {
  const tomcats = Object.keys(recorded.tomcats).map((name) => tomcatOf(recorded, name));
  const lab = new TomcatLab(tomcats, seedFor(recorded, tomcats));
  const play: Play = { recorded, lab, names: new Map(), removed: new Map(), early: new Map(), twin: undefined };
  const differences: Difference[] = [];
  for (const [index, event] of recorded.events.entries()) {
    const result = happen(play, event, index);
    const expected = recorded.results[index] ?? {};
    for (const [field, value] of Object.entries(result)) {
      differences.push(...differencesOf(`e${index} ${event.t} ${field}`, expected[field], value));
    }
    differences.push(...logsDiffer(play, index));
  }
  return { differences };
}

/** What every Tomcat logged during an event, against the recording. */
export function logsDiffer(play: Play, index: number): Difference[] {
  const { lab, recorded } = play;
  const lines = lab.takeLines().map(({ text, ...where }) => ({ ...where, text: named(play, text) }));
  return Object.keys(recorded.tomcats).flatMap((name) =>
    ['catalina.out', 'localhost.log'].flatMap((file) => {
      const prefix = `e${index} ${name} ${file}| `;
      const wanted = recorded.log.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
      const given = lines.filter((line) => line.tomcat === name && line.file === file).map(({ text }) => text);
      return entriesDiffer(`e${index} ${name} ${file}`, wanted, given);
    }),
  );
}

/** Lets an event of the recording happen. */
export function happen(play: Play, event: RecordedEvent, index: number): Result {
  switch (event.t) {
    case 'start':
      return started(play, event.tomcat, index);
    case 'stop':
      return stopped(play, event, index);
    case 'kill9':
      play.lab.power(event.tomcat, 'crash');
      return {};
    case 'wait':
      play.lab.wait(event.seconds * 1000);
      return {};
    case 'request': {
      const port = play.recorded.tomcats[event.to]?.http ?? 0;
      const cookie = event.cookie === undefined ? undefined : real(play, event.cookie);
      const reply = play.lab.reply(play.lab.send(port, event.method, real(play, event.path), cookie));
      return shown(play, reply, play.recorded.results[index] ?? {});
    }
    case 'action': {
      const [, act] = actions.find(([pattern]) => pattern.test(event.what)) ?? [];
      const result = act?.(play, event.what, event.tomcat ?? Object.keys(play.recorded.tomcats)[0] ?? '', index) ?? {};
      const expected = play.recorded.results[index] ?? {};
      return Object.fromEntries(Object.entries(result).filter(([field]) => field in expected));
    }
  }
}

function started(play: Play, name: string, index: number): Result {
  const { lab, recorded } = play;
  const running = lab.tomcat(name).state === 'running';
  const process = running ? lab.secondProcess(name) : name;
  if (running) play.twin = process;
  const polling = pollingAction(recorded, index);
  if (polling !== undefined) {
    const port = recorded.tomcats[name]?.http ?? 0;
    const refused = 'error' in lab.reply(lab.send(port, 'GET', '/hello'));
    lab.power(process, 'start');
    play.early.set(polling, { chain: lab.send(port, 'GET', '/hello'), refused });
  } else lab.power(process, 'start');
  lab.runUntil(() => !['starting', 'stopping'].includes(lab.tomcat(process).state), 60_000);
  const { state, exitCode } = lab.tomcat(process);
  const alive = state === 'running';
  const served = alive || exitCode === 0;
  return { started: served, process_alive: alive, ...(alive ? {} : { exit_code: exitCode }) };
}

/** The action that asks what a client saw who polled while the event before it ran. */
function pollingAction({ events }: Scenario, index: number) {
  const next = events[index + 1];
  return next?.t === 'action' && next.what.startsWith('what a client polling') ? index + 1 : undefined;
}

function stopped(play: Play, { tomcat, via }: Extract<RecordedEvent, { t: 'stop' }>, index: number): Result {
  const { lab, recorded } = play;
  const next = recorded.events[index + 1];
  const what = next?.t === 'action' ? next.what : '';
  const port = recorded.tomcats[tomcat]?.http ?? 0;
  const running = /^what the slow request \(started ([\d.]+) s before the stop\)/.exec(what);
  if (running) {
    const [, seconds = '5'] = /a (\d+) s request/.exec(recorded.title) ?? [];
    play.early.set(index + 1, { chain: lab.send(port, 'GET', `/sleep?ms=${Number(seconds) * 1000}`), refused: false });
    lab.wait(Number(running[1]) * 1000);
  }
  const signal = via.startsWith('SIG');
  lab.power(tomcat, signal ? 'quit' : 'stop');
  const later = /^a NEW connection made ([\d.]+) s after the stop began/.exec(what);
  if (later) {
    lab.wait(Number(later[1]) * 1000);
    play.early.set(index + 1, { chain: lab.send(port, 'GET', '/hello'), refused: false });
  }
  lab.runUntil(() => ['stopped', 'crashed', 'running'].includes(lab.tomcat(tomcat).state), 60_000);
  const { state, exitCode } = lab.tomcat(tomcat);
  const expected = recorded.results[index] ?? {};
  const result: Result = { still_running: state === 'running' ? true : undefined };
  if (state !== 'running' && !signal && 'exit_code' in expected) result['exit_code'] = exitCode;
  if (typeof expected['stderr'] === 'string') result['stderr'] = scriptAgrees(play, expected['stderr']);
  return result;
}

/** The recorded text of the script when ours says the same, but for dates and stack frames. */
function scriptAgrees({ lab }: Play, expected: string) {
  const lines = lab.takeLines();
  const given = lines.filter(({ file }) => file === 'terminal').map(({ text }) => text);
  for (const line of lines) if (line.file !== 'terminal') lab.putBack(line);
  const telling = (text: string[]) =>
    text
      .filter((line) => line.trim() !== '' && !line.startsWith('\t'))
      .map((line) => line.replace(/^\w{3} \w\w, \w{4} [\w:]+ [AP]M/, 'DATE'));
  return JSON.stringify(telling(given)) === JSON.stringify(telling(expected.split('\n'))) ? expected : given.join('\n');
}
