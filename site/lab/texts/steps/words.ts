/** All words of the step table. A language that lacks one does not compile. */
export interface StepWords {
  title: string;
  about: string;
  when: string;
  request: string;
  way: string;
  what: string;
  cookie: string;
  changed: string;
  none: string;
  why(chain: string): string;
  sets: string;
  /** What became of a message that has not arrived. */
  ends: Record<'under way' | 'lost' | 'untaken', string>;
}
