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
