import type { Fix } from '../../simulator/core/language.ts';
import type { Completion, Problem } from '../../simulator/core/text.ts';
import type { Locale } from '../locale.ts';

/** All that the editor explains in one language of the site. */
export interface Docs {
  /** What is wrong, where it comes from and what to do. */
  problem(problem: Problem): string;
  /** What a word means: our sentence where we wrote one, and what the table says. */
  entry(entry: Completion): Explanation | undefined;
  /** What the button of a ready repair says. */
  fix(fix: Fix): string;
}

/** The explanation of one word. */
export interface Explanation {
  title: string;
  text: string | undefined;
  /** Contexts, arguments, default, and whether it has an effect here; one line each. */
  facts: string[];
}

/**
 * What one language of the editor (nginx.conf, XML, …) is explained with, in one language of the site.
 * A problem `nginx.unknown-directive` is told by `problems['unknown-directive']` of `nginx`, a fix likewise;
 * the page `nginx/directive/ip_hash` is `pages.directive.ip_hash` of `nginx`.
 */
export interface LanguageDocs {
  /** `{x}` stands for a value of the problem. */
  problems: Readonly<Record<string, string>>;
  fixes: Readonly<Record<string, string>>;
  pages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the language's own tables say of a word. */
  facts(kind: string, name: string): string[];
}

/** Puts the languages' explanations together, by the id of each language. */
export function docsOf(languages: Readonly<Record<string, LanguageDocs>>): Docs {
  const split = (code: string): [LanguageDocs | undefined, string] => {
    const dot = code.indexOf('.');
    return [languages[code.slice(0, dot)], code.slice(dot + 1)];
  };
  return {
    problem({ code, values }) {
      const [language, name] = split(code);
      return filled(language?.problems[name] ?? '', values);
    },
    entry({ doc, label }) {
      const [id = '', kind = '', ...rest] = doc.split('/');
      const [language, name] = [languages[id], rest.join('/')];
      const text = language?.pages[kind]?.[name];
      const facts = language?.facts(kind, name) ?? [];
      return text || facts.length > 0 ? { title: label, text, facts } : undefined;
    },
    fix({ code, values }) {
      const [language, name] = split(code);
      return filled(language?.fixes[name] ?? '', values);
    },
  };
}

const filled = (text: string, values: Problem['values']) =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));

const loaded = new Map<Locale, Promise<Docs>>();

/** The explanations of one language, loaded on the first problem or the first word asked about. */
export function loadDocs(locale: Locale): Promise<Docs> {
  let docs = loaded.get(locale);
  if (!docs) {
    docs = (locale === 'en' ? import('./en/docs.ts') : import('./zh-cn/docs.ts')).then((module) => module.docs);
    loaded.set(locale, docs);
  }
  return docs;
}
