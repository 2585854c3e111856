import type { Component } from 'svelte';
import type { Locale } from '../../locale.ts';
import type { LiveLab } from '../page/live-lab.svelte.ts';

/** What such a view gets; `about`: which of several things it shows. */
interface Props<Words> {
  lab: LiveLab;
  words: Words;
  about?: string | undefined;
}

/** A view of the lab with its words, fetched when it is first shown. */
export type LazyView = (locale: Locale) => Promise<{ View: Component<Props<unknown>>; words: unknown }>;

/** Puts a view and its words, where it has some of its own, together: what is fetched for a language is only that language's. */
export function lazy<Words = undefined>(
  view: () => Promise<{ default: Component<Props<Words>> }>,
  words?: Record<Locale, () => Promise<{ words: Words }>>,
): LazyView {
  return async (locale) => {
    const [{ default: View }, fetched] = await Promise.all([view(), words?.[locale]()]);
    return { View: View as Component<Props<unknown>>, words: fetched?.words };
  };
}
