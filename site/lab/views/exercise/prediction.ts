import type { Prediction } from '../../../../simulator/index.ts';
import type { RequestRecord } from '../../page/requests.ts';
import type { ExercisePanelWords } from '../../texts/exercise/words.ts';

/** What can be said of a request before it is sent: a Tomcat's name, what becomes of the login, or a status. */
export type Answer = string;

/** The answers to choose from; `servers`: the Tomcats that there are. */
export function choicesFor(ask: Prediction['ask'], servers: readonly string[]): Answer[] {
  switch (ask) {
    case 'server':
      return [...servers, 'none'];
    case 'login':
      return ['kept', 'lost', 'error'];
    case 'status':
      return ['200', '404', '500', '502'];
  }
}

/** What came of the request, in the same terms; `undefined` while it is under way. */
export function cameOf({ status, login, notes }: RequestRecord, ask: Prediction['ask']): Answer | undefined {
  if (status === undefined) return undefined;
  switch (ask) {
    case 'server':
      return notes.findLast(({ note }) => note.kind === 'served')?.note.host ?? 'none';
    case 'login':
      return status !== 200 ? 'error' : login === 'kept' || login === 'in' ? 'kept' : 'lost';
    case 'status':
      return String(status);
  }
}

/** An answer as a reader sees it. */
export const answerText = (answer: Answer, { answers }: ExercisePanelWords['predict']): string =>
  Object.hasOwn(answers, answer) ? answers[answer as keyof typeof answers] : answer;
