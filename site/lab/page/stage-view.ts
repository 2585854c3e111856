/** How a run is shown: who is where and what is on the lines now, or what went from whom to whom and when. */
export type StageView = 'topology' | 'space-time';

const KEY = 'session-lab-stage';

/** What was chosen last, on any page. */
export function readStageView(): StageView {
  try {
    return localStorage.getItem(KEY) === 'space-time' ? 'space-time' : 'topology';
  } catch {
    return 'topology';
  }
}

export function writeStageView(view: StageView): void {
  try {
    localStorage.setItem(KEY, view);
  } catch {
    // A page that may not store anything forgets the choice.
  }
}
