import type { Following } from '../follower.ts';
import type { TransportState } from '../transport.ts';

/** What desk and stage say, besides what the lab and the beats do. */
export interface PresentWords {
  desk: {
    title: (lesson: string) => string;
    lede: string;
    openStage: string;
    popup: string;
    address: string;
    stages: (count: number) => string;
    noStage: string;
    outOfStep: (count: number) => string;
    rival: string;
    noChannel: string;
    conduct: string;
    next: { run: string; finish: string; beat: string; none: string };
    back: string;
    blank: string;
    unblank: string;
    answer: string;
    noAnswer: string;
    files: string;
    noFiles: string;
    link: string;
    noLink: string;
    anew: string;
    anewHint: string;
    notes: string;
    say: string;
    ask: string;
    expect: string;
    after: string;
    comingUp: string;
    last: string;
    beats: string;
    beat: (nth: number, of: number) => string;
    clock: string;
    used: (used: string, planned: string) => string;
    whole: string;
    thisBeat: string;
    counters: (requests: number, errors: number, lost: number) => string;
    lab: string;
    phase: Record<'before' | 'running' | 'after', string>;
    votes: string;
    first: string;
    second: string;
    hands: (answer: string, round: string) => string;
    fewer: string;
    more: string;
    closeFirst: string;
    closeSecond: string;
    again: string;
    hidden: string;
    shown: string;
    right: string;
    offScript: string;
  };
  stage: {
    title: (lesson: string) => string;
    choices: string;
    votes: string;
    first: string;
    second: string;
    count: (hands: number, share: number) => string;
    right: string;
    change: (from: number, to: number) => string;
    files: string;
    removed: string;
    added: string;
    playing: string;
    paused: string;
    blank: string;
    toDesk: string;
    again: string;
    following: Record<Exclude<Following, 'in-step'>, string>;
  };
  link: {
    title: string;
    scan: string;
    alt: string;
    long: (bytes: number) => string;
    lesson: string;
  };
  network: {
    title: string;
    lede: string;
    open: string;
    full: string;
    /** What the code holds, for whoever cannot see it. */
    alt: string;
    followers: (count: number) => string;
    end: string;
    endHint: string;
    /** How the line is, at the desk and at a follower's. */
    desk: Record<Exclude<TransportState, 'connected'>, string>;
    follower: Record<Exclude<TransportState, 'connected'>, string>;
    following: Pick<Record<Following, string>, 'waiting' | 'silent' | 'other-version'>;
    stepOut: string;
    stepOutHint: string;
  };
  help: { title: string; keys: readonly (readonly [keys: string, what: string])[]; close: string };
}
