import results from '../../test/conformance/results.json';
import sources from '../../test/recordings/sources.json';
import type { Locale } from '../locale.ts';
import { words as en } from './texts/en.ts';
import type { FidelityWords, Reason, Skip, SuiteName } from './texts/words.ts';
import { words as zhCn } from './texts/zh-cn.ts';

/** The page's words in each language. */
export const wordsIn: Record<Locale, FidelityWords> = { en, 'zh-cn': zhCn };

/** One suite as the page shows it. */
export interface Row {
  suite: SuiteName;
  agree: number;
  total: number;
  programs: [name: string, cases: number][];
  /** Since when the project has the recording. */
  kept: string;
}

export const rows: readonly Row[] = results.suites.map(({ suite, file, agree, total, programs }) => ({
  suite: suite as SuiteName,
  agree,
  total,
  programs: Object.entries(programs).sort(([, a], [, b]) => b - a) as Row['programs'],
  kept: sources.kept[file as keyof typeof sources.kept],
}));

/** The programs that were recorded, and where they came from. */
export const builds = Object.entries(sources.programs).map(([program, { from, ...rest }]) => ({
  program,
  from: from as keyof FidelityWords['builds']['from'],
  build: 'build' in rest ? rest.build : '',
}));

/** One reason, with the cases that it stands for. */
export interface Grouped<Why> {
  why: Why;
  cases: { suite: SuiteName; id: string }[];
}

/** Why recordings and simulator differ, in the suites' order. */
export const differences: readonly Grouped<Reason>[] = grouped<Reason>(({ differing }) => differing);

/** Why recordings are not compared. */
export const skips: readonly Grouped<Skip>[] = grouped<Skip>(({ skipped }) => skipped);

function grouped<Why>(of: (suite: (typeof results.suites)[number]) => object): Grouped<Why>[] {
  const groups = new Map<Why, Grouped<Why>>();
  for (const result of results.suites)
    for (const [id, why] of Object.entries(of(result)) as [string, Why][]) {
      const group = groups.get(why) ?? { why, cases: [] };
      groups.set(why, group);
      group.cases.push({ suite: result.suite as SuiteName, id });
    }
  return [...groups.values()];
}
