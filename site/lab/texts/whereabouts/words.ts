import type { NotFound, Whereabouts } from '../../xray.ts';

/** What became of a session, in a language: half a sentence for each, and a whole one for a Tomcat that did not find it. */
export interface WhereaboutsWords {
  whys: Record<Whereabouts, string>;
  /** `at`: virtual ms since when. */
  since(at: number): string;
  notFound(reason: NotFound): string;
}
