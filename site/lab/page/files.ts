import type { HostName, Lab } from '../../../simulator/index.ts';
import type { EditedFiles } from '../protocol.ts';

type Files = Record<string, string>;

/** All files of a lab, by host. */
export function filesOf({ nginx, tomcats, redis }: Lab): EditedFiles {
  const ofTomcats = Object.fromEntries(tomcats.map(({ name, files }) => [name, files]));
  // The editor reads redis.conf as the version does that the source beside it names.
  const ofRedis = redis && { 'src/version.h': `#define REDIS_VERSION "${redis.version}"\n`, ...redis.files };
  return { nginx: nginx.files, ...ofTomcats, ...(ofRedis ? { redis: ofRedis } : {}) };
}

export const withFile = (all: EditedFiles, host: HostName, file: string, text: string): EditedFiles => ({
  ...all,
  [host]: { ...all[host], [file]: text },
});

/** Those of `to` that differ from `from`. */
export const changedFiles = (from: Files, to: Files): Files =>
  Object.fromEntries(Object.entries(to).filter(([file, text]) => from[file] !== text));

/**
 * The learner's files after a program changed a host's: what he has not touched follows, what he has stays his.
 */
export function withChanged(draft: EditedFiles, saved: EditedFiles, changed: EditedFiles): EditedFiles {
  const next = { ...draft };
  for (const [host, files] of Object.entries(changed)) {
    const own = changedFiles(saved[host] ?? {}, draft[host] ?? {});
    next[host] = { ...files, ...own };
  }
  return next;
}

export const sameFiles = (a: Files, b: Files): boolean => a === b || Object.keys(changedFiles(a, b)).length === 0;

const keyOf = (lab: string) => `session-lab/draft/${lab}`;

/** What the learner had written when he was last here. Browsers may refuse to remember: then nothing. */
export function readDraft(lab: string): EditedFiles | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(lab)) ?? 'null');
    return isEditedFiles(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers what differs from the lab's own files, or forgets when nothing does. */
export function writeDraft(lab: string, start: EditedFiles, draft: EditedFiles): void {
  const changed = Object.entries(draft)
    .map(([host, files]): [string, Files] => [host, changedFiles(start[host] ?? {}, files)])
    .filter(([, files]) => Object.keys(files).length > 0);
  try {
    if (changed.length === 0) localStorage.removeItem(keyOf(lab));
    else localStorage.setItem(keyOf(lab), JSON.stringify(Object.fromEntries(changed)));
  } catch {
    // Full or forbidden: the draft lives as long as the page.
  }
}

/** The lab's files with a remembered draft laid over them. Hosts and files that the lab no longer has are left out. */
export function withDraft(start: EditedFiles, draft: EditedFiles): EditedFiles {
  return Object.fromEntries(
    Object.entries(start).map(([host, files]) => {
      const known = Object.entries(draft[host] ?? {}).filter(([file]) => file in files);
      return [host, { ...files, ...Object.fromEntries(known) }];
    }),
  );
}

function isEditedFiles(value: unknown): value is EditedFiles {
  const isRecord = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null;
  return (
    isRecord(value) &&
    Object.values(value).every(
      (files) => isRecord(files) && Object.values(files).every((text) => typeof text === 'string'),
    )
  );
}
