import { docsOf } from '../docs.ts';
import { nginxFacts } from '../nginx-facts.ts';
import { directives } from './nginx-directives.ts';
import { parameters } from './nginx-parameters.ts';
import { problems as nginxProblems } from './nginx-problems.ts';
import { variables } from './nginx-variables.ts';
import { problems as xmlProblems } from './xml-problems.ts';

/** 编辑器要解释的一切，中文。 */
export const docs = docsOf({
  nginx: {
    problems: nginxProblems,
    fixes: {
      'half-width': '换成半角字符',
      'insert-semicolon': '补上漏掉的 ;',
      replace: '改成 {name}',
    },
    pages: { directive: directives, parameter: parameters, variable: variables },
    facts: nginxFacts({
      contexts: (names) => `写在 ${names.join('、')} 里`,
      anywhere: '哪里都能写',
      words: (counts, more) => {
        const last = counts.at(-1) ?? 0;
        if (last === 0) return '后面不跟参数';
        return more ? `至少 ${last} 个参数` : `${counts.join(' 或 ')} 个参数`;
      },
      flag: '写 on 或 off',
      block: '带一个块',
      oneOf: (values) => `可用的值：${values.join('、')}`,
      noEffect: 'nginx 认识它，但在这个实验里不起作用',
    }),
  },
  xml: { problems: xmlProblems, fixes: {}, pages: {}, facts: () => [] },
});
