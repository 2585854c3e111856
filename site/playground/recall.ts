import type { Bench } from './bench.svelte.ts';
import { comingUp } from './coming-up.ts';
import { withDrafts } from './drafts.ts';
import { forget, remember, remembered } from './memory.ts';

/** Puts the lab back on the bench that stood there when somebody was last here. */
export function recall(bench: Bench): void {
  const lab = remembered();
  if (lab) bench.recall({ lab, first: comingUp(lab) });
}

/** Remembers the lab on the bench as it would begin now; the one that every page comes with need not be. */
export function keep({ run, live }: Bench): void {
  if (run.number === 0) forget();
  else remember(withDrafts(run.lab, live?.context.draft ?? {}));
}
