// npm run bench             figures of the engine and of the built site, against their budgets
// npm run -s bench -- --json
// npm run bench -- frames   what a frame of a busy lab costs the page, measured in a browser; needs the built site
// Machines are noisy: a yardstick, fixed work of the same kind, is measured in the same run, and each rate is
// also given as a share of it.
import { parseArgs } from 'node:util';
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
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const figures = positionals.includes('frames') ? await frames() : await plain();
  if (values.json) console.log(JSON.stringify(figures, undefined, 2));
  else for (const figure of figures) console.log(lineOf(figure));
  process.exitCode = figures.every(within) ? 0 : 1;
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

await main();
