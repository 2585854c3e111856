import type { Note } from '../../../../simulator/index.ts';
import type { RequestRecord } from '../../page/requests.ts';
import type { WhereaboutsWords } from '../whereabouts/words.ts';

type Picked = Extract<Note, { kind: 'picked' }>;
type Choice = Extract<Note, { kind: 'picked' | 'no-live-upstreams' }>;
type Trace = NonNullable<Picked['trace']>;

/** All words of a request's decisions. A language that lacks one does not compile. */
export interface WhyWords extends WhereaboutsWords {
  title(request: RequestRecord): string;
  hops: string;
  at(ms: number): string;
  chose(choice: Choice): string;
  show: string;
  /** Where no line of a file decides. */
  byDefault: { manager: string; redis: string };
  hashedBytes(bytes: readonly number[]): string;
  hashedKey(key: string): string;
  hashStep(step: Trace['steps'][number], by: Choice['by']): string;
  fellBack: Record<NonNullable<Trace['fellBack']>, string>;
  candidates: string;
  server: string;
  weight: string;
  effective: string;
  current: string;
  conns: string;
  fails: string;
  state: string;
  states: Record<Picked['candidates'][number]['state'], string>;
  until(ms: number): string;
  underWay: string;
  noChoice: string;
}
