// npm run mutants                       every exercise
// npm run mutants -- capstone failover  some of them
// Makes one mistake after the other in each solution and sees whether a check notices. What no check minds is printed; where
// that is right, it is listed in the exercise's survivors.json with its reason. Fails below a score of 0.9, and when a
// listed survivor does not survive.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { exerciseIds, filesOf } from '../../lessons/folders.ts';
import { mutantsOf } from './mutate.ts';
import { tryAll } from './pool.ts';
import { everywhere, speaksOf, survivorsOf } from './survivors.ts';
import type { Task } from './trial.ts';

/** What share of the mutants must be noticed, those apart that are right. */
const BAR = 0.9;

const { values, positionals } = parseArgs({
  options: { jobs: { type: 'string', default: String(availableParallelism()) } },
  allowPositionals: true,
});
for (const id of positionals.length > 0 ? positionals : exerciseIds)
  if (!(await report(id, Number(values.jobs)))) process.exitCode = 1;

/** Prints how the checks of an exercise do. False: not well enough. */
async function report(id: string, jobs: number): Promise<boolean> {
  const tasks = mutantsIn(id);
  const listed = survivorsOf(id);
  const refused = await tryAll(tasks, jobs);
  const alive = tasks.filter((_, at) => refused[at] === undefined);
  const reviewed = alive.filter(({ name }) => [...everywhere, ...listed].some((survivor) => speaksOf(survivor, name)));
  const stale = listed.filter((survivor) => !alive.some(({ name }) => speaksOf(survivor, name)));
  const wanted = tasks.length - reviewed.length;
  const score = wanted === 0 ? 1 : (tasks.length - alive.length) / wanted;
  const figures = `${tasks.length - alive.length} of ${wanted} noticed, ${reviewed.length} more are right`;
  console.log(`${score < BAR ? 'LOW ' : 'ok  '} ${id.padEnd(26)} ${score.toFixed(2)}   ${figures}`);
  for (const { name } of alive) if (!reviewed.some((one) => one.name === name)) console.log(`       passes: ${name}`);
  for (const { mutant } of stale) console.log(`       listed, but does not pass: ${mutant}`);
  return score >= BAR && stale.length === 0;
}

function mutantsIn(id: string): (Task & { name: string })[] {
  const start = filesOf(id, 'start');
  return Object.entries(filesOf(id, 'solution')).flatMap(([host, files]) =>
    Object.entries(files).flatMap(([file, text]) =>
      mutantsOf(file, text, start[host]?.[file] ?? '').map((mutant) => ({
        exercise: id,
        host,
        file,
        text: mutant.text,
        name: `${host}/${file}: ${mutant.edit}`,
      })),
    ),
  );
}
