import type { Component } from 'svelte';
import type { Locale } from '../../locale.ts';
import type { LiveLab } from '../page/live-lab.svelte.ts';

/** A view of the lab with its words, fetched when it is first shown. */
export type LazyView = (
  locale: Locale,
) => Promise<{ View: Component<{ lab: LiveLab; words: unknown }>; words: unknown }>;

/** Puts a view and its words together: what is fetched for a language is only that language's. */
export function lazy<Words>(
  view: () => Promise<{ default: Component<{ lab: LiveLab; words: Words }> }>,
  words: Record<Locale, () => Promise<{ words: Words }>>,
): LazyView {
  return async (locale) => {
    const [{ default: View }, fetched] = await Promise.all([view(), words[locale]()]);
    return { View: View as Component<{ lab: LiveLab; words: unknown }>, words: fetched.words };
  };
}
