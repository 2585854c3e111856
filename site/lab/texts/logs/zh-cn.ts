import type { LogWords } from './words.ts';

export const words: LogWords = {
  label: '日志文件',
  follow: '跟随末尾',
  copy: '复制',
  copied: '已复制',
  empty: '还是空的。',
};
