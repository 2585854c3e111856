import type { Reply, TomcatLab } from '../support/tomcat-lab.ts';
import type { Case } from './suite.ts';

/** A scenario of `lifecycle.jsonl`; the recordings' README says what the fields mean. */
export interface Scenario extends Case {
  title: string;
  tomcats: Record<string, { version: string; http: number; shutdown: number; app?: string; jvmRoute?: string }>;
  context_xml?: string;
  server_xml?: string;
  web_xml?: string;
  'META-INF/context.xml'?: string;
  redis?: unknown;
  events: RecordedEvent[];
  results: Result[];
  log: string[];
}

export type RecordedEvent =
  | { t: 'start' | 'kill9'; tomcat: string }
  | { t: 'stop'; tomcat: string; via: string }
  | { t: 'request'; to: string; client: string; method: string; path: string; cookie?: string }
  | { t: 'wait'; seconds: number }
  | { t: 'action'; what: string; tomcat?: string };

export type Result = Record<string, unknown>;

/** A scenario being played. */
export interface Play {
  recorded: Scenario;
  lab: TomcatLab;
  /** Placeholders of the recording by real session id. */
  names: Map<string, string>;
  /** Files that an action took away. */
  removed: Map<string, string>;
  /** Requests sent while an earlier event ran, by the index of the action that asks for their fate. */
  early: Map<number, { chain: string; refused: boolean }>;
  /** A second process of a CATALINA_BASE. */
  twin: string | undefined;
}

/** Real ids for the recording's placeholders; one that was never seen gets a made-up id. */
export function real({ names }: Pick<Play, 'names'>, text: string) {
  return text.replace(/<SID\d+>/g, (placeholder) => {
    for (const [id, name] of names) if (name === placeholder) return id;
    const made = `00000000000000000000000000${placeholder.slice(4, -1).padStart(6, '0')}`;
    names.set(made, placeholder);
    return made;
  });
}

/** The recording's placeholders for real ids, numbered as they appear. */
export function named({ names }: Pick<Play, 'names'>, text: string) {
  return text.replace(/\b[0-9A-F]{32}\b/g, (id) => {
    const known = names.get(id);
    if (known) return known;
    const name = `<SID${names.size + 1}>`;
    names.set(id, name);
    return name;
  });
}

/** A reply in the recording's form, with those fields of the header that it kept. */
export function shown(play: Play, reply: Reply, expected: Result): Result {
  if ('error' in reply) return { status: undefined, error: errorOf(reply.error, String(expected['error'] ?? '')) };
  const { status, headers, body } = reply.response;
  const cookies = headers.filter(([name]) => name === 'Set-Cookie').map(([, value]) => undated(named(play, value)));
  const result: Result = {
    status,
    error: undefined,
    set_cookie: cookies.length > 0 ? cookies : undefined,
    body: named(play, body),
  };
  if (expected['headers']) result['headers'] = headers.map(([name, value]) => [name, undated(named(play, value))]);
  return result;
}

/** Dates of headers, as recorded. */
export const undated = (text: string) =>
  text.replace(/\w{3}, \d\d[ -]\w{3}[ -]\d{4} \d\d:\d\d:\d\d GMT/g, '<HTTP-DATE>');

/** The recorder's client names its exceptions; ours is told only how the connection ended. */
function errorOf(error: string, expected: string) {
  const kinds: Record<string, RegExp> = {
    refused: /^ConnectionRefused/,
    reset: /^ConnectionReset/,
    closed: /^(IncompleteRead|RemoteDisconnected|ConnectionReset)/,
    timeout: /^(Timeout|timed out)/,
  };
  return kinds[error]?.test(expected) ? expected : error;
}
