import type { HostName, PowerEvent } from '../../../simulator/index.ts';
import type { Command, EditedFiles } from '../protocol.ts';
import { changedFiles, filesOf, ownWork, sameFiles, withDraft, withFile, withOwn, withWork } from './files.ts';
import type { LabContext } from './machine.ts';

/** Programs read their files when they start or reload. */
export const readsFiles = (event: PowerEvent): boolean => event === 'start' || event === 'reload';

/** What a program is about to read is what is in the editor: that is saved before. */
export function powerCommands(context: LabContext, host: HostName, event: PowerEvent): Command[] {
  return [
    ...(readsFiles(event) ? saveCommands(context, host) : []),
    { type: 'act', action: { kind: 'power', host, event } },
  ];
}

export function saveCommands({ draft, saved }: LabContext, host: HostName): Command[] {
  const files = changedFiles(saved[host] ?? {}, draft[host] ?? {});
  return Object.keys(files).length > 0 ? [{ type: 'save', host, files }] : [];
}

export const withSaved = ({ saved, draft }: LabContext, host: HostName): EditedFiles => ({
  ...saved,
  [host]: draft[host] ?? {},
});

export const edited = (
  { draft, own }: LabContext,
  { host, file, text }: { host: HostName; file: string; text: string },
) => ({
  draft: withFile(draft, host, file, text),
  own: withOwn(own, { host, file }),
  undo: undefined,
});

export function resetFile(
  { lab, draft }: LabContext,
  { host, file }: { host: HostName; file: string },
): Partial<LabContext> {
  const text = draft[host]?.[file] ?? '';
  return { draft: withFile(draft, host, file, filesOf(lab)[host]?.[file] ?? ''), undo: { host, file, text } };
}

export function undone({ draft, undo }: LabContext): Partial<LabContext> {
  return undo ? { draft: withFile(draft, undo.host, undo.file, undo.text), undo: undefined } : {};
}

/** What was remembered of an earlier visit, laid over the lab's files; it is the learner's own from now on. */
export function recalled({ lab, draft, own }: LabContext, found: EditedFiles): Partial<LabContext> {
  const files = Object.entries(found).flatMap(([host, texts]) => Object.keys(texts).map((file) => ({ host, file })));
  return { draft: { ...draft, ...withDraft(filesOf(lab), found) }, own: files.reduce(withOwn, own) };
}

/** What a learner takes along when the lab is built anew: his own work, on the lab's files as they were. */
export function kept({ lab, draft, own }: LabContext): Pick<LabContext, 'draft' | 'own'> {
  const start = filesOf(lab);
  return { draft: withWork(start, ownWork(start, draft, own)), own };
}

/** Hosts whose programs have not read what is in the editor. */
export const unread = ({ draft, running }: LabContext): HostName[] =>
  Object.keys(draft).filter((host) => !sameFiles(draft[host] ?? {}, running[host] ?? {}));
