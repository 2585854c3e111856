import type { Origin } from '../../../../simulator/index.ts';
import type { CrowdView } from '../../crowd-view.ts';
import type { VisitorView } from '../../protocol.ts';
import type { PresetId, RhythmId } from '../../views/traffic/settings.ts';

/** All words about traffic and crowds. A language that lacks one does not compile. */
export interface TrafficWords {
  /** The card of a crowd. */
  crowd: {
    title(crowd: CrowdView): string;
    from(crowd: CrowdView): string;
    noCookies: string;
    in: string;
    lost: string;
    none: string;
    waiting: string;
    /** What the picture of all shows. */
    picture(crowd: CrowdView): string;
    number: string;
    show: string;
    hide: string;
    table: string;
    visitor: string;
    login: string;
    logins: Record<VisitorView['login'], string>;
    waits: string;
  };
  about: string;
  presets: { label: string; names: Record<PresetId, string>; hints: Record<PresetId, string> };
  /** The settings behind the presets. */
  own: string;
  start: string;
  stop: string;
  stopped: string;
  /** `rate`: requests a second. */
  running(rate: number): string;
  who: {
    label: string;
    size: string;
    /** How many more the lab's own visitors are. */
    own(count: number): string;
    from: string;
    origins: Record<Origin['kind'], string>;
    explained: Record<Origin['kind'], string>;
    address: string;
    net: string;
    cookies: string;
  };
  /** The lab's own visitors. */
  ours: { label: string; cookies(name: string): string; explained: string };
  what: {
    label: string;
    rhythm: string;
    rhythms: Record<RhythmId, string>;
    every: string;
    spread: string;
    think: string;
    jitter: string;
    pages: string;
    login: string;
    logins: Record<'never' | 'once' | 'each-round', string>;
    seconds: string;
  };
  counts: {
    label: string;
    /** Virtual ms since the lab began. */
    until(ms: number): string;
    none: string;
    requests: string;
    lost: string;
    errors: string;
    median: string;
    p95: string;
    waiting: string;
    share: string;
    server: string;
    pages: string;
    ms(ms: number): string;
    chart(seconds: number): string;
    second: string;
    table: string;
  };
  /** What is played ahead. */
  ahead: {
    label: string;
    about: string;
    begin(minutes: number): string;
    working: string;
    cancel: string;
    cancelled: string;
    failed: string;
    /** Times in virtual ms; `begun`: nobody visited by himself until then. */
    found(forecast: { from: number; until: number; visitors: number; rate: number; begun: boolean }): string;
    chart(minutes: number): string;
  };
}
