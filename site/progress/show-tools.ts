import { mount } from 'svelte';
import type { Locale } from '../locale.ts';
import Tools from './Tools.svelte';
import type { ProgressWords } from './texts/words.ts';

const words: Record<Locale, () => Promise<{ words: ProgressWords }>> = {
  en: () => import('./texts/en.ts'),
  'zh-cn': () => import('./texts/zh-cn.ts'),
};

/** Puts the tools for the learner's progress into an element. */
export async function showTools(target: Element, locale: Locale): Promise<void> {
  mount(Tools, { target, props: await words[locale]() });
}
