import type { TranscriptWords } from './words.ts';

/** 文字记录用的中文。 */
export const words: TranscriptWords = {
  title: '文字记录',
  about: '整个过程，一个请求一个请求地用文字说一遍；图上有的，这里都有。',
  who: '看谁的',
  everybody: '全部',
  visitor: (name) => `访客 ${name}`,
  events: '只看故障、session 和登录',
  empty: '还什么都没发生。',
  none: '没有发生过这类事情。',
  range: (first, last, total) => `第 ${first}–${last} 条，共 ${total} 条`,
  part: '这次运行很长，这里只列出当前时刻前后的一段；想看别的，就把时间拨到那里。',
  earlier: '往前',
  later: '往后',
  follow: '跟随进度',
  now: '当前时刻',
  copy: '复制全部',
  copied: '已复制',
  download: '下载',
  file: '文字记录.txt',
  why: (chain) => `看请求 ${chain} 的解释`,
};
