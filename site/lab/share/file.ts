/** A link as a file: the same parts, a line each, for labs that are too long for an address. */
interface LinkFile {
  /** The parts of the link. */
  'session-lab': string[];
}

/** A larger file is not read. */
const MOST_BYTES = 1_500_000;

/** The text of a file with these parts of a link. */
export const fileText = (parts: readonly string[]): string =>
  `${JSON.stringify({ 'session-lab': [...parts] } satisfies LinkFile, undefined, 2)}\n`;

/** The link's text in a file; `undefined`: the file is none of these. */
export async function linkIn(file: Blob): Promise<string | undefined> {
  if (file.size > MOST_BYTES) return undefined;
  try {
    const read: unknown = JSON.parse(await file.text());
    if (typeof read !== 'object' || read === null || !('session-lab' in read)) return undefined;
    const parts: unknown = read['session-lab'];
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts.join('&') : undefined;
  } catch {
    return undefined;
  }
}
