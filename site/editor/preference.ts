import { keep, recall } from '../storage.ts';

/** Which editor the learner prefers; unset, the screen and the pointer decide. */
export type Preference = 'plain' | 'full';

const KEY = 'session-lab:editor';

/** What was chosen on this device. Storage may be refused (a sandboxed frame); then nothing is remembered. */
export function preference(): Preference | undefined {
  const stored = recall(KEY);
  return stored === 'plain' || stored === 'full' ? stored : undefined;
}

/** Refused, the choice holds for this page only. */
export const remember = (chosen: Preference) => keep(KEY, chosen);

/** Whether this device suits the full editor: room for it, and a mouse or pad to use it with. */
export function suitsFullEditor(): boolean {
  return matchMedia('(min-width: 48rem) and (hover: hover) and (pointer: fine)').matches;
}
