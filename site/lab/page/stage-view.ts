import { keep, recall } from '../../storage.ts';

/** How a run is shown: who is where and what is on the lines now, or what went from whom to whom and when. */
export type StageView = 'topology' | 'space-time';

const KEY = 'session-lab-stage';

/** What was chosen last, on any page. */
export const readStageView = (): StageView => (recall(KEY) === 'space-time' ? 'space-time' : 'topology');

/** A page that may not store anything forgets the choice. */
export const writeStageView = (view: StageView) => keep(KEY, view);
