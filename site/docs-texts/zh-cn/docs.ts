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
  redis: {
    problems: redisProblems,
    fixes: {
      'half-width': '换成半角字符',
      'own-line': '把注释移到单独一行',
      replace: '改成 {name}',
    },
    pages: { directive: redisDirectives },
    facts: redisFacts({
      initial: (value, version) => `${version ? `${version} 的` : ''}默认值：${value}`,
      empty: '空',
      oneOf: (values) => `可用的值：${values.join('、')}`,
      range: (min, max) => `${min} 到 ${max} 之间的数`,
      live: '运行时可用 CONFIG SET 修改；CONFIG REWRITE 才会写回文件',
      restart: '重启后生效',
      guarded: '3.2.1 可用 CONFIG SET 修改；7.0 要 enable-protected-configs 允许才行',
      only: (version) => `只有 ${version} 有`,
      olderName: (name) => `旧名：${name}`,
      noEffect: 'Redis 认识它，但在这个实验里不起作用',
    }),
  },
  xml: {
    problems: { ...xmlProblems, ...xmlSettings },
    fixes: { replace: '改成 {name}', 'half-width': '改成半角字符', 'escape-ampersand': '改成 &amp;' },
    pages: { element: elements, attribute: attributes, class: classes },
    facts: xmlFacts({
      number: '整数',
      flag: '写 true 或 false，其他值都当作 false',
      contains: (names) => `里面可以写 ${names.join('、')} 等`,
      noEffect: 'Tomcat 认识它，但在这个实验里不起作用',
    }),
  },
  java: { problems: javaProblems, fixes: {}, pages: {}, facts: () => [] },
});
