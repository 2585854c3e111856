import type { HostName } from '../../../../simulator/index.ts';
import type { Travel } from '../../space-time.ts';

/** All words of the space-time diagram. A language that lacks one does not compile. */
export interface SpaceTimeWords {
  label: string;
  /** How to read it and how to walk through it. */
  about: string;
  legend: string;
  empty: string;
  now: string;
  earlier: string;
  later: string;
  newest: string;
  /** Time that was cut out, in ms. */
  gap(ms: number): string;
  /** What was sent, by whom, to whom, and what became of it. `type`: what kind of message it is, in a word. */
  message(travel: Travel, type: string): string;
  /** Leads to the explanation of a request. */
  why(chain: string): string;
  /** Leads to the moment of an event. */
  goTo(ms: number): string;
  choose: string;
  explained: string;
  /** Short words beside a point. */
  tags: {
    loginLost: string;
    loggedOut: string;
    noAnswer: string;
    sessionsLost(count: number): string;
    sessionsSaved(count: number): string;
    sessionsLoaded(count: number): string;
    link(to: HostName, event: 'cut' | 'mend'): string;
    gone: string;
  };
}
