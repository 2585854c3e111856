import type { EditedFiles, Note, Planned, VisitStory, World } from '../simulator/index.ts';
import type { Language } from './texts.ts';

/**
 * A step of a lesson as it is taught in front of a class: what is said and asked, and then a piece of the run. The world goes
 * on from beat to beat. Holds no words.
 */
export interface Beat {
  /** Stable: texts and links refer to it. */
  id: string;
  /** How long it takes in class. */
  minutes: number;
  /** The world begins anew, with the files that a learner begins with. The first beat of a lesson does so anyway. */
  from?: 'start';
  /** Files that are saved when the beat begins. They take effect when the plan has their program read them. */
  edits?: Edits;
  /** What happens, and when (ms since the beat began); told from the world as it is then, where a session's id stands in it. */
  plan: readonly Planned[] | ((world: World) => readonly Planned[]);
  /** For how long the run goes on (virtual ms). 0: it stands still, as where the class works by itself. */
  lasts: number;
  /** What the class votes on before the run shows it. */
  vote?: Vote;
}

/** What becomes of each file (host, then file): the new text is told from the one that is there. */
export type Edits = Readonly<Record<string, Readonly<Record<string, (text: string) => string>>>>;

/**
 * A prediction of the lesson's exercise, by its id: it is asked about the last visit of the beat. Or choices of the beat's
 * own, each with when it is right: after the beat has been played, exactly one is.
 */
export type Vote = string | Readonly<Record<string, (outcome: Outcome) => boolean>>;

/** What came of a beat. */
export interface Outcome {
  notes: readonly Note[];
  visits: readonly VisitStory[];
  /** How everything stands at the beat's end. */
  world: World;
}

/** The session id that a visitor's cookie holds. */
export function sessionOf({ hosts }: World, visitor: string): string {
  const client = hosts.get(visitor);
  const jar = client?.kind === 'client' ? client.jar : [];
  return jar.find(({ name }) => name === 'JSESSIONID')?.value ?? '';
}

/** The last line that was printed in a window. */
export function lastPrinted({ world }: Outcome, window = 'terminal1'): string {
  const terminal = world.hosts.get(window);
  const lines = terminal?.kind === 'terminal' ? terminal.screen : [];
  return lines.flatMap((line) => (line.kind === 'output' ? [line.text] : [])).at(-1) ?? '';
}

/** What the beats of a lesson say, by their ids. `code` stands between backticks, what is pressed between two stars. */
export type BeatsTexts<Beats extends readonly Beat[]> = Record<
  Language,
  { [One in Beats[number] as One['id']]: TextsOf<One> }
>;

/** What every beat says. */
export interface BeatTexts {
  title: string;
  /** One sentence in large type, for the class. It gives nothing away that is still to be voted on. */
  stage: string;
  /** What the teacher says or does before the run goes on. */
  say: string;
  /** The question. Of a prediction, the exercise has it. */
  ask?: string;
  /** What will be answered, and what to say to it. */
  expect?: readonly Expected[];
  /** What to point at when it has run. */
  after: string;
}

export interface Expected {
  answer: string;
  reply: string;
}

/** What a beat says, whatever its vote is: as it is looked up by id. */
export type SaidBeat = BeatTexts & { answers?: Readonly<Record<string, Expected>> };

type TextsOf<One extends Beat> = One extends { vote: infer Asked }
  ? Asked extends string
    ? BeatTexts & { ask?: never; expect: readonly Expected[] }
    : BeatTexts & { ask: string; answers: Record<keyof Asked & string, Expected> }
  : BeatTexts;

/**
 * The edits of a beat, as the files of `world` are now.
 * @throws when one changes nothing: the text that it looks for is not there.
 */
export const editedFiles = (edits: Edits, { hosts }: World): EditedFiles =>
  Object.fromEntries(
    Object.entries(edits).map(([name, changes]) => {
      const host = hosts.get(name);
      const files: Readonly<Record<string, string>> = host && 'files' in host ? host.files : {};
      return [name, changed(files, changes)];
    }),
  );

function changed(files: Readonly<Record<string, string>>, changes: Edits[string]): Record<string, string> {
  const next = Object.entries(changes).map(([file, change]): [string, string] => {
    const text = files[file] ?? '';
    const edited = change(text);
    if (edited === text) throw new Error(`the edit of ${file} changes nothing`);
    return [file, edited];
  });
  return Object.fromEntries(next);
}
