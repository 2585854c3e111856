import { type FrameLocale, feedbacks, frameLocales, type Options, type Theme, themes } from './protocol.ts';

/** What the address of a frame asks for, between `?` and `#`. */
export interface Asked {
  theme: Theme | undefined;
  /** Of the lab's randomness. */
  seed: number | undefined;
  options: Partial<Options>;
  /** Parts of ours that cannot be as they are, e.g. `theme=pink`. */
  wrong: string[];
}

/** Seeds are taken modulo this by the simulator. */
const LARGEST_SEED = 2 ** 32;

/** Reads a query. Names that are not ours are left to others: learning platforms add their own. */
export function askedIn(query: string): Asked {
  const asked: Asked = { theme: undefined, seed: undefined, options: {}, wrong: [] };
  for (const [name, value] of new URLSearchParams(query)) {
    const read = readers[name];
    if (read && !read(asked, value)) asked.wrong.push(`${name}=${value}`);
  }
  return asked;
}

const readers: Record<string, ((asked: Asked, value: string) => boolean) | undefined> = {
  __proto__: null as never,
  theme(asked, value) {
    asked.theme = themes.find((theme) => theme === value);
    return asked.theme !== undefined;
  },
  seed(asked, value) {
    asked.seed = wholeIn(value);
    return asked.seed !== undefined;
  },
  feedback(asked, value) {
    const feedback = feedbacks.find((one) => one === value);
    if (feedback) asked.options.feedback = feedback;
    return feedback !== undefined;
  },
  maxAttempts(asked, value) {
    const maxAttempts = wholeIn(value);
    if (maxAttempts !== undefined) asked.options.maxAttempts = maxAttempts;
    return maxAttempts !== undefined;
  },
  hideSolution(asked, value) {
    asked.options.hideSolution = value === 'true';
    return value === 'true' || value === 'false';
  },
};

function wholeIn(text: string): number | undefined {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return number <= LARGEST_SEED ? number : undefined;
}

/** The same page in another language: `/base/en/embed/x/` becomes `/base/zh-cn/embed/x/`. */
export function addressIn(
  locale: FrameLocale,
  { pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>,
): string {
  const turned = pathname.replace(new RegExp(`/(?:${frameLocales.join('|')})/(?=embed/)`), `/${locale}/`);
  return `${turned}${search}${hash}`;
}
