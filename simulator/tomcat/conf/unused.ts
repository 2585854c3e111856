import type { Range } from '../../core/text.ts';
import type { XmlDocument, XmlEvent } from '../xml/xml.ts';
import { attributeMatters, elementMatters } from './effects.ts';
import type { Finding } from './problems.ts';
import { attributesOf, ruleAt, type Vocabulary } from './vocabulary.ts';
import { effectiveWebElements, webElements } from './web-elements.ts';

/** Elements and attributes that Tomcat knows and that change nothing in the lab. Of an element that does not, once. */
export function withoutEffect({ events, origin }: XmlDocument, vocabulary: Vocabulary): Finding[] {
  const findings: Finding[] = [];
  const path: string[] = [];
  let silent = 0;
  for (const event of events) {
    if (event.type === 'end') {
      path.pop();
      silent = Math.max(0, silent - 1);
    }
    if (event.type !== 'start') continue;
    path.push(event.name);
    if (silent > 0) silent++;
    else {
      const found = vocabulary.rules ? unusedIn(event, path, vocabulary) : unusedWeb(event, path);
      if (found.whole) silent = 1;
      findings.push(...found.findings);
    }
  }
  return findings.map((finding) => ({ ...finding, from: origin(finding.from), to: origin(finding.to) }));
}

type Start = Extract<XmlEvent, { type: 'start' }>;

const nameOf = ({ name, from }: Start): Range => ({ from: from + 1, to: from + 1 + name.length });

const hint = (code: Finding['code'], range: Range, name: string): Finding => ({
  code,
  severity: 'hint',
  from: range.from,
  to: range.to,
  values: { name },
});

function unusedIn(event: Start, path: readonly string[], vocabulary: Vocabulary) {
  const rule = ruleAt(vocabulary, path);
  if (!rule) return { whole: true, findings: [] };
  const named = event.attributes.find(({ name }) => name === 'className')?.value;
  if (!elementMatters(event.name, named))
    return { whole: true, findings: [hint('no-effect', nameOf(event), event.name)] };
  const known = new Set(attributesOf(vocabulary, rule, named).map(([name]) => name));
  const unused = event.attributes.filter(({ name }) => known.has(name) && !attributeMatters(event.name, name));
  return { whole: false, findings: unused.map((attribute) => hint('no-effect', attribute, attribute.name)) };
}

/** In a web.xml Tomcat passes over what it does not know without a word. */
function unusedWeb(event: Start, path: readonly string[]) {
  const parent = path.at(-2) ?? '';
  const known = !Object.hasOwn(webElements, parent) || webElements[parent]?.includes(event.name);
  if (!known) return { whole: true, findings: [hint('element-ignored', nameOf(event), event.name)] };
  if (effectiveWebElements.has(event.name)) return { whole: false, findings: [] };
  return { whole: true, findings: [hint('no-effect', nameOf(event), event.name)] };
}
