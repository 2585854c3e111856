import type { Command } from '../protocol.ts';

const atTheMoment: ReadonlySet<Command['type']> = new Set([
  'act',
  'strike',
  'join',
  'open-window',
  'save',
  'traffic',
  'plan',
  'fork',
]);

/** Whether a command does something to the run, or begins a branch of it. */
export const isAtTheMoment = ({ type }: Command): boolean => atTheMoment.has(type);
