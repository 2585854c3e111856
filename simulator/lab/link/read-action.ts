import { own } from '../../core/own.ts';
import type { Planned, Visit } from '../../engine/world.ts';
import { newVisitor, newWindow } from '../build.ts';
import type { LabVisitor } from '../lab.ts';
import { trafficAction } from '../traffic.ts';
import { isAddress } from './address.ts';
import type { Cast } from './cast.ts';
import { numberIn, unescaped } from './escape.ts';
import { cutAt } from './fields.ts';
import { computedIn, planIn, wordsIn } from './json.ts';
import type { LinkProblemCode } from './link.ts';
import { powerEventOf, signs } from './signs.ts';
import { trafficIn } from './traffic-json.ts';
import type { Editor } from './write-action.ts';

type Doing = Planned['action'];
type Read<T> = T | { problem: LinkProblemCode };

/** Virtual ms: eleven days. */
export const LATEST = 1e9;

/** A link that loses more is cut. */
const MOST_LOSS = 0.99;
const SLOWEST = 1e6;

/** What actions are read against: who is there by then, and what the learner's editor holds. */
export interface Reading {
  cast: Cast;
  editor: Editor;
}

/** An action of a link, if it has the form of one and can be done to whom it names. */
export function actionIn(token: string, reading: Reading): Read<Planned> {
  const place = token.lastIndexOf('@');
  if (place < 0) return { problem: 'bad-form' };
  const at = numberIn(token.slice(place + 1), LATEST);
  if (at === undefined) return { problem: 'bad-number' };
  const action = doingIn(token.slice(0, place), reading);
  return 'problem' in action ? action : { at, action };
}

/** The same without its time. */
export function doingIn(text: string, reading: Reading): Read<Doing> {
  const [sign, rest] = cutAt(text, ':');
  const [nameText, behind] = cutAt(rest.slice(1), '/', '=', ';');
  const host = unescaped(nameText);
  if (host === undefined) return { problem: 'bad-escape' };
  const event = powerEventOf(sign);
  if (event) {
    const problem = reading.cast.refusal(host, 'nginx', 'tomcat', 'redis') ?? (behind === '' ? undefined : 'bad-form');
    return problem ? { problem } : { kind: 'power', host, event };
  }
  const read = own(readers, sign);
  return read ? read(host, behind, reading) : { problem: 'unknown-action' };
}

/** Each gets the first name, and what stands behind it. */
const readers: Record<string, (host: string, behind: string, reading: Reading) => Read<Doing>> = {
  [signs.visit]: (host, behind, { cast }) => {
    const problem = cast.refusal(host, 'client');
    const visit = visitIn(behind);
    return problem ? { problem } : 'problem' in visit ? visit : { kind: 'visit', host, visit };
  },
  [signs.type]: (host, behind, { cast }) =>
    withText(behind, cast.refusal(host, 'terminal'), (line) => ({ kind: 'type', host, line })),
  [signs.interrupt]: (host, behind, { cast }) =>
    withText(behind, cast.refusal(host, 'terminal'), (signal) =>
      isInterrupt(signal) ? { kind: 'interrupt', host, signal } : { problem: 'bad-form' },
    ),
  [signs.edit]: editIn,
  [signs.delete]: (host, behind, { cast }) => {
    const file = unescaped(behind.slice(1));
    if (file === undefined) return { problem: 'bad-escape' };
    const problem = cast.refusalOfFile(host, file);
    return problem ? { problem } : { kind: 'edit', host, file, text: null };
  },
  [signs.cut]: (host, behind, reading) => linkIn(host, behind, 'cut', reading),
  [signs.mend]: (host, behind, reading) => linkIn(host, behind, 'mend', reading),
  [signs.netem]: netemIn,
  [signs.slow]: (host, behind, { cast }) =>
    withText(behind, cast.refusal(host, 'tomcat'), (text) => {
      const factor = numberIn(text, SLOWEST);
      return factor === undefined || factor < 1 ? { problem: 'bad-number' } : { kind: 'slow', host, factor };
    }),
  [signs.redisCli]: (host, behind, { cast }) =>
    withText(behind, cast.refusal(host, 'redis'), (json) => {
      const argv = wordsIn(json);
      return argv ? { kind: 'redis-cli', host, argv } : { problem: 'bad-form' };
    }),
  [signs.join]: joinIn,
  [signs.move]: (host, behind, { cast }) =>
    withText(behind, cast.refusal(host, 'client'), (ip) =>
      isAddress(ip) ? { kind: 'move', host, ip } : { problem: 'bad-address' },
    ),
  [signs.leave]: (host, behind, { cast }) => {
    const problem = cast.refusal(host, 'client') ?? (behind === '' ? undefined : 'bad-form');
    return problem ? { problem } : { kind: 'leave', host };
  },
  [signs.open]: (name, _, { cast }) => {
    const nth = Number(/^terminal([1-9]\d{0,2})$/.exec(name)?.[1] ?? Number.NaN);
    const problem = Number.isNaN(nth) ? 'bad-form' : cast.refusalOfNewcomer(name);
    return problem ? { problem } : { kind: 'open', terminal: newWindow(nth) };
  },
  [signs.cookies]: (host, behind, { cast }) =>
    withText(behind, cast.refusal(host, 'client'), (text) =>
      text === 'on' || text === 'off' ? { kind: 'cookies', host, accepts: text === 'on' } : { problem: 'bad-form' },
    ),
  [signs.traffic]: (nobody, behind) =>
    withText(behind, nobody === '' ? undefined : 'bad-form', (json) => {
      const traffic = trafficIn(json);
      return traffic ? trafficAction(traffic) : { problem: 'bad-form' };
    }),
  [signs.computed]: (host, behind, { cast }) =>
    withText(behind, cast.refusal(host, 'redis'), (json) => {
      const computed = computedIn(json);
      return computed ? { kind: 'computed', host, computed } : { problem: 'bad-form' };
    }),
};

/** What stands behind `=`. */
function withText(
  behind: string,
  problem: LinkProblemCode | undefined,
  make: (text: string) => Read<Doing>,
): Read<Doing> {
  if (problem) return { problem };
  if (!behind.startsWith('=')) return { problem: 'bad-form' };
  const text = unescaped(behind.slice(1));
  return text === undefined ? { problem: 'bad-escape' } : make(text);
}

/** `;POST;5000/path`, where both options may be left out. */
function visitIn(behind: string): Read<Visit> {
  const [optionsText, rest] = cutAt(behind, '/', '=');
  const [, methodText = '', patienceText, ...more] = optionsText.split(';');
  const method = unescaped(methodText);
  const path = unescaped(rest.startsWith('=') ? rest.slice(1) : rest);
  if (method === undefined || path === undefined) return { problem: 'bad-escape' };
  if (rest === '' || more.length > 0) return { problem: 'bad-form' };
  const patience = patienceText === undefined ? undefined : numberIn(patienceText, LATEST);
  if (patienceText !== undefined && patience === undefined) return { problem: 'bad-number' };
  return { path, ...(method === '' ? {} : { method }), ...(patience === undefined ? {} : { patience }) };
}

/** Without a text, what is saved is what the learner's editor holds. */
function editIn(host: string, behind: string, { cast, editor }: Reading): Read<Doing> {
  const [fileText, textPart] = cutAt(behind.slice(1), '=');
  const file = unescaped(fileText);
  if (file === undefined) return { problem: 'bad-escape' };
  const problem = behind.startsWith('/') ? cast.refusalOfFile(host, file) : 'bad-form';
  if (problem) return { problem };
  const text = textPart === '' ? editor(host, file) : unescaped(textPart.slice(1));
  if (text === undefined) return { problem: textPart === '' ? 'unknown-file' : 'bad-escape' };
  return { kind: 'edit', host, file, text };
}

function linkIn(from: string, behind: string, event: 'cut' | 'mend', { cast }: Reading): Read<Doing> {
  if (!behind.startsWith('/')) return { problem: 'bad-form' };
  const to = unescaped(behind.slice(1));
  if (to === undefined) return { problem: 'bad-escape' };
  const problem = cast.refusal(from) ?? cast.refusal(to);
  return problem ? { problem } : { kind: 'link', from, to, event };
}

/** `/nginx;200;0.1`: milliseconds more, and the share that is lost. */
function netemIn(from: string, behind: string, { cast }: Reading): Read<Doing> {
  const [toText, delayText = '', lossText = '', ...more] = behind.slice(1).split(';');
  const to = unescaped(toText ?? '');
  if (to === undefined) return { problem: 'bad-escape' };
  if (!behind.startsWith('/') || more.length > 0) return { problem: 'bad-form' };
  const problem = cast.refusal(from) ?? cast.refusal(to);
  const delay = numberIn(delayText, LATEST);
  const loss = numberIn(lossText, MOST_LOSS);
  if (problem) return { problem };
  return delay === undefined || loss === undefined
    ? { problem: 'bad-number' }
    : { kind: 'netem', from, to, delay, loss };
}

function joinIn(name: string, behind: string, { cast }: Reading): Read<Doing> {
  const [who, planText] = cutAt(behind, '=');
  const visitor = visitorBehind(name, who);
  if ('problem' in visitor) return visitor;
  const problem = cast.refusalOfNewcomer(name);
  if (problem) return { problem };
  const client = newVisitor(visitor);
  if (planText === '') return { kind: 'join', visitor: client };
  const json = unescaped(planText.slice(1));
  if (json === undefined) return { problem: 'bad-escape' };
  const plan = planIn(json);
  return plan ? { kind: 'join', visitor: { ...client, plan } } : { problem: 'bad-form' };
}

/** What stands behind a visitor's name: `/203.0.113.9` or `;no-cookies/203.0.113.9`. */
export function visitorBehind(name: string, behind: string): Read<LabVisitor> {
  const [options, rest] = cutAt(behind, '/');
  if (options !== '' && options !== ';no-cookies') return { problem: 'bad-form' };
  const address = unescaped(rest.slice(1));
  if (address === undefined) return { problem: 'bad-escape' };
  return isAddress(address) ? { name, address, cookies: options === '' } : { problem: 'bad-address' };
}

const isInterrupt = (signal: string): signal is 'SIGINT' | 'SIGTSTP' | 'SIGQUIT' | 'SIGHUP' =>
  ['SIGINT', 'SIGTSTP', 'SIGQUIT', 'SIGHUP'].includes(signal);
