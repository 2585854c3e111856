import type { Language } from '../../simulator/core/language.ts';

/**
 * The languages of the editor: which files each is written in, and where its answers come from. Each is loaded
 * when a file of it is opened for the first time.
 */
const languages = {
  xml: {
    files: /\.xml$/,
    load: () => import('../../simulator/tomcat/conf/language.ts').then((module) => module.tomcatXml),
  },
  java: {
    files: /\.java$/,
    load: () => import('../../simulator/tomcat/java/lang/language.ts').then((module) => module.javaLanguage),
  },
  redis: {
    files: /(^|\/)redis[^/]*\.conf$/,
    load: () => import('../../simulator/redis/conf/language.ts').then((module) => module.redisConf),
  },
  shell: {
    files: /\.sh$/,
    load: () => import('../../simulator/shell/language.ts').then((module) => module.shellScript),
  },
  nginx: {
    files: /./,
    load: () => import('../../simulator/nginx/conf/language.ts').then((module) => module.nginxConf),
  },
} as const satisfies Record<string, { files: RegExp; load(): Promise<Language> }>;

export type LanguageId = keyof typeof languages;

export const languageIds = Object.keys(languages) as LanguageId[];

/** The language a file is written in, by its name. */
export function languageOf(name: string): LanguageId {
  return languageIds.find((id) => languages[id].files.test(name)) ?? 'nginx';
}

const loaded = new Map<LanguageId, Promise<Language>>();

/** A language, loaded when first wanted and once only: a page that is only read does without. */
export function loadLanguage(id: LanguageId): Promise<Language> {
  let language = loaded.get(id);
  if (!language) {
    language = languages[id].load();
    loaded.set(id, language);
  }
  return language;
}
