import {
  type HostName,
  type Lab,
  newVisitor,
  type Planned,
  type Scenario,
  type Traffic,
  trafficAction,
} from '../../../simulator/index.ts';
import { LATENCY as LATENCY_ON_A_PAGE } from '../latency.ts';
import { shopPaths } from '../page/shop.ts';
import type { History } from '../questions.ts';

/** What goes wrong in the middle of standard traffic. */
export interface Fault {
  host: HostName;
  /** `restart`: stopped and started again. */
  event: 'crash' | 'stop' | 'restart' | 'hang';
}

/** The faults that there are in a lab. */
export function faultsIn({ tomcats, redis }: Lab): Fault[] {
  const events = ['crash', 'stop', 'restart', 'hang'] as const;
  return [
    ...tomcats.flatMap(({ name }) => events.map((event) => ({ host: name, event }))),
    ...(redis ? (['crash', 'restart'] as const).map((event) => ({ host: 'redis', event })) : []),
  ];
}

/** In standard traffic everybody logs in once, and then asks so often who he is, once a second. */
const ROUNDS = 12;
const SECOND = 1000;
/** The fault strikes between two rounds; who restarts a server takes so long for it. */
const FAULT_AT = 5.5 * SECOND;
const RESTART_TAKES = 3 * SECOND;
/** A round trip through a network of a data centre. */
const LATENCY = 1;
/** nginx waits a minute for a server that says nothing. */
const AFTERMATH = 65 * SECOND;

/** The same traffic for everybody who compares: the lab's visitors and so many more, and what goes wrong meanwhile. */
export function standardScenario({ visitors }: Lab, more: number, fault: Fault | undefined): Scenario {
  const others = Array.from({ length: more }, (_, i) => ({
    name: guestNamed(i),
    address: addressOf(i),
    cookies: true,
  }));
  const names = [...visitors, ...others].map(({ name }) => name);
  const plan: Planned[] = [
    ...others.map((visitor): Planned => ({ at: 0, action: { kind: 'join', visitor: newVisitor(visitor) } })),
    ...names.flatMap((name, index) => visitsOf(name, Math.floor((index * SECOND) / names.length))),
    ...(fault ? faultPlan(fault) : []),
  ];
  return { plan, until: (ROUNDS + 1) * SECOND + AFTERMATH, latency: LATENCY };
}

/** What was done in a run until now, without what was saved in it: each side keeps its own files. */
export function ownScenario({ actions, at }: History): Scenario {
  const plan = actions.filter(({ action }) => action.kind !== 'edit' && action.kind !== 'computed');
  const traffic = trafficIn(actions);
  // From then on nobody visits by himself: what is waited for are the last answers.
  if (traffic?.script) plan.push({ at, action: trafficAction({ seed: traffic.seed, crowds: traffic.crowds }) });
  return { plan, until: at + AFTERMATH, latency: LATENCY_ON_A_PAGE };
}

/** A run that goes on for so many ms more, with what was saved in it; `begun`: a traffic that begins now. */
export function goingOn({ actions, at }: History, more: number, begun: Traffic | undefined): Scenario {
  // What a Redis cannot do by itself is worked out again where it is played.
  const done = actions.filter(({ action }) => action.kind !== 'computed');
  const plan = begun ? [...done, { at, action: trafficAction(begun) }] : done;
  return { plan, until: at + more, latency: LATENCY_ON_A_PAGE };
}

/** The traffic that a run has come to. */
function trafficIn(actions: readonly Planned[]): Traffic | undefined {
  const action = actions.findLast(({ action }) => action.kind === 'traffic')?.action;
  return action?.kind === 'traffic' ? action.traffic : undefined;
}

function visitsOf(name: string, first: number): Planned[] {
  const pages = [shopPaths.login(name), ...Array.from({ length: ROUNDS }, () => shopPaths.who)];
  return pages.map((path, round) => ({
    at: first + round * SECOND,
    action: { kind: 'visit', host: name, visit: { path } },
  }));
}

function faultPlan({ host, event }: Fault): Planned[] {
  const power = (at: number, event: 'crash' | 'stop' | 'hang' | 'start'): Planned => ({
    at,
    action: { kind: 'power', host, event },
  });
  return event === 'restart'
    ? [power(FAULT_AT, 'stop'), power(FAULT_AT + RESTART_TAKES, 'start')]
    : [power(FAULT_AT, event)];
}

/** Guests are called by two small letters, so that they are not taken for the lab's visitors: `aa`, `ab`, … */
const guestNamed = (index: number) => `${letter(Math.floor(index / 26))}${letter(index)}`;
const letter = (index: number) => String.fromCharCode(97 + (index % 26));

/** Each of them is at home in a network of his own. */
const addressOf = (index: number) => `100.${64 + (index % 64)}.${(index * 37) % 256}.${10 + (index % 200)}`;
