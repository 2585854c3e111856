import type { Locale } from '../../locale.ts';

/** What stands around the live example. */
export const demoWords: Record<Locale, { settings: string; fallback: string; log: string; none: string }> = {
  en: {
    settings: 'Attributes of the element below',
    fallback: 'Open the exercise in the full course',
    log: 'Every message, the newest first',
    none: 'Nothing has been said yet.',
  },
  'zh-cn': {
    settings: '下面这个元素的属性',
    fallback: '在完整课程中打开这个练习',
    log: '全部消息，最新的在最前',
    none: '还没有消息。',
  },
};
