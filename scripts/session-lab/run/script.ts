import type { Lab, Planned, PowerEvent, Visit } from '../../../simulator/index.ts';

/** What is wrong with a line of a script, as data. */
export interface ScriptProblem {
  /** Counted from 1. */
  line: number;
  code:
    | 'no-time'
    | 'backwards'
    | 'no-action'
    | 'unknown-action'
    | 'unknown-host'
    | 'not-a-server'
    | 'only-nginx'
    | 'no-path'
    | 'no-file';
  token: string;
}

export interface ReadScript {
  plan: Planned[];
  problems: ScriptProblem[];
}

type Doing = Planned['action'];
type Read = Doing | { problem: ScriptProblem['code']; token: string };

/**
 * Reads a script: a line for each thing that is done, its time first. Names are checked against the lab.
 * @param textOf the text of a file that a `save` names, or `undefined` when there is none.
 */
export function readScript(text: string, lab: Lab, textOf: (path: string) => string | undefined): ReadScript {
  const plan: Planned[] = [];
  const problems: ScriptProblem[] = [];
  let last = 0;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const tell = (code: ScriptProblem['code'], token: string) => problems.push({ line: index + 1, code, token });
    const [time = '', doing = ''] = parted(line);
    const at = timeIn(time, last);
    if (at === undefined) tell('no-time', time);
    else if (at < last) tell('backwards', time);
    else {
      last = at;
      const action = actionIn(doing, { lab, textOf });
      if ('problem' in action) tell(action.problem, action.token);
      else plan.push({ at, action });
    }
  }
  return { plan, problems };
}

/** The first word, and what follows it. */
function parted(text: string): [first: string, rest: string] {
  const space = text.search(/\s/);
  return space < 0 ? [text, ''] : [text.slice(0, space), text.slice(space).trim()];
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, '': 1000, m: 60_000, h: 3_600_000 };

/** Later than eleven days nothing is planned. */
const LATEST = 1e9;

/** Times in finer parts of a ms mean nothing. */
const FINEST = 1e6;

/** `2`, `2s`, `1.5s`, `500ms`, `1m30s`; with `+`, after the line before. In virtual ms. */
function timeIn(text: string, last: number): number | undefined {
  const [, plus, amount = ''] = /^(\+?)((?:\d+(?:\.\d+)?(?:ms|s|m|h))+|\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (plus === undefined) return undefined;
  const parts = [...amount.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|)/g)];
  const ms = parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 0), 0);
  const at = Math.round((ms + (plus ? last : 0)) * FINEST) / FINEST;
  return at <= LATEST ? at : undefined;
}

/** What a line is read against. */
interface Scene {
  lab: Lab;
  textOf(path: string): string | undefined;
}

function actionIn(text: string, scene: Scene): Read {
  const [verb, rest] = parted(text);
  const visitor = scene.lab.visitors.find(({ name }) => name === verb);
  if (visitor) return visitIn(verb, rest);
  const typing = /^(terminal\d+)?\$$/.exec(verb);
  if (typing) return typedIn(typing[1] ?? 'terminal1', rest, scene);
  if (verb === '') return { problem: 'no-action', token: text };
  const read = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (read) return read(rest, scene);
  // Who opens a page is meant to be a visitor.
  return { problem: visitOf(rest) ? 'unknown-host' : 'unknown-action', token: verb };
}

function visitIn(host: string, text: string): Read {
  const visit = visitOf(text);
  return visit ? { kind: 'visit', host, visit } : { problem: 'no-path', token: text };
}

/** `/login?user=zhang` or `POST /cart`. */
function visitOf(text: string): Visit | undefined {
  const [, method, path] = /^(?:([A-Z]+)\s+)?(\/\S*)$/.exec(text) ?? [];
  if (path === undefined) return undefined;
  return method === undefined ? { path } : { method, path };
}

const typedIn = (host: string, line: string, { lab }: Scene): Read =>
  Number(host.slice('terminal'.length)) <= (lab.terminals?.count ?? 0)
    ? { kind: 'type', host, line }
    : { problem: 'unknown-host', token: host };

const verbs: Readonly<Record<string, (rest: string, scene: Scene) => Read>> = {
  start: (rest, scene) => powerIn(rest, 'start', scene),
  stop: (rest, scene) => powerIn(rest, 'stop', scene),
  kill: (rest, scene) => {
    const [signal, host] = parted(rest);
    return signal === '-9' ? powerIn(host, 'crash', scene) : { problem: 'unknown-action', token: `kill ${signal}` };
  },
  hang: (rest, scene) => powerIn(rest, 'hang', scene),
  resume: (rest, scene) => powerIn(rest, 'resume', scene),
  reload: (rest, scene) => nginxIn(rest, 'reload', scene),
  quit: (rest, scene) => nginxIn(rest, 'quit', scene),
  cut: (rest, scene) => linkIn(rest, 'cut', scene),
  mend: (rest, scene) => linkIn(rest, 'mend', scene),
  save: saveIn,
};

const nginxIn = (host: string, event: PowerEvent, scene: Scene): Read =>
  host === 'nginx' ? powerIn(host, event, scene) : { problem: 'only-nginx', token: host };

function powerIn(host: string, event: PowerEvent, { lab }: Scene): Read {
  if (serversOf(lab).includes(host)) return { kind: 'power', host, event };
  return { problem: lab.visitors.some(({ name }) => name === host) ? 'not-a-server' : 'unknown-host', token: host };
}

function linkIn(text: string, event: 'cut' | 'mend', { lab }: Scene): Read {
  const [from, to] = parted(text);
  const stranger = [from, to].find((host) => !hostsOf(lab).includes(host));
  return stranger === undefined ? { kind: 'link', from, to, event } : { problem: 'unknown-host', token: stranger };
}

/** `save nginx/nginx.conf new.conf`: a host's file gets the text of one of yours. */
function saveIn(text: string, { lab, textOf }: Scene): Read {
  const [place, path] = parted(text);
  const [host = '', ...names] = place.split('/');
  if (!serversOf(lab).includes(host)) return { problem: 'unknown-host', token: host };
  const saved = textOf(path);
  const file = names.join('/');
  return saved === undefined || file === ''
    ? { problem: 'no-file', token: file === '' ? place : path }
    : { kind: 'edit', host, file, text: saved };
}

const serversOf = ({ tomcats, redis }: Lab): string[] => [
  'nginx',
  ...tomcats.map(({ name }) => name),
  ...(redis ? ['redis'] : []),
];

/** Everybody whom a script may name. */
export const hostsOf = (lab: Lab): string[] => [...lab.visitors.map(({ name }) => name), ...serversOf(lab)];
