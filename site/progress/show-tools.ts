import { mount } from 'svelte';
import type { Locale } from '../locale.ts';
import CopyTools from '../offline/CopyTools.svelte';
import type { OfflineWords } from '../offline/texts/words.ts';
import Tools from './Tools.svelte';
import type { ProgressWords } from './texts/words.ts';

const words: Record<Locale, () => Promise<{ words: ProgressWords }>> = {
  en: () => import('./texts/en.ts'),
  'zh-cn': () => import('./texts/zh-cn.ts'),
};

const offlineWords: Record<Locale, () => Promise<{ words: OfflineWords }>> = {
  en: () => import('../offline/texts/en.ts'),
  'zh-cn': () => import('../offline/texts/zh-cn.ts'),
};

/** Puts the tools for what this browser keeps into an element: the learner's progress, and the offline copy. */
export async function showTools(target: Element, locale: Locale): Promise<void> {
  const [progress, offline] = await Promise.all([words[locale](), offlineWords[locale]()]);
  mount(Tools, { target, props: progress });
  mount(CopyTools, { target, props: offline });
}
