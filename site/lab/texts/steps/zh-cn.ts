import type { StepWords } from './words.ts';

/** 步骤表用的中文。 */
export const words: StepWords = {
  title: '一步一步，新的在上',
  about: '代替动画：什么东西动了，从哪里到哪里，带着什么 cookie，到了之后变了什么。',
  when: '发出 → 到达',
  request: '请求',
  way: '从 → 到',
  what: '内容',
  cookie: 'session cookie',
  changed: '到了之后',
  why: (chain) => `${chain} 在各处的决定和原因`,
  none: '还没有东西动过。让一位访客打开页面，再单步走。',
  sets: '新 cookie：',
  ends: { 'under way': '还在路上', lost: '半路丢了', untaken: '没人收' },
};
