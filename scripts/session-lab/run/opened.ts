import { exerciseOf, filesOf } from '../../../lessons/folders.ts';
import {
  type EditedFiles,
  type Lab,
  type LinkedRun,
  type LinkProblem,
  readLink,
  withFiles,
} from '../../../simulator/index.ts';
import { linkIn } from '../../../site/lab/share/file.ts';
import { unpacked } from '../../../site/lab/share/pack.ts';
import { presets } from '../../../site/playground/presets/presets.ts';
import { exerciseIds } from '../exercises.ts';

/** A shared lab, read. */
export interface Opened {
  /** The exercise that it belongs to, or `playground`. */
  base: string;
  /** As its files were saved last, or with what the learner had written where the link tells no run. */
  lab: Lab;
  run: LinkedRun | undefined;
  /** What the learner's editor held, where that is not what the lab began with. */
  files: EditedFiles;
  problems: readonly LinkProblem[];
}

/** Whether a word is meant as a link: the page's address with a lab behind `#`, or only what is behind it. */
export const isLink = (word: string): boolean => /(?:^|#)v=\d/.test(word);

/** Reads a link; `undefined`: it names no lab that there is. */
export async function openLink(word: string): Promise<Opened | undefined> {
  const packed = await unpacked(word.slice(word.indexOf('#') + 1));
  const named = /(?:^|&)lab=([^&]*)/.exec(packed.text)?.[1] ?? '';
  // The name of a second exercise has a slash, which links escape.
  const id = ['playground', ...exerciseIds].find((one) => named === one || named === encodeURIComponent(one)) ?? named;
  const base = await baseOf(id);
  const { link, problems } = readLink(packed.text, (one) => (one === id ? base : undefined));
  if (!link) return undefined;
  const lab = link.run ? link.lab : withFiles(link.lab, link.files);
  return { base: link.base, lab, run: link.run, files: link.files, problems: [...packed.problems, ...problems] };
}

/** The link in a file that the page saved; `undefined`: it is none of these. */
export const linkInFile = (text: string): Promise<string | undefined> => linkIn(new Blob([text]));

/** The lab that links of a page are told in differences from. */
async function baseOf(id: string): Promise<Lab | undefined> {
  if (id === 'playground') return presets['round-robin']();
  return exerciseIds.includes(id) ? withFiles((await exerciseOf(id)).lab, filesOf(id, 'start')) : undefined;
}
