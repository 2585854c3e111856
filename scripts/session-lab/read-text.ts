import { readFileSync, statSync } from 'node:fs';
import { textOfBytes } from '../../simulator/index.ts';

/** A larger file is nobody's configuration. */
const MOST_BYTES = 1_000_000;

export type Trouble = 'missing' | 'folder' | 'too-large' | 'unreadable';

/** The text of a file as the engine takes it, bytes that are no UTF-8 included; or why there is none. */
export function readText(path: string): { text: string } | { trouble: Trouble } {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) return { trouble: 'too-large' };
    return { text: textOfBytes(readFileSync(path)) };
  } catch (error) {
    return { trouble: troubles[(error as NodeJS.ErrnoException).code ?? ''] ?? 'unreadable' };
  }
}

const troubles: Partial<Record<string, Trouble>> = { ENOENT: 'missing', ENOTDIR: 'missing', EISDIR: 'folder' };
