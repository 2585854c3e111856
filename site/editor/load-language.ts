import type { EditorLanguage } from './language.ts';

const loaded = new Map<EditorLanguage['id'], Promise<EditorLanguage>>();

/** A language, loaded when first wanted and once only: a page that is only read does without. */
export function loadLanguage(id: EditorLanguage['id']): Promise<EditorLanguage> {
  let language = loaded.get(id);
  if (!language) {
    language = id === 'nginx' ? import('./nginx.ts').then((m) => m.nginx) : import('./xml.ts').then((m) => m.xml);
    loaded.set(id, language);
  }
  return language;
}
