import type { Judgement, Note, VisitStory } from '../../simulator/index.ts';
import { keepLogins, type Mistake } from '../judge.ts';

/** The guide's own upstream, as the lesson on failover left it. */
export const backserver = `    upstream backserver {
        ip_hash;
        server localhost:8080;
        server localhost:8081;
    }

`;

/** Why a login was lost: no copy was ever made, or it lay where only the dead Tomcat looks. */
function mistakeIn(notes: readonly Note[]): Mistake {
  const stored = notes.filter((note) => note.kind === 'session-stored');
  if (stored.length === 0) return 'never-stored';
  return stored.some(({ file }) => !file.startsWith('/')) ? 'own-folder' : 'login-lost';
}

/** No page forgot a visitor; where one did, the mistake tells what became of the copy in the store. */
export const keepLoginsInStore = (visits: readonly VisitStory[], notes: readonly Note[]): Judgement =>
  keepLogins(visits, mistakeIn(notes));
