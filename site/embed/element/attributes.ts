import {
  type Feedback,
  type FrameLocale,
  feedbacks,
  type Options,
  type Theme,
  themes,
  usualOptions,
} from '../protocol.ts';

/** What the attributes of an element say. */
export interface Settings {
  /** Empty: none, or none that there could be. */
  exercise: string;
  locale: FrameLocale;
  seed: number | undefined;
  /** What the lab begins with, as the part of a link after `#`. */
  prefill: string;
  theme: Theme;
  options: Options;
  /** In CSS pixels; `auto`: as high as the lab. */
  height: number | 'auto';
}

/** Reads attributes. What cannot be understood is as if it were left out. `around`: the page's theme. */
export function settingsOf(
  attribute: (name: string) => string | null,
  locale: FrameLocale,
  around: 'light' | 'dark',
): Settings {
  const exercise = attribute('exercise') ?? '';
  const theme = themes.find((one) => one === attribute('theme')) ?? 'auto';
  const height = wholeIn(attribute('height')?.replace(/px$/, ''));
  return {
    exercise: /^[a-z0-9-]{1,60}(?:\/transfer)?$/.test(exercise) ? exercise : '',
    locale,
    seed: wholeIn(attribute('seed')),
    prefill: (attribute('prefill') ?? '').replace(/^#/, ''),
    theme: theme === 'auto' ? around : theme,
    options: optionsOf(attribute),
    height: height === undefined ? 'auto' : height,
  };
}

function optionsOf(attribute: (name: string) => string | null): Options {
  const feedback: Feedback | undefined = feedbacks.find((one) => one === attribute('feedback'));
  return {
    feedback: feedback ?? usualOptions.feedback,
    maxAttempts: wholeIn(attribute('max-attempts')) ?? usualOptions.maxAttempts,
    hideSolution: isOn(attribute('hide-solution')),
    changes: isOn(attribute('changes')),
    statements: usualOptions.statements,
  };
}

/** As HTML has it: there or not; `false` is for templates that cannot leave an attribute out. */
const isOn = (value: string | null) => value !== null && value !== 'false';

const wholeIn = (text: string | null | undefined): number | undefined =>
  text && /^\d{1,6}$/.test(text) ? Number(text) : undefined;

/** The address of the frame: so much is known there before the first message that nothing has to change after it. */
export function addressOf(site: string, { exercise, locale, seed, prefill, theme, options }: Settings): string {
  const url = new URL(`${locale}/embed/${exercise}/`, site);
  const { feedback, maxAttempts, hideSolution } = options;
  const said = { theme, seed, feedback, maxAttempts, hideSolution };
  for (const [name, value] of Object.entries(said)) if (value !== undefined) url.searchParams.set(name, String(value));
  return prefill ? `${url.href}#${prefill}` : url.href;
}
