import type { LiveLab } from '../lab/page/live-lab.svelte.ts';
import { packed } from '../lab/share/pack.ts';

/** A QR code of byte mode holds 2,953 bytes at most (ISO/IEC 18004, version 40-L); a little less is still readable. */
const MOST_BYTES = 2900;

/** A link to what a lab shows, and what a code of it may hold: the same, or where that is too long, the lesson. */
export interface MomentLink {
  address: string;
  /** What the code holds. */
  code: string;
  /** How long the address is, if it is too long for a code. */
  tooLong: number | undefined;
}

/** The link to the moment on the lesson's own page, where everybody can play on by himself. */
export async function momentLink(lab: LiveLab, lesson: string): Promise<MomentLink> {
  const fields = await lab.ask({ type: 'link', base: lab.base, files: {}, withRun: true });
  const address = `${lesson}#${await packed(fields)}`;
  // Everything in it is ASCII.
  const tooLong = address.length > MOST_BYTES ? address.length : undefined;
  return { address, code: tooLong === undefined ? address : lesson, tooLong };
}
