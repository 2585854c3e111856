import type { Texts } from '../texts/texts.ts';
import type { IconName } from './Icon.svelte';
import { type LazyView, lazy } from './lazy.ts';

/** A button in the toolbar that opens a strip below it. */
export type ToolId = Exclude<keyof Texts['tools'], 'label'>;

export interface Tool {
  id: ToolId;
  icon: IconName;
  view: LazyView;
}

/** What can be done to the whole lab, fetched when it is first opened. */
export const tools: readonly Tool[] = [
  {
    id: 'traffic',
    icon: 'traffic',
    view: lazy(() => import('./traffic/Traffic.svelte'), {
      en: () => import('../texts/traffic/en.ts'),
      'zh-cn': () => import('../texts/traffic/zh-cn.ts'),
    }),
  },
  {
    id: 'faults',
    icon: 'kill',
    view: lazy(() => import('./faults/Faults.svelte'), {
      en: () => import('../texts/faults/en.ts'),
      'zh-cn': () => import('../texts/faults/zh-cn.ts'),
    }),
  },
  {
    id: 'share',
    icon: 'copy',
    view: lazy(() => import('./share/Share.svelte'), {
      en: () => import('../texts/share/en.ts'),
      'zh-cn': () => import('../texts/share/zh-cn.ts'),
    }),
  },
];
