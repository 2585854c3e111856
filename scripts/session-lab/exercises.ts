import { course } from '../../lessons/course.ts';
import { lessonIds } from '../../lessons/folders.ts';

/** Every exercise, in the order in which the course takes them. */
export const exerciseIds: readonly string[] = course.flatMap(({ lessons }) =>
  lessons.filter((id) => lessonIds.includes(id)),
);
