import type { Locale } from '../locale.ts';

/** What a lab with terminals needs besides: the view and its words, fetched only then. */
export async function terminalParts(locale: Locale) {
  const [{ default: Terminals }, { words }] = await Promise.all([
    import('./views/terminal/Terminals.svelte'),
    locale === 'en' ? import('./texts/terminal/en.ts') : import('./texts/terminal/zh-cn.ts'),
  ]);
  return { Terminals, words };
}
