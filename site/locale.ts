/** The site's languages by the first part of their addresses. */
export const locales = ['en', 'zh-cn'] as const;
export type Locale = (typeof locales)[number];

/** What `lang` attributes say, and what each language calls itself, at length and where room is short. */
export const languages = {
  en: { lang: 'en', name: 'English', short: 'EN' },
  'zh-cn': { lang: 'zh-CN', name: '简体中文', short: '中' },
} satisfies Record<Locale, { lang: string; name: string; short: string }>;

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page, e.g. `/en/ip-hash/`, wherever the site is mounted. */
export const href = (path: string): string => base + path;

/** The language of an address; pages outside both (the root, 404) speak English to machines. */
export function localeOf(url: URL): Locale {
  const first = url.pathname.slice(base.length).split('/')[1];
  return locales.find((locale) => locale === first) ?? 'en';
}

/** The same page in another language. */
export function inLocale(url: URL, locale: Locale): string {
  const rest = url.pathname.slice(base.length).split('/').slice(2).join('/');
  return href(`/${locale}/${rest}`);
}
