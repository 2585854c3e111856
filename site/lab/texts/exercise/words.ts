/** All words around an exercise's checks. A language that lacks one does not compile. */
export interface ExercisePanelWords {
  states: Record<'untried' | 'running' | 'passed' | 'failed', string>;
  /** When a tick is set. */
  speeds: Record<'typing' | 'reload' | 'check', string>;
  language: {
    title: string;
    reading: string;
    none: string;
    errors(count: number): string;
  };
  /** A verdict of files that have changed since. */
  old: string;
  blocked: string;
  /** How much was looked at of all that can happen. */
  searched: Record<'all' | 'some' | 'givenUp', (states: number) => string>;
  progress(percent: number): string;
  cancel: string;
  cancelled: string;
  failed: string;
  /** What a screen reader hears when the checks are done. */
  outcome(passed: number, of: number): string;
  allPassed: string;
  /** Said in the place of an outcome that is not shown. */
  handedIn: string;
  attempts(used: number, of: number): string;
  notice: string;
  noticeAnchor: string;
  showRun: string;
  showRunHint: string;
  at(place: string): string;
  evidence: string;
  hints: {
    title: string;
    about(check: string): string;
    take: readonly [string, string, string];
    nearest: string;
    same: string;
    removed: string;
    added: string;
    place(host: string, file: string, line: number): string;
  };
  solution: {
    show: string;
    ask: string;
    confirm: string;
    decline: string;
    about: string;
    put: string;
    putDone: string;
    takeBack: string;
    takenBack: string;
    same: string;
  };
  predict: {
    title: string;
    button: string;
    buttonHint: string;
    /** What was said of it the last time. */
    before(said: string, came: string): string;
    caption(visitor: string, path: string): string;
    onDiagram: string;
    here(server: string): string;
    skip: string;
    waiting: string;
    answers: Record<'kept' | 'lost' | 'error' | 'none', string>;
    right(said: string): string;
    other(said: string, came: string): string;
    came(came: string): string;
    guess(said: string): string;
    guessMark: string;
    cameMark: string;
  };
  report: { button: string; hint: string; copied: string; copyYourself: string };
  scene: {
    failing: string;
    next: string;
    happened: string;
    step: string;
    why: string;
    back: string;
    line(place: string): string;
  };
}
