import type { HostName, Planned } from '../../engine/world.ts';
import type { Lab } from '../lab.ts';

/** Of a link; a later one may say things that this one cannot read. */
export const LINK_VERSION = 1;

/** Texts of files by host and name. */
export type LinkedFiles = Record<HostName, Record<string, string>>;

/** All that a link tells of a lab: who is there, what the learner wrote, what was done, and the moment that is looked at. */
export interface LabLink {
  /** Names the lab that the link is told in differences from: a lesson, or the playground. */
  base: string;
  /** What the run was built from. */
  lab: Lab;
  /** What the learner's editor holds, where that is not what `lab` has. */
  files: LinkedFiles;
  /** Absent: the link tells the files only. */
  run?: LinkedRun | undefined;
}

/** What was done to a lab. Times are virtual ms from the moment when its servers had come up. */
export interface LinkedRun {
  actions: readonly Planned[];
  /** How far the run has come. */
  end: number;
  /** The moment that is looked at. */
  at: number;
  /** `stateHash` the world at its end; absent in links written by hand. */
  hash?: string | undefined;
}

/** What part of a link could not be taken, and why. */
export interface LinkProblem {
  code: LinkProblemCode;
  /** The part, as it stands in the link. */
  token: string;
  /** Where it begins in the link's text. */
  at: number;
}

/** Why a part of a link could not be taken. Its sentence is in the site’s texts. */
export type LinkProblemCode =
  /** Written by a later version of the site; or not a version. */
  | 'newer-version'
  | 'no-version'
  /** No lesson and no playground has that name: nothing can be taken. */
  | 'unknown-lab'
  | 'no-lab'
  | 'unknown-field'
  | 'repeated-field'
  | 'bad-number'
  /** `%` is not followed by what it should be. */
  | 'bad-escape'
  /** The part does not have the form that its beginning promises. */
  | 'bad-form'
  | 'unknown-action'
  | 'unknown-host'
  /** There is such a host, but that cannot be done to it. */
  | 'wrong-host'
  | 'host-exists'
  | 'unknown-file'
  | 'bad-address'
  /** Earlier than the action before it. */
  | 'out-of-order'
  | 'too-many-actions'
  | 'too-long'
  /** The compressed part cannot be unpacked. */
  | 'bad-packing';
