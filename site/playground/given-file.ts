/** The largest file that is taken, in KB: a hundred times a usual nginx.conf. */
export const MOST_KB = 256;

/** A file from somebody's disk, read as text; or why not. Nothing of it leaves the page. */
export async function readText(file: Blob): Promise<{ text: string } | { trouble: 'large' | 'binary' }> {
  if (file.size > MOST_KB * 1024) return { trouble: 'large' };
  const text = await file.text();
  return text.includes('\0') ? { trouble: 'binary' } : { text };
}
