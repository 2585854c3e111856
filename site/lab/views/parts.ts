import { lazy } from './lazy.ts';

// The parts of a lab that are fetched when they are first shown.

/** The same as the moving picture, for those who want nothing to move. */
export const requests = lazy(() => import('./Requests.svelte'));
export const steps = lazy(() => import('./steps/Steps.svelte'), {
  en: () => import('../texts/steps/en.ts'),
  'zh-cn': () => import('../texts/steps/zh-cn.ts'),
});
export const help = lazy(() => import('./Help.svelte'), {
  en: () => import('../texts/help/en.ts'),
  'zh-cn': () => import('../texts/help/zh-cn.ts'),
});
export const timeline = lazy(() => import('./time/Timeline.svelte'), {
  en: () => import('../texts/time/en.ts'),
  'zh-cn': () => import('../texts/time/zh-cn.ts'),
});
export const spaceTime = lazy(() => import('./space-time/SpaceTime.svelte'), {
  en: () => import('../texts/space-time/en.ts'),
  'zh-cn': () => import('../texts/space-time/zh-cn.ts'),
});
export const crowd = lazy(() => import('./traffic/Crowd.svelte'), {
  en: () => import('../texts/traffic/en.ts'),
  'zh-cn': () => import('../texts/traffic/zh-cn.ts'),
});
export const terminals = lazy(() => import('./terminal/Terminals.svelte'), {
  en: () => import('../texts/terminal/en.ts'),
  'zh-cn': () => import('../texts/terminal/zh-cn.ts'),
});
export const keeping = lazy(() => import('./Keeping.svelte'), {
  en: () => import('../../progress/texts/en.ts'),
  'zh-cn': () => import('../../progress/texts/zh-cn.ts'),
});
