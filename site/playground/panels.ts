import type { Component } from 'svelte';
import type { Texts } from '../lab/texts/texts.ts';
import type { Locale } from '../locale.ts';
import type { Bench } from './bench.svelte.ts';
import type { PlaygroundWords } from './texts/words.ts';

/** What every panel of the bench is given. */
export interface PanelProps {
  bench: Bench;
  words: PlaygroundWords;
  locale: Locale;
  t: Texts;
}

type Panel = (locale: Locale) => Promise<{ View: Component<PanelProps>; words: PlaygroundWords }>;

const texts = {
  en: () => import('./texts/en.ts'),
  'zh-cn': () => import('./texts/zh-cn.ts'),
};

const panel =
  (view: () => Promise<{ default: Component<PanelProps> }>): Panel =>
  async (locale) => {
    const [{ default: View }, { words }] = await Promise.all([view(), texts[locale]()]);
    return { View, words };
  };

/** What the experiment on the bench is about. */
export const running = panel(() => import('./panels/Running.svelte'));

/** The panels of the bench, each fetched when it is first opened. */
export const panels = {
  presets: panel(() => import('./panels/Presets.svelte')),
  machines: panel(() => import('./panels/Machines.svelte')),
  files: panel(() => import('./panels/OwnFiles.svelte')),
  experiments: panel(() => import('./panels/Experiments.svelte')),
} satisfies Record<string, Panel>;

export type PanelId = keyof typeof panels;

export const panelIds = Object.keys(panels) as PanelId[];
