/** All words of the transcript. A language that lacks one does not compile. */
export interface TranscriptWords {
  title: string;
  about: string;
  who: string;
  everybody: string;
  visitor(name: string): string;
  /** Only faults and what became of sessions and logins. */
  events: string;
  empty: string;
  none: string;
  /** Which of the groups are shown. */
  range(first: number, last: number, total: number): string;
  /** Said where only a part of a very long run is listed. */
  part: string;
  earlier: string;
  later: string;
  follow: string;
  now: string;
  copy: string;
  copied: string;
  download: string;
  file: string;
  /** Leads to the explanation of a request. */
  why(chain: string): string;
}
