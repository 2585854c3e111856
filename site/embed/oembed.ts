import type { Locale } from '../locale.ts';

/** What a page is told that wants to show an exercise by its address (oembed.com, type `rich`). */
export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: 'Session Lab';
  provider_url: string;
  width: number;
  height: number;
  html: string;
  /** In seconds. */
  cache_age: number;
}

/** A file cannot hear how wide a page would like to have it: one size, which the frame fills whatever it is. */
const SIZE = { width: 800, height: 900 };
const DAY = 86_400;

/** A frame that may run its scripts, open the course in a window, and save a file. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** `root`: where the site lives, with a slash at its end. */
export function oembedOf(exercise: string, title: string, locale: Locale, root: string): OEmbed {
  const { width, height } = SIZE;
  const src = escaped(new URL(`${locale}/embed/${exercise}/`, root).href);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Session Lab',
    provider_url: root,
    width,
    height,
    html: `<iframe src="${src}" width="${width}" height="${height}" title="${escaped(title)}" loading="lazy" sandbox="${SANDBOX}" style="max-width:100%;border:0"></iframe>`,
    cache_age: DAY,
  };
}

/** The file that tells it, as a path from the site's root. */
export const oembedPath = (exercise: string, locale: Locale): string => `oembed/${locale}/${exercise}.json`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
