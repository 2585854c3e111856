/** All words of the key browser. A language that lacks one does not compile. */
export interface KeyWords {
  about: string;
  choose: string;
  database(number: number): string;
  /** `seconds` as TTL answers; `undefined`: for ever. */
  ttl(seconds: number | undefined): string;
  bytes(count: number): string;
  things(count: number): string;
  open(key: string): string;
  close: string;
  gone: string;
  /** A session as it was saved. */
  session: {
    title: string;
    id: string;
    created: string;
    lastAccessed: string;
    thisAccessed: string;
    maxInactive: string;
    isNew: string;
    isValid: string;
    /** So many virtual seconds ago. */
    ago(seconds: number): string;
    seconds(count: number): string;
    yes: string;
    no: string;
    /** The bytes no longer tell. */
    missing: string;
  };
  attributes: string;
  noAttributes: string;
  objects: string;
  name: string;
  type: string;
  value: string;
  notes: { same: string; cut: string; more: string };
  /** Before Java's own words. */
  stops(read: number, size: number): string;
  readers: string;
  reads: string;
  readsNot: string;
  noReaders: string;
  text: string;
  raw: string;
  moreBytes(count: number): string;
  moreThings(count: number): string;
  index: string;
  field: string;
  member: string;
  score: string;
}
