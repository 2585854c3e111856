import type { Comparing, Comparison, Pair, SideBySide } from '../../test/bench/beside/side-by-side.ts';
import measured from '../../test/bench/side-by-side.json';
import type { Locale } from '../locale.ts';

/** What was measured last, as `npm run bench -- beside --write` has written it. */
export const sideBySide = measured as SideBySide;

/** What was measured of one thing. */
export function comparisonOf(of: Comparing): Comparison {
  const found = sideBySide.comparisons.find((comparison) => comparison.of === of);
  if (!found) throw new Error(`nothing is known of "${of}"`);
  return found;
}

const number = (locale: Locale, digits = 3) => new Intl.NumberFormat(locale, { maximumSignificantDigits: digits });

interface Words {
  caption: string;
  what: string;
  clocks: Record<'wall' | 'processor', string>;
  real: string;
  ours: string;
  ratio: string;
  names: Record<Comparing, string>;
  perSecond(value: string): string;
  seconds(value: string): string;
  milliseconds(value: string): string;
  microseconds(value: string): string;
  times(value: string): string;
  missing(programs: string): string;
  steps(real: string, ours: string): string;
  machine(date: string, cores: number, processor: string, system: string, versions: string): string;
}

const en: Words = {
  caption: 'How many times as fast the simulator is',
  what: 'What',
  clocks: { wall: 'By the clock', processor: 'By processor time' },
  real: 'Real programs',
  ours: 'Simulator',
  ratio: 'Times as fast',
  names: {
    'requests-in-memory': 'Requests, sessions in memory',
    'requests-through-redis': 'Requests, sessions in Redis',
    'configuration-test': 'Testing nginx.conf',
    scenario: 'One scenario, with start',
    grading: 'One scenario, against grading',
    search: 'Searching every order',
  },
  perSecond: (value) => `${value} /s`,
  seconds: (value) => `${value} s`,
  milliseconds: (value) => `${value} ms`,
  microseconds: (value) => `${value} µs`,
  times: (value) => `${value} ×`,
  missing: (programs) => `Not measured the last time: ${programs} was not installed.`,
  steps: (real, ours) =>
    `With two visitors a complete search takes ${real} steps with SPIN, ${ours} with the simulator.`,
  machine: (date, cores, processor, system, versions) =>
    `Measured on ${date} on ${cores} cores of an ${processor}, ${system}, with ${versions}.`,
};

const zhCn: Words = {
  caption: '模拟器是真实程序的多少倍快',
  what: '比什么',
  clocks: { wall: '按实际时间', processor: '按处理器时间' },
  real: '真实程序',
  ours: '模拟器',
  ratio: '速度是真实程序的',
  names: {
    'requests-in-memory': '请求，session 在内存里',
    'requests-through-redis': '请求，session 在 Redis 里',
    'configuration-test': '检查 nginx.conf',
    scenario: '演一遍，连同启动',
    grading: '演一遍，对比评分',
    search: '搜索所有先后次序',
  },
  perSecond: (value) => `${value} 次/秒`,
  seconds: (value) => `${value} 秒`,
  milliseconds: (value) => `${value} 毫秒`,
  microseconds: (value) => `${value} 微秒`,
  times: (value) => `${value} 倍`,
  missing: (programs) => `上一次没有测：没装 ${programs}。`,
  steps: (real, ours) => `如果只有两位访客，搜完一遍，SPIN 走 ${real} 步，模拟器走 ${ours} 步。`,
  machine: (date, cores, processor, system, versions) =>
    `测于 ${date}，机器是 ${processor} 的 ${cores} 个核，${system}；版本：${versions}。`,
};

export const wordsIn: Record<Locale, Words> = { en, 'zh-cn': zhCn };

/** A figure with its unit, in the size that is read easily. */
export function figureIn(locale: Locale, value: number, unit: 'per second' | 'ms'): string {
  const words = wordsIn[locale];
  const format = number(locale).format;
  if (unit === 'per second') return words.perSecond(format(value));
  if (value >= 1000) return words.seconds(format(value / 1000));
  return value >= 1 ? words.milliseconds(format(value)) : words.microseconds(format(value * 1000));
}

/** A ratio below 1 as a fraction: how much slower the simulator is. */
export function ratioIn(locale: Locale, { ratio }: Pair): string {
  const format = number(locale, ratio >= 10 || ratio <= 0.1 ? 2 : 3).format;
  return wordsIn[locale].times(ratio >= 1 ? format(ratio) : `1/${format(1 / ratio)}`);
}

export const countIn = (locale: Locale, value: number): string => number(locale, 6).format(value);
