import { expect, test } from 'vitest';
import { attributeMatters } from '../../../simulator/tomcat/conf/effects.ts';
import { redisClasses } from '../../../simulator/tomcat/conf/redis-classes.ts';
import { serverRules } from '../../../simulator/tomcat/conf/schema.ts';
import { tomcatClasses } from '../../../simulator/tomcat/conf/tomcat-classes.ts';
import { typeOf } from '../../../simulator/tomcat/conf/vocabulary.ts';
import { webElements } from '../../../simulator/tomcat/conf/web-elements.ts';
import { docs as english } from '../../../site/docs-texts/en/docs.ts';
import { attributes, classes, elements } from '../../../site/docs-texts/en/xml-pages.ts';
import { docs as chinese } from '../../../site/docs-texts/zh-cn/docs.ts';

test('what is explained exists: elements, attributes, classes', () => {
  const known = new Set([
    ...Object.keys(serverRules).flatMap((path) => path.split('/')),
    ...Object.values(webElements).flat(),
  ]);
  expect(Object.keys(elements).filter((name) => !known.has(name))).toEqual([]);
  const unknown = Object.keys(attributes).filter((page) => {
    const [element = '', name = ''] = page.split('/');
    return typeOf(element, name) === undefined;
  });
  expect(unknown).toEqual([]);
  expect(Object.keys(classes).filter((name) => !(name in tomcatClasses) && !(name in redisClasses))).toEqual([]);
});

test('what the lab acts on is explained', () => {
  for (const element of ['Context', 'Engine', 'Host', 'Server', 'Store', 'Connector', 'Manager'])
    for (const name of ['name', 'port', 'jvmRoute', 'directory', 'unloadDelay', 'appBase'])
      if (attributeMatters(element, name)) expect(Object.keys(attributes)).toContain(`${element}/${name}`);
});

test('a page has its sentence and its facts in both languages', () => {
  const entry = { label: 'port', insert: 'port', kind: 'attribute', doc: 'xml/attribute/Connector/port' } as const;
  expect(english.entry(entry)).toEqual({
    title: 'port',
    text: 'The port. Two Tomcats on one machine need different ones.',
    facts: ['A whole number'],
  });
  expect(chinese.entry(entry)?.facts).toEqual(['整数']);
  const idle = { label: 'reloadable', insert: '', kind: 'attribute', doc: 'xml/attribute/Context/reloadable' } as const;
  expect(english.entry(idle)?.facts).toContain('Tomcat knows it; in this lab it changes nothing');
});

test('a problem is explained with the values it has', () => {
  const problem = {
    code: 'xml.property-unknown',
    severity: 'warning',
    file: 'conf/context.xml',
    line: 1,
    from: 0,
    to: 1,
    values: { name: 'pathName', value: 'x' },
  } as const;
  expect(english.problem(problem)).toContain('"pathName"');
  expect(chinese.problem(problem)).toContain('“pathName”');
});
