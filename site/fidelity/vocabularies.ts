import { allCommands } from '../../simulator/nginx/conf/catalogue.ts';
import { EFFECTIVE as nginxEffective } from '../../simulator/nginx/conf/effects.ts';
import { directivesOf } from '../../simulator/redis/conf/directive.ts';
import { EFFECTIVE as redisEffective } from '../../simulator/redis/conf/effects.ts';
import { directiveNames } from '../../simulator/redis/conf/language.ts';
import { attributeMatters, effectiveAttributes, elementMatters } from '../../simulator/tomcat/conf/effects.ts';
import { everyClass, everyElement } from '../../simulator/tomcat/conf/vocabulary.ts';
import { effectiveWebElements, webElements } from '../../simulator/tomcat/conf/web-elements.ts';
import results from '../../test/conformance/results.json';
import type { Fate, Vocabulary } from './texts/words.ts';

/** A word that the real program knows, and what becomes of it here. */
export interface Word {
  name: string;
  fate: Fate;
  /** Where it belongs: nginx's module, the element of an attribute, a class's package. */
  group: string;
  /** The only version that knows it. */
  only?: string;
}

/** Every word of every vocabulary, taken from the simulator's own tables and, for Redis commands, from its answers. */
export const vocabularies = (): { id: Vocabulary; words: readonly Word[] }[] => [
  { id: 'nginx', words: nginxWords() },
  { id: 'tomcat', words: tomcatWords() },
  { id: 'web-xml', words: webWords() },
  { id: 'classes', words: classWords() },
  { id: 'redis-conf', words: redisDirectives() },
  { id: 'redis-commands', words: redisCommands() },
];

const acting = (acts: boolean): Fate => (acts ? 'acts' : 'accepted');

function nginxWords(): Word[] {
  return [...allCommands()].map(([name, [first]]) => ({
    name,
    fate: acting(nginxEffective.has(name)),
    group: first?.module ?? '',
  }));
}

function redisDirectives(): Word[] {
  const old = new Set(directiveNames('3.2.1'));
  const now = new Map(directiveNames('7.0.15').map((name) => [name, name]));
  for (const { name, alias } of directivesOf['7.0.15'].values()) if (alias !== undefined) now.set(alias, name);
  return [...new Set([...old, ...now.keys()])].sort().map((name) => ({
    name,
    fate: acting(redisEffective.has(now.get(name) ?? name)),
    group: '',
    ...onlyIn(old.has(name), now.has(name)),
  }));
}

function redisCommands(): Word[] {
  const { '3.2.1': old, '7.0.15': now } = results.redisCommands;
  const fates = new Map(Object.entries({ ...old, ...now }) as [string, keyof typeof toldAs][]);
  return [...fates]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, fate]) => ({
      name: name.replace('|', ' ').toUpperCase(),
      fate: toldAs[fate],
      group: '',
      ...(name.includes('|') ? {} : onlyIn(name in old, name in now || `${name}|help` in now)),
    }));
}

const toldAs = { modelled: 'acts', library: 'library', partly: 'partly', missing: 'missing' } as const;

const onlyIn = (old: boolean, now: boolean) => (old === now ? {} : { only: old ? '3.2.1' : '7.0.15' });

function tomcatWords(): Word[] {
  return [...everyElement()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([element, attributes]) => {
      const names = new Set([...attributes.keys(), ...effectiveAttributes(element)]);
      return [
        { name: `<${element}>`, fate: acting(elementMatters(element, undefined)), group: element },
        ...[...names].sort().map((name) => ({ name, fate: acting(attributeMatters(element, name)), group: element })),
      ];
    });
}

function webWords(): Word[] {
  const names = [...new Set([...Object.values(webElements).flat(), ...effectiveWebElements])].sort();
  return names.map((name) => ({ name, fate: acting(effectiveWebElements.has(name)), group: '' }));
}

/** Of a class, the element that may name it does not matter: it is one that the lab acts on. */
function classWords(): Word[] {
  return [...everyClass].sort().map((name) => {
    const dot = name.lastIndexOf('.');
    return {
      name: name.slice(dot + 1),
      fate: acting(elementMatters('Manager', name)),
      group: name.slice(0, dot),
    };
  });
}
