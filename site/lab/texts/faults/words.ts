import type { HostName, PowerEvent } from '../../../../simulator/index.ts';
import type { Expiry, Strike } from '../../faults.ts';
import type { ActiveFault, Way } from '../../page/faults.ts';

/** All words of the tool that breaks things. A language that lacks one does not compile. */
export interface FaultWords {
  /** Names the kinds of faults. */
  kinds: string;
  active: {
    title: string;
    none: string;
    /** What is out of order, in a sentence. */
    says(fault: ActiveFault): string;
    /** What the button does that ends it. */
    end(fault: ActiveFault): string;
  };
  hosts: {
    title: string;
    about: string;
    host: string;
    events: Record<PowerEvent, string>;
    slow: string;
    /** How many times slower; 1: not at all. */
    factor(factor: number): string;
  };
  links: {
    title: string;
    about: string;
    link: string;
    name(from: HostName, to: HostName): string;
    way: string;
    ways(from: HostName, to: HostName): Record<Way, string>;
    cut: string;
    mend: string;
    delay: string;
    loss: string;
    none: string;
  };
  memory: {
    title: string;
    about: string;
    off: string;
    fill: string;
    fillHint: string;
    evict: string;
    evictHint: string;
    clear: string;
    clearHint: string;
    restart: string;
    restartHint: string;
    crash: string;
    crashHint: string;
  };
  time: {
    title: string;
    about: string;
    none: string;
    look: string;
    /** What ends, e.g. a session of tomcat1, and in how many virtual ms. */
    says(expiry: Expiry, left: number): string;
    before: string;
    after: string;
  };
  strike: {
    title: string;
    about: string;
    host: string;
    moment: string;
    moments: Record<Strike['moment'], string>;
    what: string;
    whats: Record<'crash' | 'hang' | 'stop', string>;
    arm: string;
    armed: string;
  };
}
