import { docsOf } from '../docs.ts';
import { nginxFacts } from '../nginx-facts.ts';
import { redisFacts } from '../redis-facts.ts';
import { xmlFacts } from '../xml-facts.ts';
import { problems as javaProblems } from './java-problems.ts';
import { directives } from './nginx-directives.ts';
import { parameters } from './nginx-parameters.ts';
import { problems as nginxProblems } from './nginx-problems.ts';
import { variables } from './nginx-variables.ts';
import { directives as redisDirectives } from './redis-directives.ts';
import { problems as redisProblems } from './redis-problems.ts';
import { attributes, classes, elements } from './xml-pages.ts';
import { problems as xmlProblems } from './xml-problems.ts';
import { settings as xmlSettings } from './xml-settings.ts';

/** Everything the editor explains, in English. */
export const docs = docsOf({
  nginx: {
    problems: nginxProblems,
    fixes: {
      'half-width': 'Write the ASCII character instead',
      'insert-semicolon': 'Insert the missing ;',
      replace: 'Write {name} instead',
    },
    pages: { directive: directives, parameter: parameters, variable: variables },
    facts: nginxFacts({
      contexts: (names) => `Stands in ${names.join(', ')}`,
      anywhere: 'May stand anywhere',
      words: (counts, more) => {
        const last = counts.at(-1) ?? 0;
        if (last === 0) return 'Takes nothing';
        const number = more ? `at least ${last}` : counts.join(' or ');
        return `Takes ${number} ${number === '1' ? 'word' : 'words'}`;
      },
      flag: 'Takes on or off',
      block: 'Opens a block',
      oneOf: (values) => `Known words: ${values.join(', ')}`,
      noEffect: 'nginx knows it; in this lab it changes nothing',
    }),
  },
  redis: {
    problems: redisProblems,
    fixes: {
      'half-width': 'Write the ASCII character instead',
      'own-line': 'Put the comment on a line of its own',
      replace: 'Write {name} instead',
    },
    pages: { directive: redisDirectives },
    facts: redisFacts({
      initial: (value, version) => `Default${version ? ` in ${version}` : ''}: ${value}`,
      empty: 'empty',
      oneOf: (values) => `One of: ${values.join(', ')}`,
      range: (min, max) => `A number from ${min} to ${max}`,
      live: 'CONFIG SET changes it while Redis runs; only CONFIG REWRITE writes that into the file',
      restart: 'Takes effect at the next start',
      guarded: 'CONFIG SET changes it in 3.2.1; in 7.0 only where enable-protected-configs allows it',
      only: (version) => `Only in ${version}`,
      olderName: (name) => `Older name: ${name}`,
      noEffect: 'Redis knows it; in this lab it changes nothing',
    }),
  },
  xml: {
    problems: { ...xmlProblems, ...xmlSettings },
    fixes: {
      replace: 'Write {name} instead',
      'half-width': 'Write the ASCII character instead',
      'escape-ampersand': 'Write &amp; instead',
    },
    pages: { element: elements, attribute: attributes, class: classes },
    facts: xmlFacts({
      number: 'A whole number',
      flag: 'true or false; anything else counts as false',
      contains: (names) => `May hold ${names.join(', ')} …`,
      noEffect: 'Tomcat knows it; in this lab it changes nothing',
    }),
  },
  java: { problems: javaProblems, fixes: {}, pages: {}, facts: () => [] },
});
