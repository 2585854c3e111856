/** What an exercise says in the learner's language: by check, by mistake, by prediction. */
export interface ExerciseWords {
  checks: Readonly<Record<string, string>>;
  feedback: Readonly<Record<string, string>>;
  /** Two steps towards the cause of a mistake. */
  hints: Readonly<Record<string, readonly [string, string]>>;
  predictions: Readonly<Record<string, string>>;
}
