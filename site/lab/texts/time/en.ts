import type { Deed, StepSize } from '../../timeline.ts';
import type { TimeWords } from './words.ts';

const targets: Record<StepSize, string> = {
  hop: 'where a packet arrives',
  request: 'where a visitor has an answer',
  session: 'where a session is created, saved, lost or expires',
  fault: 'where a fault begins or ends',
};

const power: Record<string, string> = {
  start: 'start',
  stop: 'stop',
  crash: 'kill',
  hang: 'freeze',
  resume: 'resume',
  reload: 'reload',
  quit: 'quit',
};

function deed({ kind, host, what }: Deed): string {
  switch (kind) {
    case 'power':
      return `${power[what] ?? what} ${host}`;
    case 'visit':
      return `${host} opens ${what}`;
    case 'edit':
      return `edit ${what}`;
    case 'type':
      return `type ${what}`;
    case 'join':
      return `visitor ${host} comes`;
    case 'leave':
      return `visitor ${host} leaves`;
    case 'move':
      return `${host} moves to ${what}`;
    case 'open':
      return 'a new window';
    default:
      return `${host} ${what}`.trim();
  }
}

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words: TimeWords = {
  label: 'Timeline of the run',
  slider: 'Moment shown',
  position: (at, end, near) => `${at} of ${end}${near ? `. ${near}` : ''}`,
  stepBy: 'Step by',
  sizes: { hop: 'hop', request: 'request', session: 'session event', fault: 'fault' },
  back: (size) => `Back to ${targets[size]}`,
  forward: (size) => `On to ${targets[size]}`,
  undo: 'Undo',
  redo: 'Redo',
  fork: 'Fork',
  forkHint: 'Begin a branch at this moment; this one stays as a tab',
  looking: (at) => `You are looking at ${at}.`,
  willFork: 'What you do now begins a new branch.',
  backToNow: 'Back to now',
  marks: {
    created: (count) => `${some(count, 'session', 'sessions')} created`,
    lost: (count) => `${count} lost`,
    fault: (count) => some(count, 'fault', 'faults'),
  },
  nothingYet: 'Nothing worth a mark has happened yet.',
  events: 'Events',
  goTo: (at) => `Look at ${at}`,
  andMore: (count) => `and ${some(count, 'more', 'more')} like it`,
  branches: 'Branches of the run',
  branch: (number) => `Branch ${number}`,
  from: (branch, at) => `left branch ${branch} at ${at}`,
  deed,
  scenes: { failing: 'a failing run of the checks', prediction: 'for a prediction' },
  drop: (number) => `Forget branch ${number}`,
};
