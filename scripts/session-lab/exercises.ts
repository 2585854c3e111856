import { course } from '../../lessons/course.ts';
import { exerciseIds as all } from '../../lessons/folders.ts';

const order = course.flatMap(({ lessons }) => lessons);

/** Every exercise, those for near transfer behind their lesson's, in the order in which the course takes them. */
export const exerciseIds: readonly string[] = order.flatMap((lesson) =>
  all.filter((id) => id === lesson || id.startsWith(`${lesson}/`)),
);
