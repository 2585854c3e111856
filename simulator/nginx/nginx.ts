import type { Behaviour, Body, Message, Outbox, Signal, SynBody } from '../engine/world.ts';
import { execute, signalled } from './command-line.ts';
import { type Exchange, forkExchange, forkPeerSet } from './exchange.ts';
import { keyOf, mindsOrder } from './key.ts';
import { command, isFrozen, retire } from './master.ts';
import { masterLifecycle } from './master-chart.ts';
import { aborted, received, settle } from './request.ts';
import type { Turn } from './turn.ts';
import { answered, closed, connected, refused, timedOut } from './upstream.ts';
import { dropIdle, type Nginx, type Worker } from './worker.ts';

export type { NginxNote } from './notes.ts';
export type { Nginx } from './worker.ts';

/** nginx as it lies on a machine: installed, with its files, not running. */
export function newNginx({
  name,
  machine,
  files,
}: {
  name: string;
  machine: string;
  files: Readonly<Record<string, string>>;
}): Nginx {
  return {
    kind: 'nginx',
    name,
    machine,
    mode: masterLifecycle.initial,
    files: { ...files },
    workers: [],
    wakesAt: 0,
    pids: 0,
    masterPid: 0,
    connections: 0,
    inbox: [],
  };
}

/** nginx 1.22.1 with one worker. */
export const nginx: Behaviour<Nginx> = {
  receive(nginx, message, out) {
    const { body } = message;
    if (body.type === 'execute') return execute(nginx, body.argv, message.from, out);
    if (body.type === 'signal') return signal(nginx, body.signal, body.pid, out);
    if (isFrozen(nginx)) nginx.inbox.push(message);
    else deliver(nginx, message, out);
  },

  fire(nginx, timer, out) {
    if (timer.at !== nginx.wakesAt) return;
    nginx.wakesAt = 0;
    if (!isFrozen(nginx)) expire(nginx, out);
  },

  power(nginx, event, out) {
    const frozen = isFrozen(nginx);
    command(nginx, event, out);
    if (frozen && !isFrozen(nginx)) wake(nginx, out);
  },

  edit(nginx, file, text) {
    const { [file]: _, ...others } = nginx.files;
    nginx.files = text === null ? others : { ...others, [file]: text };
  },

  visit() {},

  fork: (nginx) => ({
    ...nginx,
    workers: nginx.workers.map((worker) => ({
      ...worker,
      sets: worker.sets.map(forkPeerSet),
      idle: worker.idle.map((idle) => idle.map((connection) => ({ ...connection }))),
      exchanges: new Map([...worker.exchanges].map(([chain, exchange]) => [chain, forkExchange(exchange)])),
    })),
    inbox: [...nginx.inbox],
  }),

  key: keyOf,
  mindsOrder,
};

function signal(nginx: Nginx, name: Signal, pid: number | undefined, out: Outbox): void {
  const frozen = isFrozen(nginx);
  signalled(nginx, name, pid, out);
  if (frozen && !isFrozen(nginx)) wake(nginx, out);
}

/** After SIGCONT: what came meanwhile is read first, then clocks that have run out are looked at. */
function wake(nginx: Nginx, out: Outbox): void {
  const { inbox } = nginx;
  nginx.inbox = [];
  for (const message of inbox) deliver(nginx, message, out);
  expire(nginx, out);
}

function deliver(nginx: Nginx, message: Message, out: Outbox): void {
  const { body } = message;
  if (body.type === 'request') {
    const worker = nginx.workers[nginx.workers.length - 1];
    // Accepted by the kernel just before the process went away.
    if (!worker) out.send(message.from, { type: 'closed', chain: body.chain, attempt: body.attempt, how: 'reset' });
    else received(message, { nginx, worker, out });
  } else if (body.type === 'closed' && body.chain === '')
    for (const worker of nginx.workers) dropIdle(worker, ({ host }) => host === message.from);
  else goOn(nginx, message, out);
  if (nginx.workers.length > 1 || nginx.mode === 'quitting') retire(nginx, out);
}

/** An answer, or the end of a connection, for a request under way; what is out of date is dropped. */
function goOn(nginx: Nginx, message: Message, out: Outbox): void {
  const { body } = message;
  if (!isAnswer(body)) return;
  const { workers } = nginx;
  for (let i = workers.length - 1; i >= 0; i--) {
    const worker = workers[i] as Worker;
    const exchange = worker.exchanges.get(body.chain);
    if (exchange) return goOnWith(exchange, message, body, { nginx, worker, out });
  }
}

function goOnWith(exchange: Exchange, message: Message, body: Answer, turn: Turn): void {
  if (body.type === 'abort') return aborted(exchange, turn);
  const { proxying } = exchange;
  if (!proxying || proxying.attempt !== body.attempt || proxying.selection.current < 0) return;
  if (body.type === 'connected') connected(exchange, proxying, turn);
  else if (body.type === 'response') settle(exchange, answered(exchange, proxying, message, turn), turn);
  else if (body.type === 'refused') settle(exchange, refused(exchange, proxying, turn), turn);
  else settle(exchange, closed(exchange, proxying, body.how, turn), turn);
}

type Answer =
  | Extract<Body, { type: 'response' | 'refused' | 'closed' | 'abort' }>
  | (SynBody & { attempt: number; type: 'connected' });

const isAnswer = (body: Body): body is Answer =>
  body.type === 'response' ||
  body.type === 'refused' ||
  body.type === 'closed' ||
  body.type === 'abort' ||
  (body.type === 'connected' && 'attempt' in body);

/** Ends the attempts whose time has run out, and sets the alarm for the next. */
function expire(nginx: Nginx, out: Outbox): void {
  for (const worker of [...nginx.workers]) {
    const turn = { nginx, worker, out };
    const due = [...worker.exchanges.values()].filter(({ deadline }) => deadline > 0 && deadline <= out.now);
    for (const exchange of due.sort((a, b) => a.deadline - b.deadline))
      if (exchange.proxying) settle(exchange, timedOut(exchange, exchange.proxying, turn), turn);
  }
  let earliest = 0;
  for (const { exchanges } of nginx.workers)
    for (const { deadline } of exchanges.values())
      if (deadline > 0 && (earliest === 0 || deadline < earliest)) earliest = deadline;
  if (earliest > 0 && (nginx.wakesAt === 0 || earliest < nginx.wakesAt)) {
    nginx.wakesAt = earliest;
    out.timer('deadline', earliest - out.now);
  }
  if (nginx.workers.length > 1 || nginx.mode === 'quitting') retire(nginx, out);
}
