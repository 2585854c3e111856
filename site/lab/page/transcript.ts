import { sentenceOf, type Texts } from '../texts/texts.ts';
import type { TranscriptGroup } from '../transcript.ts';

/** A line of the transcript: when, where, what. */
export interface TranscriptLine {
  serial: number;
  at: number;
  host: string;
  text: string;
  /** A login was lost, or no answer came. */
  bad: boolean;
}

/** A group in the words of a language. */
export const linesOfGroup = ({ notes }: TranscriptGroup, t: Pick<Texts, 'sentences'>): TranscriptLine[] =>
  notes.flatMap(({ serial, note }) => {
    const text = sentenceOf(t, note);
    const bad = note.kind === 'login-lost' || note.kind === 'no-answer';
    return text ? [{ serial, at: note.at, host: note.host, text, bad }] : [];
  });

/** Groups as plain text: one line for each thing that happened, a request's lines below its name. */
export function plainText(groups: readonly TranscriptGroup[], t: Pick<Texts, 'sentences'>): string {
  return groups
    .map((group) => {
      const lines = linesOfGroup(group, t).map(
        ({ at, host, text }) => `${seconds(at).padStart(9)}  ${host.padEnd(9)} ${text}`,
      );
      return [`== ${group.chain ?? group.host}`, ...lines].join('\n');
    })
    .join('\n\n');
}

/** A time as the transcript writes it. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
