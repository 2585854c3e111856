import { createSubscriber } from 'svelte/reactivity';
import type { ExerciseProgress } from './progress.ts';
import { progress, type Trouble } from './store.ts';

const heard = createSubscriber((update) => progress.subscribe(update));

/** The learner's progress for components: what reads it is shown anew when it changes, in this tab or in another. */
export const liveProgress = {
  of(exercise: string): ExerciseProgress | undefined {
    heard();
    return progress.of(exercise);
  },
  get trouble(): Trouble | undefined {
    heard();
    return progress.trouble;
  },
};
