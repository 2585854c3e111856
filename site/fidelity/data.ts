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
  /** The programs, each with the versions of it and the number of their cases. */
  programs: Named[];
  /** Since when the project has the recording. */
  kept: string;
}

interface Named {
  name: string;
  versions: { version: string; cases: number }[];
}

export const rows: readonly Row[] = results.suites.map(({ suite, file, agree, total, programs }) => ({
  suite: suite as SuiteName,
  agree,
  total,
  programs: byName(programs),
  kept: sources.kept[file as keyof typeof sources.kept],
}));

function byName(programs: object): Named[] {
  const named = new Map<string, Named>();
  const most = (Object.entries(programs) as [string, number][]).sort(([, a], [, b]) => b - a);
  for (const [program, cases] of most) {
    const space = program.lastIndexOf(' ');
    const name = program.slice(0, space);
    const one = named.get(name) ?? { name, versions: [] };
    named.set(name, one);
    one.versions.push({ version: program.slice(space + 1), cases });
  }
  return [...named.values()];
}

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
