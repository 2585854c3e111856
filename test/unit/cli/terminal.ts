import { sessionLab } from '../../../scripts/session-lab/cli.ts';

/** What a command line wrote and how it ended. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs `session-lab` in this process, on a terminal without colours. */
export async function typed(argv: readonly string[], locale = ''): Promise<Outcome> {
  const outcome = { code: -1, out: '', err: '' };
  outcome.code = await sessionLab(argv, {
    print: (text) => void (outcome.out += text),
    complain: (text) => void (outcome.err += text),
    redraws: false,
    paint: (_, text) => text,
    locale,
  });
  return outcome;
}

/** What `grade --format json` says of one folder. */
export interface Graded {
  version: number;
  engine: string;
  exercise: string;
  folder: string;
  status: 'pass' | 'fail' | 'not-gradable' | 'error';
  score: { raw: number; max: number };
  checks: {
    id: string;
    status: 'pass' | 'fail' | 'not-tried';
    points: number;
    feedback?: { id: string; params: Record<string, string | number> };
    counterexample?: { script: string[]; until: number; link: string };
    searched?: { states: number; complete: boolean };
  }[];
  diagnostics: { level: string; code: string; subject: string; text: string }[];
}
