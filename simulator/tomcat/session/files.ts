import type { ManagerSettings, PersistentManagerSettings, StandardManagerSettings } from '../conf/manager.ts';

/** SESSIONS.ser: below the work folder unless absolute; undefined: this manager saves nothing. */
export const savedSessionsFile = (work: string, { pathname }: StandardManagerSettings): string | undefined =>
  !pathname ? undefined : pathname.startsWith('/') ? pathname : `${work}/${pathname}`;

/** `FOLDER/ID.session`; rows of a table are kept as files of a folder named after it. */
export function storedSessionFile(work: string, settings: PersistentManagerSettings, id: string): string | undefined {
  const folder = storeFolder(work, settings);
  return folder === undefined ? undefined : `${folder}/${id}.session`;
}

/** Where a store keeps its sessions; undefined: there is none that works. */
export function storeFolder(work: string, { store }: PersistentManagerSettings): string | undefined {
  if (!store) return undefined;
  if (store.kind === 'table') return store.bound ? `/database/${store.source}` : undefined;
  if (store.folder.startsWith('/')) return store.folder;
  return store.folder === '.' ? work : `${work}/${store.folder}`;
}

/** The file in which a manager would keep a session, if in any. */
export function fileFor(work: string, manager: ManagerSettings, id: string): string | undefined {
  if (manager.kind === 'standard') return savedSessionsFile(work, manager);
  return manager.kind === 'persistent' ? storedSessionFile(work, manager, id) : undefined;
}
