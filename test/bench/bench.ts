// npm run bench             figures of the engine and of the built site, against their budgets
// npm run -s bench -- --json
// npm run bench -- beside   only the last part of these figures: the real programs and the simulator side by side, where they
//                           are installed (nginx, redis-server, tomcat10, a JDK, wrk, curl, spin, gcc); takes minutes
//   --write                 and writes test/bench/side-by-side.json, which the site's bench page shows
// npm run bench -- frames   what a frame of a busy lab costs the page, measured in a browser; needs the built site
// Machines are noisy: a yardstick, fixed work of the same kind, is measured in the same run, and each rate is
// also given as a share of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { besides } from './beside/beside.ts';
import type { Comparison, SideBySide } from './beside/side-by-side.ts';
import { comparisonTime, exploreRate, languageTime, redisRequestRate, requestRate, yardstick } from './engine.ts';
import { frames } from './frames.ts';
import { gradingTime } from './grading.ts';
import { pageBytes } from './pages.ts';
import { scrubbing } from './scrub.ts';

/** One measured figure. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  budget: { atLeast: number } | { atMost: number } | undefined;
  /** The figure over the yardstick of the same run, for rates. */
  ratio?: number;
}

const within = ({ value, budget }: Figure) =>
  budget === undefined || ('atLeast' in budget ? value >= budget.atLeast : value <= budget.atMost);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [part] = positionals;
  const tell = (line: string) => values.json || console.log(line);
  const figures = part === 'frames' ? await frames() : part === 'beside' ? [] : await plain();
  for (const figure of figures) tell(lineOf(figure));
  const beside = part === 'frames' ? undefined : await besides((comparison) => tell(told(comparison)));
  if (values.json) console.log(JSON.stringify({ figures, beside }, undefined, 2));
  if (values.write && beside) write(beside);
  process.exitCode = figures.every(within) ? 0 : 1;
}

/** Each list of figures in one line, as the formatter has it. */
function write(beside: SideBySide): void {
  const text = JSON.stringify(beside, undefined, 2).replace(
    /\[\n\s+([^[\]{}]*?)\n\s+\]/g,
    (_, list: string) => `[${list.replace(/\n\s+/g, ' ')}]`,
  );
  writeFileSync(join(import.meta.dirname, 'side-by-side.json'), `${text}\n`);
}

async function plain(): Promise<Figure[]> {
  const yard = yardstick();
  const rate = (name: string, value: number, unit: string, atLeast: number): Figure => ({
    name,
    value,
    unit,
    budget: { atLeast },
    ratio: value / yard,
  });
  return [
    { name: 'yardstick', value: yard, unit: 'rounds/s', budget: undefined },
    rate('requests simulated, notes off', requestRate({ notes: false }), 'requests/s', 150_000),
    rate('requests simulated, with notes', requestRate({ notes: true }), 'requests/s', 30_000),
    rate('requests simulated, sessions in Redis', redisRequestRate(), 'requests/s', 80_000),
    rate('explore', exploreRate(), 'transitions/s', 60_000),
    { name: 'two runs of 10,000 requests compared', value: comparisonTime(), unit: 'ms', budget: { atMost: 1000 } },
    { name: 'guide’s nginx.conf parsed and diagnosed', value: languageTime(), unit: 'ms', budget: { atMost: 1 } },
    ...scrubbing(),
    { name: 'grading 100 submissions of the capstone', value: await gradingTime(), unit: 's', budget: { atMost: 60 } },
    ...pageBytes(),
  ];
}

function lineOf(figure: Figure): string {
  const { name, value, unit, budget, ratio } = figure;
  const number = value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
  const limit =
    budget === undefined
      ? ''
      : 'atLeast' in budget
        ? `budget ≥ ${budget.atLeast.toLocaleString('en')}`
        : `budget ≤ ${budget.atMost}`;
  const share = ratio === undefined ? '' : `${ratio.toFixed(3)} of the yardstick`;
  return `${within(figure) ? 'ok  ' : 'OVER'} ${name.padEnd(58)} ${number.padStart(11)} ${unit.padEnd(14)} ${limit.padEnd(18)} ${share}`.trimEnd();
}

/** A comparison in one line: the real programs, the simulator, and how much faster it is by the wall's clock and by the processor's. */
function told(comparison: Comparison): string {
  if ('missing' in comparison) return `-    ${comparison.of}: not installed: ${comparison.missing.join(', ')}`;
  const { of, unit, wall, processor } = comparison;
  const numbers = [wall.real.median, wall.ours.median].map((value) => value.toLocaleString('en').padStart(10));
  return `     ${of.padEnd(24)} real ${numbers[0]} ours ${numbers[1]} ${unit.padEnd(10)} ×${wall.ratio}, ×${processor.ratio} by processor time`;
}

await main();
