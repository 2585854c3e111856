import type { Note } from '../engine/world.ts';
import { boot } from '../lab/build.ts';
import { compiled } from '../lab/javac.ts';
import type { Lab } from '../lab/lab.ts';
import { explored, type Watch } from './always.ts';
import type {
  AlwaysCheck,
  Exercise,
  FailingRun,
  Finding,
  Judgement,
  RunCheck,
  SettingsCheck,
  Verdict,
} from './exercise.ts';
import { decisiveAt, LATENCY, playing } from './playing.ts';

/** Files that replace those of the exercise's lab, by host and name. */
export type EditedFiles = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * What each check of an exercise says of the learner's files. Never throws, whatever they hold; waits only for javac and for
 * `watch`, which hears how far a long search is, and may give it up.
 */
export async function grade(exercise: Exercise, edited: EditedFiles, watch?: Watch): Promise<Verdict[]> {
  const lab = await compiled(withFiles({ ...exercise.lab, ...exercise.graded }, edited));
  const verdicts: Verdict[] = [];
  let startable = true;
  for (const check of exercise.checks) {
    const finding: Finding =
      check.kind === 'settings'
        ? look(check, lab)
        : startable
          ? await perform(check, lab, watch)
          : { state: 'untried' };
    if (check.kind === 'settings' && finding.state === 'failed') startable = false;
    verdicts.push({ id: check.id, kind: check.kind, points: check.points, ...finding });
  }
  return verdicts;
}

/** The lab with some of its files replaced. */
export function withFiles(lab: Lab, edited: EditedFiles): Lab {
  return {
    ...lab,
    nginx: { files: { ...lab.nginx.files, ...edited.nginx } },
    ...(lab.redis ? { redis: { ...lab.redis, files: { ...lab.redis.files, ...edited['redis'] } } } : {}),
    tomcats: lab.tomcats.map((tomcat) => ({ ...tomcat, files: { ...tomcat.files, ...edited[tomcat.name] } })),
  };
}

const perform = async (check: RunCheck | AlwaysCheck, lab: Lab, watch: Watch | undefined): Promise<Finding> =>
  check.kind === 'run' ? play(check, lab) : explored(check, lab, watch);

function look(check: SettingsCheck, lab: Lab): Finding {
  const notes: Note[] = [];
  const world = boot(lab, (note) => notes.push(note));
  return found(check.judge(notes, world), () => undefined);
}

function play(check: RunCheck, lab: Lab): Finding {
  const notes: Note[] = [];
  const world = boot(lab, (note) => notes.push(note));
  const plan = typeof check.plan === 'function' ? check.plan(lab) : check.plan;
  const { until } = check;
  for (const told of playing(world, plan, until)) notes.push(...told);
  return found(check.judge(notes, world), (evidence) => ({
    plan,
    until,
    latency: LATENCY,
    decisive: decisiveAt(evidence, world),
  }));
}

const found = (judgement: Judgement, run: (evidence: readonly Note[]) => FailingRun | undefined): Finding =>
  judgement.passed
    ? { state: 'passed', evidence: judgement.evidence }
    : {
        state: 'failed',
        feedback: judgement.feedback,
        evidence: judgement.evidence,
        run: run(judgement.evidence),
      };
