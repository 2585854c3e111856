import { course } from '../../lessons/course.ts';
import { lessonsWithTransfer } from '../lab/lesson-lab.ts';

/** Every exercise that there is, in the order of the course: `<lesson>`, and `<lesson>/transfer`. */
export const exerciseIds: readonly string[] = course
  .flatMap(({ lessons }) => lessons)
  .flatMap((lesson) => (lessonsWithTransfer.includes(lesson) ? [lesson, `${lesson}/transfer`] : [lesson]));
