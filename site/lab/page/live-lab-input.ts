import type { HostFile, Lab } from '../../../simulator/index.ts';
import type { Locale } from '../../locale.ts';
import type { Snapshot } from '../protocol.ts';
import type { LinkBase } from '../questions.ts';
import type { Texts } from '../texts/texts.ts';
import type { LabExercise, Opened } from './live-lab.svelte.ts';
import type { Sitting } from './sitting.svelte.ts';

/** What a lab on a page is made from. Plain data that never changes. */
export interface LiveLabInput {
  /** Names the draft that the browser keeps. */
  id: string;
  lab: Lab;
  /** The moment that the page is rendered with. */
  first: Snapshot;
  edits: readonly HostFile[];
  /** The exercise that can be checked here. */
  exercise: LabExercise | undefined;
  /** Somebody else has set the exercise, on his own terms. */
  sitting: Sitting | undefined;
  /** What links to it are told in differences from. */
  base: LinkBase;
  /** It comes from a link. */
  opened: Opened | undefined;
  /** Opens a link, given as its text. */
  openLink: (text: string) => void;
  /** The page that links to it lead to; absent: the one that it is on. */
  address?: string | undefined;
  locale: Locale;
  t: Texts;
}
