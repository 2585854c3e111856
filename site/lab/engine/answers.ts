import { completeIn, type Recording, type World } from '../../../simulator/index.ts';
import type { AnswerTo, Question } from '../questions.ts';

/** What an answer is worked out from: to be looked at only. */
export interface Evidence {
  recording: Recording;
  /** The moment that the page shows. */
  world: World;
  /** The engine's time at which the page's time is 0. */
  start: number;
}

/** Works out what a view wants to know. */
export function answerTo(question: Question, { world }: Evidence): AnswerTo<Question> {
  switch (question.type) {
    case 'complete':
      return completeIn(world, question.host, question.line, question.at);
  }
}
