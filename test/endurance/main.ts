// npm run endurance                                       a lab for 24 virtual hours at 100 requests a second
// npm run endurance -- --hours 2 --rate 20 --seed 7 --lab memory --slice 10   (minutes)
// Every hour, or slice, is played again from a copy of its beginning. Exit code 1: memory grew, a replay led elsewhere, or too few
// visits came about.
import { parseArgs } from 'node:util';
import { guideLab, redisLab } from '../support/labs.ts';
import { endured, growth, type Slice } from './endure.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What a run may weigh more at its end, when all is repaired and calm, than before it was first disturbed. */
const FLAT = 1.25;

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '24' },
    rate: { type: 'string', default: '100' },
    disturbances: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    lab: { type: 'string', default: 'redis' },
    slice: { type: 'string', default: '60' },
  },
});
const lab = values.lab === 'memory' ? guideLab() : redisLab();
const [hours, rate, slice] = [Number(values.hours), Number(values.rate), Number(values.slice)];
const slices: Slice[] = [];
const started = performance.now();
for (const one of endured({
  lab,
  rate,
  seed: Number(values.seed),
  time: hours * HOUR,
  slice: slice * MINUTE,
  disturbances: Number(values.disturbances),
})) {
  slices.push(one);
  const { at, deeds, requests, pages, world, copies, heap, same, hash } = one;
  const megabytes = heap === undefined ? '?' : (heap / 1e6).toFixed(1);
  console.log(
    `${(at / HOUR).toFixed(1).padStart(4)} h  ${String(requests).padStart(9)} requests  ${String(pages).padStart(9)} pages  ${String(deeds).padStart(4)} deeds  world ${(world / 1e3).toFixed(0)} kB  ${copies} copies  heap ${megabytes} MB  ${hash} ${same ? 'and again' : 'BUT NOT AGAIN'}`,
  );
}
const heaps = slices.flatMap(({ heap }) => heap ?? []);
const world = growth(
  slices.map((one) => one.world),
  slice * MINUTE,
);
const heap = heaps.length === slices.length ? growth(heaps, slice * MINUTE) : { end: 1, peak: 1 };
const again = slices.every(({ same }) => same);
const times = ({ end, peak }: typeof world) => `× ${end.toFixed(2)} at the end, × ${peak.toFixed(2)} at most`;
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s; world ${times(world)}; heap ${times(heap)}`);
console.log(`${again ? 'Every hour' : 'NOT every hour'} led to the same world when it was played again`);
const asked = (slices.at(-1)?.requests ?? 0) >= 0.9 * rate * hours * 3600;
process.exitCode = again && asked && world.end <= FLAT && heap.end <= FLAT ? 0 : 1;
