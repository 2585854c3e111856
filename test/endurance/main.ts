// npm run endurance                                       a lab for 24 virtual hours at 100 requests a second
// npm run endurance -- --hours 2 --rate 20 --seed 7 --lab memory
// Every hour is played again from a copy of its beginning. Exit code 1: memory grew, a replay led elsewhere, or too few
// visits came about.
import { parseArgs } from 'node:util';
import { guideLab, redisLab } from '../support/labs.ts';
import { endured, growth, type Slice } from './endure.ts';

const HOUR = 3_600_000;
/** What a run may weigh more at its end, when all is repaired and calm, than before it was first disturbed. */
const FLAT = 1.25;

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '24' },
    rate: { type: 'string', default: '100' },
    disturbances: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    lab: { type: 'string', default: 'redis' },
  },
});
const lab = values.lab === 'memory' ? guideLab() : redisLab();
const [hours, rate] = [Number(values.hours), Number(values.rate)];
const slices: Slice[] = [];
const started = performance.now();
for (const slice of endured({
  lab,
  rate,
  seed: Number(values.seed),
  time: hours * HOUR,
  slice: HOUR,
  disturbances: Number(values.disturbances),
})) {
  slices.push(slice);
  const { at, deeds, requests, pages, world, heap, same, hash } = slice;
  const megabytes = heap === undefined ? '?' : (heap / 1e6).toFixed(1);
  console.log(
    `${String(at / HOUR).padStart(3)} h  ${String(requests).padStart(9)} requests  ${String(pages).padStart(9)} pages  ${String(deeds).padStart(4)} deeds  world ${(world / 1e3).toFixed(0)} kB  heap ${megabytes} MB  ${hash} ${same ? 'and again' : 'BUT NOT AGAIN'}`,
  );
}
const heaps = slices.flatMap(({ heap }) => heap ?? []);
const world = growth(
  slices.map((slice) => slice.world),
  HOUR,
);
const heap = heaps.length === slices.length ? growth(heaps, HOUR) : { end: 1, peak: 1 };
const again = slices.every(({ same }) => same);
const times = ({ end, peak }: typeof world) => `× ${end.toFixed(2)} at the end, × ${peak.toFixed(2)} at most`;
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s; world ${times(world)}; heap ${times(heap)}`);
console.log(`${again ? 'Every hour' : 'NOT every hour'} led to the same world when it was played again`);
const asked = (slices.at(-1)?.requests ?? 0) >= 0.9 * rate * hours * 3600;
process.exitCode = again && asked && world.end <= FLAT && heap.end <= FLAT ? 0 : 1;
