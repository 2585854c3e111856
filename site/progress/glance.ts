/** How a learner stands with a lesson, as menus show it. */
export type Standing = 'new' | 'begun' | 'passed';

/** What a look at the progress tells of a lesson. */
interface Glimpse {
  standing: Standing;
  /** When something was last done in it (ms since 1970). */
  last: number;
}

/** How a learner stands with every lesson in which he has done something. */
export type Glance = ReadonlyMap<string, Glimpse>;

/**
 * A look at the progress as it is kept, for pages that change nothing of it: whatever else stands there is passed over.
 * Whoever has written something in a lesson has begun it.
 */
export function glanceAt(kept: unknown, drafted: readonly string[]): Glance {
  const glance = new Map<string, Glimpse>(drafted.map((id) => [id, { standing: 'begun', last: 0 }]));
  for (const [id, exercise] of Object.entries(Object(Object(kept).exercises))) {
    const { passed, last } = Object(exercise);
    if (Number.isFinite(last)) glance.set(id, { standing: Number.isFinite(passed) ? 'passed' : 'begun', last });
  }
  return glance;
}

/** The lesson to go on with: the one worked on last, or else the next that is not passed, from there on and round. */
export function nextLesson(lessons: readonly string[], glance: Glance): string | undefined {
  const lastOf = (id = '') => glance.get(id)?.last ?? 0;
  const begun = lessons.filter((id) => glance.has(id));
  const newest = begun.reduce((a, b) => (lastOf(b) >= lastOf(a) ? b : a), lessons[0]);
  const at = lessons.indexOf(newest ?? '');
  return [...lessons.slice(at), ...lessons.slice(0, at)].find((id) => glance.get(id)?.standing !== 'passed');
}
