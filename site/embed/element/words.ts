import type { FrameLocale } from '../protocol.ts';

/** What the element itself says, while there is no lab to say it. */
export const words: Record<
  FrameLocale,
  { title(exercise: string): string; loading: string; failed: string; again: string }
> = {
  en: {
    title: (exercise) => `Session Lab: ${exercise}`,
    loading: 'Loading the lab …',
    failed: 'The lab could not be loaded. It can be opened in a page of its own:',
    again: 'Try again',
  },
  'zh-cn': {
    title: (exercise) => `Session Lab：${exercise}`,
    loading: '正在加载实验……',
    failed: '实验加载失败。可以在单独的页面里打开：',
    again: '重试',
  },
};

/** The site's language that is nearest to a language tag: Chinese for every Chinese, English for all others. */
export const localeOf = (tag: string): FrameLocale => (/^zh\b/i.test(tag) ? 'zh-cn' : 'en');
