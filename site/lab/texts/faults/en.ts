import type { Strike } from '../../faults.ts';
import type { ActiveFault } from '../../page/faults.ts';
import type { FaultWords } from './words.ts';

const moments: Record<Strike['moment'], string> = {
  arrived: 'when the request has reached it',
  saved: 'when Redis has the session',
  answering: 'just before the answer leaves',
};

const whats = { crash: 'kill -9', hang: 'freeze (kill -STOP)', stop: 'stop gracefully' };

const milliseconds = (ms: number) => (ms < 1000 ? `${ms} ms` : `${ms / 1000} s`);

/** Seconds, minutes or hours, as one would say it. */
const span = (ms: number) =>
  ms < 60_000
    ? `${(ms / 1000).toFixed(1)} s`
    : ms < 3_600_000
      ? `${Math.round(ms / 6000) / 10} min`
      : `${Math.round(ms / 360_000) / 10} h`;

function says(fault: ActiveFault): string {
  switch (fault.kind) {
    case 'link': {
      const name = `${fault.from} ${fault.both ? '⇄' : '→'} ${fault.to}`;
      const what = [
        ...(fault.cut ? ['cut'] : []),
        ...(fault.delay > 0 ? [`${milliseconds(fault.delay)} slower each way`] : []),
        ...(fault.loss > 0 ? [`${Math.round(fault.loss * 100)} % of packets lost`] : []),
      ];
      return `${name}: ${what.join(', ')}`;
    }
    case 'slow':
      return `${fault.host} works ${fault.factor} times slower`;
    case 'frozen':
      return `${fault.host} is frozen`;
    case 'off':
      return `${fault.host} is not running`;
    case 'memory':
      return `Redis may use ${fault.maxmemory.toLocaleString('en')} bytes, then ${fault.policy}`;
    case 'strike':
      return `Waiting for the next request: ${moments[fault.strike.moment]}, ${fault.strike.host} gets ${whatOf(fault.strike)}`;
  }
}

const whatOf = ({ action }: Strike) =>
  action.kind === 'power' && action.event in whats ? whats[action.event as keyof typeof whats] : action.kind;

const ends: Record<ActiveFault['kind'], string> = {
  link: 'Mend',
  slow: 'Full speed',
  frozen: 'Let it go on',
  off: 'Start',
  memory: 'No limit',
  strike: 'Call off',
};

export const words: FaultWords = {
  kinds: 'What to break',
  active: {
    title: 'Broken now',
    none: 'Nothing is broken. Pick a fault, send a request, and watch who notices.',
    says,
    end: ({ kind }) => ends[kind],
  },
  hosts: {
    title: 'Server',
    about:
      'A graceful stop saves what it can. kill -9 saves nothing. A frozen process keeps its port open and answers nobody.',
    host: 'Server',
    events: {
      start: 'Start',
      stop: 'Stop',
      quit: 'Finish, then stop',
      crash: 'Kill',
      hang: 'Freeze',
      resume: 'Let it go on',
      reload: 'Reload',
    },
    slow: 'Speed of its own work',
    factor: (factor) => (factor === 1 ? 'normal' : `${factor} times slower`),
  },
  links: {
    title: 'Line',
    about:
      'Over a cut line nothing is refused: packets vanish, and each side waits until its own timeout. TCP keeps trying (a SYN after 1, 3, 7, 15 … s, data after 0.2 s, doubling), so a line that is mended in time delivers late.',
    link: 'Line',
    name: (from, to) => `${from} – ${to}`,
    way: 'Which way',
    ways: (from, to) => ({ both: 'both ways', there: `${from} → ${to}`, back: `${to} → ${from}` }),
    cut: 'Cut',
    mend: 'Mend',
    delay: 'Delay',
    loss: 'Packets lost',
    none: 'none',
  },
  memory: {
    title: 'Redis',
    about:
      'Who has no session yet gets a 500. A change to a session that exists is lost, and the visitor still gets 200.',
    off: 'Redis is not running.',
    fill: 'Fill up',
    fillHint: 'No write is accepted any more: OOM command not allowed …',
    evict: 'Evict',
    evictHint: 'Half of what it holds must go, the least recently used first; later keys push out earlier ones.',
    clear: 'No limit',
    clearHint: 'Writes are accepted again. What is gone stays gone.',
    restart: 'Restart gracefully',
    restartHint: 'The last snapshot is written first, if redis.conf has save points.',
    crash: 'Kill and start',
    crashHint: 'What came after the last snapshot is lost, unless appendonly is on.',
  },
  time: {
    title: 'Time',
    about: 'Lets time pass for everybody at once. Nobody’s clock is set: a wrong clock on one machine is not modelled.',
    none: 'Nothing expires by itself at the moment.',
    look: 'Look again',
    says: (expiry, left) => {
      const when = `in ${span(left)}`;
      switch (expiry.kind) {
        case 'session':
          return `Session …${expiry.id.slice(-4)} in ${expiry.host} expires ${when}`;
        case 'key':
          return `Key …${expiry.key.slice(-4)} in Redis expires ${when}`;
        case 'peer':
          return `nginx asks ${expiry.peer} again ${when}`;
      }
    },
    before: '1 s before',
    after: 'Just after',
  },
  strike: {
    title: 'Mid-request',
    about: 'Waits for the next request and strikes at the moment you choose. Then press a visitor’s button.',
    host: 'Server',
    moment: 'When',
    moments,
    what: 'What',
    whats,
    arm: 'Wait for it',
    armed: 'Waiting …',
  },
};
