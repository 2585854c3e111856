import type { WorldView } from '../protocol.ts';
import type { Texts } from '../texts/texts.ts';
import { type LazyView, lazy } from './lazy.ts';

/** A tab under the lab. */
export type PaneId = Exclude<keyof Texts['panes'], 'label'>;

/** The panes that are fetched when their tab is first opened, and which labs have them. */
export const lazyPanes: readonly { id: PaneId; shown(world: WorldView): boolean; view: LazyView }[] = [
  {
    id: 'transcript',
    shown: () => true,
    view: lazy(() => import('./transcript/Transcript.svelte'), {
      en: () => import('../texts/transcript/en.ts'),
      'zh-cn': () => import('../texts/transcript/zh-cn.ts'),
    }),
  },
  {
    id: 'xray',
    shown: () => true,
    view: lazy(() => import('./xray/Xray.svelte'), {
      en: () => import('../texts/xray/en.ts'),
      'zh-cn': () => import('../texts/xray/zh-cn.ts'),
    }),
  },
  {
    id: 'keys',
    shown: ({ redis }) => redis !== undefined,
    view: lazy(() => import('./keys/Keys.svelte'), {
      en: () => import('../texts/keys/en.ts'),
      'zh-cn': () => import('../texts/keys/zh-cn.ts'),
    }),
  },
  {
    id: 'compare',
    shown: () => true,
    view: lazy(() => import('./compare/Compare.svelte'), {
      en: () => import('../texts/compare/en.ts'),
      'zh-cn': () => import('../texts/compare/zh-cn.ts'),
    }),
  },
  {
    id: 'states',
    shown: () => true,
    view: lazy(() => import('./charts/Charts.svelte'), {
      en: () => import('../texts/charts/en.ts'),
      'zh-cn': () => import('../texts/charts/zh-cn.ts'),
    }),
  },
  {
    id: 'logs',
    shown: () => true,
    view: lazy(() => import('./Logs.svelte'), {
      en: () => import('../texts/logs/en.ts'),
      'zh-cn': () => import('../texts/logs/zh-cn.ts'),
    }),
  },
];
