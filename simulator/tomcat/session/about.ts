import { inOrder } from '../../core/shared-map.ts';
import type { Place } from '../../core/text.ts';
import type { Session, Webapp } from '../host.ts';
import { placed } from '../log/note.ts';

/** Whose sessions a note is about, and the line that says how they are kept. */
export const aboutOf = ({ settings: { path, places } }: Webapp): { webapp: string; place?: Place } => ({
  webapp: path,
  ...placed(places.manager),
});

/** How many sessions, and which. */
export const counted = (sessions: Iterable<Pick<Session, 'id'>>): { count: number; ids: string[] } => {
  const ids = Array.from(sessions, ({ id }) => id);
  return { count: ids.length, ids };
};

/** Those of a webapp that are in memory. */
export const countedIn = ({ sessions }: Webapp): { count: number; ids: string[] } =>
  counted(inOrder(sessions).map(([, session]) => session));
