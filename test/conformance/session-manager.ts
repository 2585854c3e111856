import { TomcatLab } from '../support/tomcat-lab.ts';
import { actions, beginInterrupted, commandsOf, power, redisCli, storedBytes } from './session-manager-redis.ts';
import { jarsOf, redisOf, settingsOf, tomcatIn } from './session-manager-setup.ts';
import { type Comparison, type Difference, differencesOf, type Suite } from './suite.ts';
import { actions as tomcatActions } from './tomcat-actions.ts';
import { happen, logsDiffer, programsOf } from './tomcat-lifecycle.ts';
import { named, type Play, type RecordedEvent, type Result, type Scenario } from './tomcat-play.ts';

/** A scenario with the real RedisSessionManager: what `redis-cli` was asked in between, and what Redis executed for each event. */
export type RedisEvent =
  | RecordedEvent
  | { t: 'redis-cli'; args: string[] }
  | { t: 'redis-get-raw'; key: string }
  | { t: 'action'; what: string; tomcat?: string };

/** Real Tomcats with the guide's session manager and a real Redis, against ours: answers, logs, commands, stored bytes. */
export const sessionManager: Suite<Scenario> = {
  name: 'session-manager',
  file: 'tomcat/session-manager-runs.jsonl',
  programs: (recorded) => [...programsOf(recorded), 'Redis session manager 2.0.0'],
  floor: 100,
  group: ({ id }) => id.split('-')[1] ?? id,
  compare(recorded) {
    const strange = (recorded.events as RedisEvent[]).find(
      (event) => event.t === 'action' && !known.some((pattern) => pattern.test(event.what)),
    );
    return strange?.t === 'action' ? { skipped: 'free-text', what: strange.what } : played(recorded);
  },
  known: {},
};

/** What the recorder did to Redis and to requests, and what else it does to Tomcats. */
const known = [...actions, ...tomcatActions].map(([pattern]) => pattern);

function played(recorded: Scenario): Comparison {
  const tomcats = Object.keys(recorded.tomcats).map((name) => tomcatIn(recorded, name, jarsOf(recorded)));
  const redis = redisOf(recorded);
  const lab = new TomcatLab(tomcats, 1, redis);
  const play: Play = { recorded, lab, names: new Map(), removed: new Map(), early: new Map(), twin: undefined };
  if (settingsOf(recorded)) power(play, 'start');
  const differences: Difference[] = [];
  for (const [index, event] of (recorded.events as RedisEvent[]).entries()) {
    const expected = recorded.results[index] ?? {};
    const result = { ...happened(play, event, index), redis_commands: commandsOf(play) };
    for (const [field, value] of Object.entries(result))
      differences.push(
        ...differencesOf(`e${index} ${event.t} ${field}`, expected[field], agreed(field, expected[field], value)),
      );
    differences.push(...logsDiffer(play, index));
  }
  return { differences };
}

function happened(play: Play, event: RedisEvent, index: number): Result {
  const expected = play.recorded.results[index] ?? {};
  switch (event.t) {
    case 'redis-cli':
      beginInterrupted(play, index);
      return { output: named(play, redisCli(play, event.args)) };
    case 'redis-get-raw':
      return storedBytes(play, event.key);
    case 'action': {
      if (!/ after [\d.]+ s$/.test(event.what)) beginInterrupted(play, index);
      const [, act] = actions.find(([pattern]) => pattern.test(event.what)) ?? [];
      if (!act) return happen(play, event, index);
      const result = act(play, event.what, index);
      return Object.fromEntries(Object.entries(result).filter(([field]) => field in expected));
    }
    case 'kill9': {
      early(play, index);
      return { ...happen(play, event, index), exit_code: -9 };
    }
    default:
      return happen(play, event, index);
  }
}

const sorted = (lines: unknown) => String(lines).split('\n').sort().join('\n');

/** Before a kill that a running request is asked about afterwards, that request is sent. */
function early(play: Play, index: number) {
  const next = play.recorded.events[index + 1];
  const target = next?.t === 'action' ? /^what the client of (\S+) got$/.exec(next.what)?.[1] : undefined;
  if (target === undefined) return;
  const [about] = Object.values(play.recorded.tomcats);
  const [id = ''] = play.names.keys();
  const chain = play.lab.send(about?.http ?? 0, 'GET', target, `JSESSIONID=${id}`);
  play.early.set(index + 1, { chain, refused: false });
  play.lab.wait(1000);
}

/** Texts that the recording cut short, keys in another order, times to live that are a moment older there: none is held against us. */
function agreed(field: string, expected: unknown, given: unknown): unknown {
  if (field === 'body' && typeof expected === 'string' && typeof given === 'string') {
    const cut = /^([\s\S]*) \.\.\.\((\d+) chars\)$/.exec(expected);
    if (cut) return `${given.slice(0, cut[1]?.length ?? 0)} ...(${given.length} chars)`;
  }
  if (field === 'output' && String(expected).includes('\n') && sorted(expected) === sorted(given)) return expected;
  if (field === 'output' && /^\d+$/.test(String(expected)) && /^\d+$/.test(String(given)))
    return Number(given) - Number(expected) === 1 ? expected : given;
  // A request also took what the machine needed for it.
  if (field === 'about' && typeof expected === 'number' && expected - Number(given) < 0.5) return expected;
  return given;
}
