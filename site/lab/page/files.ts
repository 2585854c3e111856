import type { HostFile, HostName, Lab } from '../../../simulator/index.ts';
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

/**
 * The learner's own work: of the files that are his to edit, or that he made in the editor, those that differ from the
 * lab's, whether he or a command of his changed them. What else commands made (a jar copied into lib/) belongs to the run and goes with it.
 */
export function ownWork(start: EditedFiles, draft: EditedFiles, own: readonly HostFile[]): EditedFiles {
  return picked(
    draft,
    own.filter(({ host, file }) => draft[host]?.[file] !== start[host]?.[file]),
  );
}

/** Some of the files. */
export function picked(files: EditedFiles, some: readonly HostFile[]): EditedFiles {
  const those: EditedFiles = {};
  for (const { host, file } of some) {
    const text = files[host]?.[file];
    if (text !== undefined) those[host] = { ...those[host], [file]: text };
  }
  return those;
}

/** The files with one more of them; the same list where it is one of them already. */
export const withOwn = (own: readonly HostFile[], { host, file }: HostFile): readonly HostFile[] =>
  own.some((one) => one.host === host && one.file === file) ? own : [...own, { host, file }];

/** The lab's files with a remembered draft laid over them. Hosts and files that the lab no longer has are left out. */
export function withDraft(start: EditedFiles, draft: EditedFiles): EditedFiles {
  return Object.fromEntries(
    Object.entries(start).map(([host, files]) => {
      const known = Object.entries(draft[host] ?? {}).filter(([file]) => file in files);
      return [host, { ...files, ...Object.fromEntries(known) }];
    }),
  );
}

/** The lab's files with all of somebody's work laid over them, files of his own making included. */
export const withWork = (start: EditedFiles, work: EditedFiles): EditedFiles =>
  Object.fromEntries(Object.entries(start).map(([host, files]) => [host, { ...files, ...work[host] }]));
