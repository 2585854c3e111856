import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Mutants of a solution that pass, and rightly so. */
export interface Survivor {
  /** `<host>/<file>: <edit>`; `*` stands for anything. */
  mutant: string;
  /** Why the files are right with it. */
  why: string;
}

/** Those that somebody has looked at: in all exercises, and in one (`lessons/<id>/survivors.json`). */
export const everywhere: readonly Survivor[] = listedIn('survivors.json');
export const survivorsOf = (exercise: string): Survivor[] => listedIn(`${exercise}/survivors.json`);

function listedIn(file: string): Survivor[] {
  const path = fileURLToPath(new URL(`../../lessons/${file}`, import.meta.url));
  if (!existsSync(path)) return [];
  const listed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(listed) || !listed.every(isSurvivor))
    throw new Error(`${path}: a list of { "mutant": "<host>/<file>: <edit>", "why": "…" } is expected`);
  return listed;
}

function isSurvivor(value: unknown): value is Survivor {
  if (typeof value !== 'object' || value === null || !('mutant' in value) || !('why' in value)) return false;
  return typeof value.mutant === 'string' && typeof value.why === 'string';
}

/** Whether a listed survivor speaks of a mutant. */
export function speaksOf({ mutant }: Survivor, name: string): boolean {
  const parts = mutant.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
