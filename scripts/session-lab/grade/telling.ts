import { BOOTED_AT, type Feedback, type Note, type Verdict } from '../../../simulator/index.ts';
import { fromStart } from '../../../site/lab/engine/telling.ts';
import { seconds } from '../../../site/lab/page/transcript.ts';
import { sentenceOf } from '../../../site/lab/texts/texts.ts';
import { spoken } from '../spoken.ts';
import type { Page } from './formats.ts';

/** What a check says, in the words of the page. */
export interface Told {
  /** What is checked, as an outcome. */
  goal: string;
  /** What happened instead, and a question that leads on. */
  feedback: string | undefined;
  /** Where what decided it is written, e.g. `nginx/nginx.conf:14`. */
  place: string | undefined;
  /** It passed as far as was looked: there are more orders of events than were tried. */
  unproved: boolean;
  /** The notes that show it, a line each. */
  evidence: string[];
}

/** No more is shown of what led to a failure: what decides it comes last. */
const MOST_EVIDENCE = 12;

/** A verdict in the words of the page. */
export async function told(verdict: Verdict, { exercise, words }: Page): Promise<Told> {
  const failed = verdict.state === 'failed' ? verdict : undefined;
  return {
    goal: exercise.words.checks[verdict.id] ?? verdict.id,
    feedback: failed && filled(failed.feedback, exercise.words.feedback),
    place: failed && placeOf(failed.feedback),
    unproved: verdict.state === 'passed' && verdict.searched?.complete === false,
    evidence: failed ? evidenceLines(failed.evidence, await spoken(words.language)) : [],
  };
}

/** A sentence with its gaps filled, `{visitor}` and the like. */
const filled = ({ id, values }: Feedback, sentences: Record<string, string>): string =>
  (sentences[id] ?? id).replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));

function placeOf({ values: { host, file, line } }: Feedback): string | undefined {
  return file === undefined || line === undefined ? undefined : `${host}/${file}:${line}`;
}

function evidenceLines(evidence: readonly Note[], texts: Awaited<ReturnType<typeof spoken>>): string[] {
  return evidence.slice(-MOST_EVIDENCE).flatMap((note) => {
    const moved = fromStart(note, BOOTED_AT);
    const sentence = sentenceOf(texts, moved);
    // What comes before is the start of the servers.
    const time = moved.at < 0 ? '' : seconds(moved.at);
    return sentence ? [`${time.padStart(9)}  ${moved.host.padEnd(9)} ${sentence}`] : [];
  });
}
