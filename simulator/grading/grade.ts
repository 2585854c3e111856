import { run } from '../engine/run.ts';
import type { Note } from '../engine/world.ts';
import { BOOTED_AT, boot } from '../lab/build.ts';
import { compiled } from '../lab/javac.ts';
import type { Lab } from '../lab/lab.ts';
import type { Exercise, RunCheck, Verdict } from './exercise.ts';

/** Files that replace those of the exercise's lab, by host and name. */
export type EditedFiles = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What each check of an exercise says of the learner's files. Never throws, whatever they hold; waits only for javac. */
export async function grade(exercise: Exercise, edited: EditedFiles): Promise<Verdict[]> {
  const lab = await compiled(withFiles({ ...exercise.lab, ...exercise.graded }, edited));
  return exercise.checks.map((check) => perform(check, lab));
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

function perform(check: RunCheck, lab: Lab): Verdict {
  const notes: Note[] = [];
  const world = boot(lab, (note) => notes.push(note));
  const plan = typeof check.plan === 'function' ? check.plan(lab) : check.plan;
  const shifted = plan.map(({ at, action }) => ({ at: at + BOOTED_AT, action }));
  run(world, shifted, BOOTED_AT + check.until, (note) => notes.push(note));
  return { check: check.id, plan, ...check.judge(notes, world) };
}
