import type { Bench } from './bench.svelte.ts';
import { comingUp } from './coming-up.ts';
import { remembered } from './memory.ts';

/** Puts the lab back on the bench that stood there when somebody was last here. */
export function recall(bench: Bench): void {
  const kept = remembered();
  if (kept) bench.recall({ ...kept, first: comingUp(kept.lab) });
}
