import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { cmi5 } from '../../../scripts/package/cmi5.ts';
import { described } from '../../../scripts/package/exercise.ts';
import { formats, type Order, orderFrom } from '../../../scripts/package/order.ts';
import { scorm12 } from '../../../scripts/package/scorm12.ts';
import { scorm2004 } from '../../../scripts/package/scorm2004.ts';

// What the schemas of the three formats ask of a manifest, as far as ours go.

/** An element as it stands in the document, its children in order. */
interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  ignoreDeclaration: true,
});

function rootOf(document: string): Element {
  const read = (node: Record<string, unknown>): Element => {
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    const inside = node[name] as Record<string, unknown>[];
    return {
      name,
      attributes: (node[':@'] ?? {}) as Record<string, string>,
      children: inside.filter((child) => !('#text' in child)).map(read),
      text: inside.map((child) => child['#text'] ?? '').join(''),
    };
  };
  return read((parser.parse(document) as Record<string, unknown>[])[0] as Record<string, unknown>);
}

/** The element at the end of a path of names. */
function at(root: Element, ...path: string[]): Element {
  let found = root;
  for (const name of path) {
    const next = found.children.find((child) => child.name === name);
    if (!next) throw new Error(`${found.name} has no ${name}`);
    found = next;
  }
  return found;
}
const names = (element: Element) => element.children.map(({ name }) => name);
const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];

const NCName = /^[\p{L}_][\p{L}\p{N}._-]*$/u;
const IRI = /^[a-z][a-z\d+.-]*:\S+$/i;
const files = ['_astro/a&b.js', 'en/embed/failover/transfer/index.html', 'index.html'];
const order: Order = { exercise: 'failover/transfer', format: 'scorm12', locale: 'zh-cn', mastery: 0.7, out: 'x.zip' };
const exercise = await described(order.exercise);

/** Prefixes that are used are declared, identifiers are names and stand once, what is referred to is there. */
function wellFormed(root: Element): void {
  const elements = all(root);
  const prefixes = elements.flatMap(({ name, attributes }) =>
    [name, ...Object.keys(attributes)].flatMap((one) => (one.includes(':') ? [one.split(':')[0]] : [])),
  );
  for (const prefix of new Set(prefixes))
    if (prefix !== 'xmlns' && prefix !== 'xml') expect(root.attributes, prefix).toHaveProperty([`xmlns:${prefix}`]);
  const identifiers = elements.flatMap(({ attributes: { identifier } }) => identifier ?? []);
  expect(new Set(identifiers).size).toBe(identifiers.length);
  for (const identifier of identifiers) expect(identifier).toMatch(NCName);
  for (const { identifierref } of elements.map(({ attributes }) => attributes))
    if (identifierref !== undefined) expect(identifiers).toContain(identifierref);
}

test('SCORM 1.2: imsmanifest.xml keeps the rules of imscp_rootv1p1p2 and adlcp_rootv1p2', () => {
  const root = rootOf(scorm12(exercise, order, files));
  wellFormed(root);
  expect(root.name).toBe('manifest');
  expect(root.attributes['xmlns']).toBe('http://www.imsproject.org/xsd/imscp_rootv1p1p2');
  expect(names(root)).toEqual(['metadata', 'organizations', 'resources']);
  const metadata = at(root, 'metadata');
  expect(names(metadata)).toEqual(['schema', 'schemaversion', 'imsmd:lom']);
  expect(metadata.children.slice(0, 2).map(({ text }) => text)).toEqual(['ADL SCORM', '1.2']);
  const organizations = at(root, 'organizations');
  const organization = at(organizations, 'organization');
  expect(organizations.attributes['default']).toBe(organization.attributes['identifier']);
  expect(names(organization)).toEqual(['title', 'item']);
  const item = at(organization, 'item');
  expect(names(item)).toEqual(['title', 'adlcp:masteryscore']);
  expect(at(item, 'title').text).toBe(exercise.title['zh-cn']);
  expect(at(item, 'adlcp:masteryscore').text).toBe('70');
  const { attributes, children } = at(root, 'resources', 'resource');
  expect(attributes).toEqual({
    identifier: 'RESOURCE',
    type: 'webcontent',
    'adlcp:scormtype': 'sco',
    href: 'index.html',
  });
  expect(children.map((file) => file.attributes['href'])).toEqual(files);
});

test('SCORM 2004: imsmanifest.xml keeps the rules of imscp_v1p1, adlcp_v1p3 and imsss', () => {
  const root = rootOf(scorm2004(exercise, order, files));
  wellFormed(root);
  expect(root.attributes['xmlns']).toBe('http://www.imsglobal.org/xsd/imscp_v1p1');
  expect(names(root)).toEqual(['metadata', 'organizations', 'resources']);
  expect(at(root, 'metadata', 'schemaversion').text).toBe('2004 4th Edition');
  const organization = at(root, 'organizations', 'organization');
  expect(names(organization)).toEqual(['title', 'item', 'imsss:sequencing']);
  const sequencing = at(organization, 'item', 'imsss:sequencing');
  expect(names(sequencing)).toEqual(['imsss:objectives', 'imsss:deliveryControls']);
  const objective = at(sequencing, 'imsss:objectives', 'imsss:primaryObjective');
  expect(objective.attributes).toEqual({ objectiveID: 'PRIMARY', satisfiedByMeasure: 'true' });
  expect(Number(at(objective, 'imsss:minNormalizedMeasure').text)).toBe(0.7);
  const { attributes } = at(root, 'resources', 'resource');
  expect(attributes['adlcp:scormType']).toBe('sco');
  expect(attributes).not.toHaveProperty(['adlcp:scormtype']);
});

test('cmi5: cmi5.xml keeps the rules of CourseStructure', () => {
  const root = rootOf(cmi5(exercise, order, 'index.html'));
  expect(root.name).toBe('courseStructure');
  expect(root.attributes).toEqual({ xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' });
  expect(names(root)).toEqual(['course', 'au']);
  const [course, unit] = [at(root, 'course'), at(root, 'au')];
  expect(names(course)).toEqual(['title', 'description']);
  expect(names(unit)).toEqual(['title', 'description', 'url']);
  expect(course.attributes['id']).toMatch(IRI);
  expect(unit.attributes['id']).toMatch(IRI);
  expect(unit.attributes['id']).not.toBe(course.attributes['id']);
  expect(unit.attributes).toMatchObject({ moveOn: 'Passed', launchMethod: 'AnyWindow', masteryScore: '0.7' });
  expect(at(unit, 'title').children.map(({ attributes, text }) => [attributes['lang'], text])).toEqual([
    ['en-US', exercise.title.en],
    ['zh-CN', exercise.title['zh-cn']],
  ]);
});

test('an exercise is described in both languages, with what each check asks for', () => {
  for (const language of ['en', 'zh-cn'] as const) {
    expect(exercise.title[language]).not.toBe('');
    expect(exercise.description[language]).not.toBe('');
    expect(Object.keys(exercise.checks[language]).length).toBeGreaterThan(1);
  }
});

test('a command line is read, or it is said what is wrong with it', () => {
  const words = ['--exercise', 'failover', '--format', 'cmi5'];
  expect(orderFrom([...words, '--lang', 'zh-CN', '--mastery', '0.7', '--out', 'a.zip'])).toEqual({
    exercise: 'failover',
    format: 'cmi5',
    locale: 'zh-cn',
    mastery: 0.7,
    out: 'a.zip',
  });
  expect(orderFrom(words)).toMatchObject({ locale: 'en', mastery: 1, out: 'session-lab-failover-en-cmi5.zip' });
  expect(orderFrom(['--exercise', 'fail', '--format', 'zip'])).toMatch(/no exercise fail[\s\S]*failover\/transfer/);
  expect(orderFrom(['--exercise', 'failover', '--format', 'aicc'])).toContain(formats.join(', '));
  for (const mastery of ['0', '1.1', '70', '0.12345', 'half'])
    expect(orderFrom([...words, '--mastery', mastery])).toMatch(/--mastery is above 0/);
  for (const wrong of [['--lang', 'de'], ['--speed', '1'], ['--out'], ['failover']])
    expect(orderFrom([...words, ...wrong])).toBeTypeOf('string');
});

test.each(['en', 'zh-cn'])('the commands on the page about packages (%s) are understood', (language) => {
  const page = readFileSync(new URL(`../../../site/content/lms.${language}.mdx`, import.meta.url), 'utf8');
  const commands = [...page.matchAll(/^npm run package -- (.*)$/gm)].map(([, words = '']) => words.split(' '));
  expect(commands.length).toBeGreaterThan(3);
  for (const words of commands) expect(orderFrom(words), words.join(' ')).toBeTypeOf('object');
});
