import type { LifeMark, SessionState, XrayPlace, XrayRow } from '../../xray.ts';
import type { WhereaboutsWords } from '../whereabouts/words.ts';

/** All words of the session X-ray. A language that lacks one does not compile. */
export interface XrayWords extends WhereaboutsWords {
  about: string;
  choose: string;
  visitor(name: string): string;
  anySession: string;
  /** An entry of the list of all sessions. */
  known(shortId: string, visitor: string | undefined): string;
  others: string;
  none(visitor: string): string;
  states: Record<Exclude<SessionState, 'none'>, string>;
  places: string;
  fact: string;
  kinds: Record<XrayPlace['kind'], string>;
  /** What stands under a place's name. */
  detail(place: XrayPlace): string;
  has: string;
  here: string;
  notHere: string;
  rows: Record<Exclude<XrayRow['kind'], 'attribute'>, string>;
  /** After an attribute of which a file or Redis takes nothing. */
  notSerializable: string;
  missing: string;
  differs: string;
  differences: string;
  same: string;
  /** One place's side of a difference. */
  side(place: XrayPlace, value: string): string;
  at(ms: number): string;
  span(ms: number | undefined): string;
  yes: string;
  no: string;
  bytes(count: number): string;
  life: string;
  lifeAbout: string;
  marks: Record<LifeMark, string>;
  goTo(ms: number): string;
  /** Of an event after the moment shown. */
  ahead: string;
  earlier(count: number): string;
}
