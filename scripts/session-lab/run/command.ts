import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { exerciseOf, filesOf } from '../../../lessons/folders.ts';
import { BOOTED_AT, type Lab, stateHash, type World, withFiles } from '../../../simulator/index.ts';
import { transcriptOf } from '../../../site/lab/engine/transcript.ts';
import { LATENCY } from '../../../site/lab/latency.ts';
import { plainText } from '../../../site/lab/page/transcript.ts';
import type { Command } from '../cli.ts';
import { exerciseIds } from '../exercises.ts';
import { submissionIn } from '../grade/submission.ts';
import type { Given } from '../options.ts';
import { readText } from '../read-text.ts';
import { shareProblems, spoken } from '../spoken.ts';
import { exits } from '../terminal.ts';
import type { Words } from '../words/words.ts';
import { isLink, linkInFile, type Opened, openLink } from './opened.ts';
import { play, type Score } from './play.ts';
import { hostsOf, readScript } from './script.ts';

/** How long a script goes on after its last line, in virtual ms. */
const AFTER = 5000;

/** A run to play, with what there is to complain of; without one, why not. */
interface Prepared {
  score?: Score & { hash?: string | undefined };
  complaints: string[];
}

/** `session-lab run`: plays a run, and prints it as the page's transcript has it. */
export const run: Command = {
  options: { dir: 'value', script: 'value', until: 'value' },
  async perform({ values, words: [what, extra] }, words, terminal) {
    const { score, complaints } =
      what === undefined
        ? { complaints: [words.run.missing] }
        : extra !== undefined
          ? { complaints: [words.tooMuch(extra)] }
          : await prepared(what, values, words);
    for (const complaint of complaints) terminal.complain(`session-lab: ${complaint}\n`);
    if (!score) return exits.error;
    const { recording, boot } = await play(score);
    const whole = { filter: { who: undefined, events: false }, part: { from: 0 }, count: Number.POSITIVE_INFINITY };
    const { groups } = transcriptOf({ recording, boot, moment: recording.end, start: BOOTED_AT }, whole);
    const parts = [plainText(groups, await spoken(words.language)), ...screensOf(recording.world, words)];
    terminal.print(parts.map((part) => `${part}\n`).join('\n'));
    if (score.hash !== undefined && score.hash !== stateHash(recording.world))
      terminal.complain(`session-lab: ${words.run.differs}\n`);
    return exits.good;
  },
};

/** What was typed in each terminal, and what was printed there. */
const screensOf = ({ hosts }: World, words: Words): string[] =>
  [...hosts.values()].flatMap((host) => {
    if (host.kind !== 'terminal' || host.history.length === 0) return [];
    const lines = host.screen.flatMap((line) =>
      line.kind === 'input' ? [`${line.prompt}${line.text}`] : line.kind === 'output' ? [line.text] : [],
    );
    return [[`== ${words.run.screen(host.name)}`, ...lines].join('\n')];
  });

async function prepared(what: string, values: Given['values'], words: Words): Promise<Prepared> {
  const until = values['until'] === undefined ? undefined : Math.round(Number(values['until']) * 1000);
  if (until !== undefined && !(until >= 0 && until <= 1e9))
    return { complaints: [words.run.badUntil(values['until'] ?? '')] };
  const opened = await labOf(what, values['dir'], words);
  if (!('lab' in opened)) return { complaints: opened.complaints };
  const { script } = values;
  if (script === undefined)
    return { score: { ...opened, until: until ?? opened.until }, complaints: opened.complaints };
  const read = readText(script);
  if (!('text' in read)) return { complaints: [`${words.trouble[read.trouble](script)}.`] };
  const { plan, problems } = readScript(read.text, opened.lab, (path) => {
    const file = readText(resolve(dirname(script), path));
    return 'text' in file ? file.text : undefined;
  });
  if (problems.length > 0)
    return { complaints: problems.map((problem) => words.run.problem(script, problem, hostsOf(opened.lab))) };
  const { lab, latency, complaints } = opened;
  const end = until ?? (plan.at(-1)?.at ?? 0) + AFTER;
  return {
    score: { lab, plan, until: end, complete: false, ...(latency === undefined ? {} : { latency }) },
    complaints,
  };
}

type Played = Score & { hash?: string | undefined; complaints: string[] };
type Refused = { complaints: string[] };

/** The lab that is meant, with the run that comes with it. */
async function labOf(what: string, folder: string | undefined, words: Words): Promise<Played | Refused> {
  if (exerciseIds.includes(what)) return ofExercise(what, folder, words);
  const file = isLink(what) ? undefined : readText(what);
  const link = file && 'text' in file ? await linkInFile(file.text) : isLink(what) ? what : undefined;
  if (link === undefined)
    return {
      complaints: [file && 'text' in file ? words.run.notALab(what) : words.run.unknown(what, exerciseIds)],
    };
  if (folder !== undefined) return { complaints: [words.run.onlyExercise] };
  const opened = await openLink(link);
  return opened ? ofLink(opened, words) : { complaints: [words.run.noSuchLab] };
}

async function ofExercise(id: string, folder: string | undefined, words: Words): Promise<Played | Refused> {
  const exercise = await exerciseOf(id);
  if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return { complaints: [words.noFolder(folder)] };
  const submission = folder === undefined ? undefined : submissionIn(folder, exercise, words);
  const complaints = submission?.diagnostics.map(({ text }) => text) ?? [];
  if (submission && !submission.files) return { complaints };
  const start: Lab = withFiles({ ...exercise.lab, ...exercise.graded }, filesOf(id, 'start'));
  const lab = withFiles(start, submission?.files ?? {});
  const check = exercise.checks.find(({ kind }) => kind === 'run');
  const { plan, until } = check?.kind === 'run' ? check : { plan: [], until: AFTER };
  return { lab, plan: typeof plan === 'function' ? plan(lab) : plan, until, complete: false, complaints };
}

/** A page's packets are slow enough to be watched, and its runs hold all that was done. */
async function ofLink({ lab, run, problems }: Opened, words: Words): Promise<Played> {
  const said = await shareProblems(words.language);
  const complaints = problems.map(({ code, token }) => words.run.linkProblem(said[code], token));
  const { actions: plan, end: until, hash } = run ?? { actions: [], end: AFTER };
  return { lab, plan, until, latency: LATENCY, complete: true, hash, complaints };
}
