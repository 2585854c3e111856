import { words as en } from './texts/en.ts';
import type { LmsWords } from './texts/words.ts';
import { words as zhCn } from './texts/zh-cn.ts';

/** The page's own language. */
export const language = document.documentElement.lang;

export const words: LmsWords = language === 'en' ? en : zhCn;
