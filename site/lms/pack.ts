import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { State } from '../embed/protocol.ts';
import { unpacked as unpackedLink } from '../lab/share/pack.ts';

// An LMS gives a course a few thousand characters to remember a learner by. What is kept is deflated against the files
// that every learner begins with, so that only what was changed takes room.

/** Marks the form of what is kept. */
const FORM = '1';

/** What is read at most, in characters: no LMS keeps more. */
const MOST_READ = 200_000;

/** Deflate looks back no further. */
const WINDOW = 32_768;

/** A state as a text of ASCII: the form, a sum of the beginning it builds on, and base64 of raw deflate. */
export async function packed({ link, attempts }: State, beginning: string): Promise<string> {
  // What a link has compressed already would not become shorter.
  const { text } = await unpackedLink(link);
  const bytes = deflateSync(strToU8(`${attempts} ${text}`), { level: 9, dictionary: dictionaryOf(beginning) });
  return `${FORM}${sumOf(beginning)}${btoa(strFromU8(bytes, true))}`;
}

/** The state in a text; `undefined` where it is none, or builds on another beginning. Never throws. */
export function unpacked(text: string, beginning: string): State | undefined {
  const head = `${FORM}${sumOf(beginning)}`;
  if (!text.startsWith(head) || text.length > MOST_READ) return undefined;
  try {
    const bytes = strToU8(atob(text.slice(head.length)), true);
    const [, attempts = '', link = ''] =
      /^(\d{1,6}) (.*)$/s.exec(strFromU8(inflateSync(bytes, { dictionary: dictionaryOf(beginning) }))) ?? [];
    return attempts ? { link, attempts: Number(attempts) } : undefined;
  } catch {
    return undefined;
  }
}

const dictionaryOf = (beginning: string) => strToU8(beginning).slice(-WINDOW);

/** FNV-1a in eight hexadecimal digits: tells one beginning from another. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (const byte of strToU8(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
