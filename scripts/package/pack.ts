import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { PackageData } from '../../site/lms/recorder.ts';
import { wayTo } from '../../site/relocate/addresses.ts';
import { cmi5 } from './cmi5.ts';
import { type Described, described } from './exercise.ts';
import { filesFor } from './files.ts';
import type { Order } from './order.ts';
import { entry, scorm12 } from './scorm12.ts';
import { scorm2004 } from './scorm2004.ts';

/** A package's files by path. */
export type Package = Record<string, Uint8Array>;

/**
 * Makes a package from a built site: the exercise's frame with all that it needs, a first page around it, and what the
 * format wants to know of it. The same site gives the same bytes.
 * @throws when the site lacks one of the pages.
 */
export async function packed(order: Order, site: string): Promise<Package> {
  const exercise = await described(order.exercise);
  const frame = `${order.locale}/embed/${order.exercise}/index.html`;
  const host = `${order.locale}/lms/${order.format}/index.html`;
  const files = filesFor(order.exercise, [frame, host], site).filter((path) => path !== host);
  const all: Package = Object.fromEntries(files.map((path) => [path, readFileSync(join(site, path))]));
  all[frame] = strToU8(framePage(readFileSync(join(site, frame), 'utf8'), order));
  all[entry] = strToU8(firstPage(readFileSync(join(site, host), 'utf8'), order, exercise, frame));
  const listed = Object.keys(all).sort();
  if (order.format === 'scorm12') all['imsmanifest.xml'] = strToU8(scorm12(exercise, order, listed));
  if (order.format === 'scorm2004') all['imsmanifest.xml'] = strToU8(scorm2004(exercise, order, listed));
  if (order.format === 'cmi5') all['cmi5.xml'] = strToU8(cmi5(exercise, order, entry));
  return all;
}

/** The frame leads to the full course, which is not in the package: it does so where the course's address is known. */
function framePage(built: string, { exercise, locale }: Order): string {
  const near = wayTo(`${locale}/embed/${exercise}/index.html`, `${locale}/${exercise}/`);
  const course = /<link rel="canonical" href="([^"]+)"/.exec(built)?.[1];
  if (course)
    return built.replaceAll(`"${near}"`, `"${course}"`).replaceAll(`&quot;${near}&quot;`, `&quot;${course}&quot;`);
  return built.replace(new RegExp(`<a [^>]*href="${near.replaceAll('.', '\\.')}"[^>]*>[^<]*</a>`), '');
}

/** The page around the frame, told which exercise it plays, and brought from its folder to the package's root. */
function firstPage(built: string, { locale, mastery }: Order, exercise: Described, frame: string): string {
  const data: PackageData = {
    exercise: exercise.id,
    title: exercise.title[locale],
    frame,
    mastery,
    checks: exercise.checks[locale],
    beginning: exercise.beginning,
  };
  return exchanged(
    exchanged(
      built.replaceAll('="../../../', '="./'),
      'data-package=""',
      `data-package="${escaped(JSON.stringify(data))}"`,
    ),
    '<title>Session Lab</title>',
    `<title>${escaped(exercise.title[locale])} · Session Lab</title>`,
  );
}

function exchanged(page: string, from: string, to: string): string {
  if (!page.includes(from)) throw new Error(`the page around an exercise lacks ${from}`);
  return page.replace(from, () => to);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Zips count years from 1980, and know no time zone: every file is from the same moment. */
const MOMENT = new Date(1980, 0, 1);

/** A package as a zip; its manifest and first page come first, for those who read no further. */
export function zipped(files: Package): Uint8Array {
  const first = (path: string) => (path.includes('/') ? 1 : 0);
  const paths = Object.keys(files).sort((a, b) => first(a) - first(b) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(paths.map((path) => [path, files[path] as Uint8Array])), {
    level: 9,
    mtime: MOMENT,
  });
}
