import { docsOf } from '../docs.ts';
import { nginxFacts } from '../nginx-facts.ts';
import { directives } from './nginx-directives.ts';
import { parameters } from './nginx-parameters.ts';
import { problems as nginxProblems } from './nginx-problems.ts';
import { variables } from './nginx-variables.ts';
import { problems as xmlProblems } from './xml-problems.ts';

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
  xml: { problems: xmlProblems, fixes: {}, pages: {}, facts: () => [] },
});
