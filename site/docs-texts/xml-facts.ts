import { attributeMatters, elementMatters } from '../../simulator/tomcat/conf/effects.ts';
import { typeOf } from '../../simulator/tomcat/conf/vocabulary.ts';
import { effectiveWebElements, webElements } from '../../simulator/tomcat/conf/web-elements.ts';

/** How the facts of Tomcat's tables are said in one language of the site. */
export interface XmlFactWords {
  number: string;
  flag: string;
  contains(elements: readonly string[]): string;
  noEffect: string;
}

/** What the tables say of an element or an attribute: how its value is read, what it may hold, whether it matters here. */
export function xmlFacts(words: XmlFactWords): (kind: string, name: string) => string[] {
  return (kind, name) => {
    if (kind === 'attribute') return attributeFacts(words, name);
    if (kind !== 'element') return [];
    const inside = webElements[name];
    const matters =
      inside || effectiveWebElements.has(name) ? effectiveWebElements.has(name) : elementMatters(name, undefined);
    return [...(inside ? [words.contains(inside.slice(0, 8))] : []), ...(matters ? [] : [words.noEffect])];
  };
}

function attributeFacts(words: XmlFactWords, page: string): string[] {
  const [element = '', name = ''] = page.split('/');
  const type = typeOf(element, name);
  return [
    ...(type === 'int' || type === 'long' ? [words.number] : type === 'boolean' ? [words.flag] : []),
    ...(attributeMatters(element, name) ? [] : [words.noEffect]),
  ];
}
