import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionOf } from '../../../simulator/core/text.ts';
import { xmlFaultMessage } from '../../../simulator/tomcat/xml/fault.ts';
import { readXml } from '../../../simulator/tomcat/xml/xml.ts';

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Context [<!ENTITY host "localhost">]>
<!-- a comment -->
<Context docBase='a&amp;b'>
    <WatchedResource>WEB-INF/web.xml &#24352;</WatchedResource>
    <![CDATA[ <raw> ]]>
    <Manager host="&host;" pathname="" />
</Context>
`;

function fault(text: string) {
  const { fault: found } = readXml(text);
  if (!found) return undefined;
  const { line, column } = positionOf(text, found.at);
  return `${line}:${column} ${xmlFaultMessage(found)}`;
}

test('elements, attributes, text and entities are read in order', () => {
  const { events, fault: found } = readXml(sample);
  expect(found).toBeUndefined();
  const told = events.flatMap((event) => {
    if (event.type === 'text') return event.text.trim() === '' ? [] : [event.text.trim()];
    return event.type === 'end'
      ? [`/${event.name}`]
      : [`${event.name} ${event.attributes.map(({ name, value }) => `${name}=${value}`)}`];
  });
  expect(told).toEqual([
    'Context docBase=a&b',
    'WatchedResource ',
    'WEB-INF/web.xml 张',
    '/WatchedResource',
    '<raw>',
    'Manager host=localhost,pathname=',
    '/Manager',
    '/Context',
  ]);
});

test.each([
  [
    '<Context>\n    <Manager pathname="S" >\n</Context>',
    '3:3 The element type "Manager" must be terminated by the matching end-tag "</Manager>".',
  ],
  [
    '<Context pathname=S>',
    '1:19 Open quote is expected for attribute "pathname" associated with an  element type  "Context".',
  ],
  ['<a b="1" b="2"/>', '1:15 Attribute "b" was already specified for element "a".'],
  [
    '<a b＝"1"/>',
    `1:5 Attribute name "b" associated with an element type "a" must be followed by the ' = ' character.`,
  ],
  ['<a b="x&y"/>', '1:10 The reference to entity "y" must end with the \';\' delimiter.'],
  ['<a>&none;</a>', '1:10 The entity "none" was referenced, but not declared.'],
  ['<a><!- x --></a>', '1:7 Comment must start with "<!--".'],
  ['<a/>text', '1:5 Content is not allowed in trailing section.'],
  ['<a/><b/>', '1:6 The markup in the document following the root element must be well-formed.'],
  ['text', '1:1 Content is not allowed in prolog.'],
  ['', '1:1 Premature end of file.'],
  ['\n<?xml version="1.0"?><a/>', '2:6 The processing instruction target matching "[xX][mM][lL]" is not allowed.'],
])('%j stops Xerces at %s', (text, expected) => {
  expect(fault(text)).toBe(expected);
});

test('a file cut anywhere is read up to the cut', () => {
  const whole = readXml(sample).events.length;
  for (let at = 0; at < sample.trimEnd().length; at++) {
    const cut = sample.slice(0, at);
    const { events, fault: found } = readXml(cut);
    expect(found, JSON.stringify(cut.slice(-20))).toBeDefined();
    expect(found?.at).toBeLessThanOrEqual(at);
    expect(events.length).toBeLessThan(whole);
  }
});

test('no text makes the reader throw, and a fault is a place in it', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    '?',
    '!',
    '--',
    '"',
    "'",
    '&',
    ';',
    '=',
    ' ',
    '\n',
    'a',
    'xml',
    '[CDATA[',
    ']]>',
    '＝',
    '\ufeff',
    '\u0001',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const { fault: found } = readXml(text);
      expect(found === undefined || (found.at >= 0 && found.at <= text.length && xmlFaultMessage(found) !== '')).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});
