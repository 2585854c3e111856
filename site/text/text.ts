import type { Locale } from '../locale.ts';
import { en, type Text } from './en.ts';
import { zhCn } from './zh-cn.ts';

/** The site's words in each language. */
export const text: Record<Locale, Text> = { en, 'zh-cn': zhCn };
