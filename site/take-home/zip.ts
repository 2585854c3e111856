import { strToU8, type Zippable, zipSync } from 'fflate';

/** The zip of a folder with these files. The same files give the same bytes. */
export function zipOf(folder: string, files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const [path, text] of Object.entries(files))
    entries[`${folder}/${path}`] = [strToU8(text), { os: UNIX, attrs: modeOf(path) << 16, mtime: BEGAN }];
  return zipSync(entries);
}

/** The zip's own word for where it was made: there, files have modes. */
const UNIX = 3;

/** A regular file; scripts may be run. */
const modeOf = (path: string) => (path.endsWith('.sh') ? 0o100755 : 0o100644);

/** When the lab's time begins; a zip knows no time zones. */
const BEGAN = '2026-09-22T22:25:18';
