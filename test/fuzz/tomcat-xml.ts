import * as fc from 'fast-check';
import { casesOf, recordingOf } from '../conformance/compare.ts';
import { tomcatXml } from '../conformance/tomcat-xml.ts';
import type { XmlCase } from '../conformance/tomcat-xml-case.ts';
import { tomcatXmlRecorder } from '../record/tomcat-xml.ts';
import type { Target } from './target.ts';

const recorded = (casesOf(recordingOf(tomcatXml as never)) as XmlCase[]).flatMap(({ id, xml, ...more }) =>
  xml === undefined || id in tomcatXml.known ? [] : [{ ...more, xml }],
);
const bases = recorded.flatMap(({ file, xml, started }) => (file === 'conf/server.xml' && started ? [xml] : []));

/** Tags, comments, and the words, signs and gaps between them. */
const wordsOf = (text: string): string[] =>
  text.match(/<!--|-->|<!|<\?|\?>|<\/?|\/>|"[^"<]*"|[\w:.-]+|\s+|[^\s\w]/g) ?? [];

const words = [...new Set(recorded.flatMap(({ xml }) => wordsOf(xml)))].filter(
  (word) => word.trim() && word.length < 60,
);
const attributes = [...new Set(recorded.flatMap(({ xml }) => xml.match(/\b[A-Za-z]\w*="[^"<]*"/g) ?? []))];
const elements = [...new Set(recorded.flatMap(({ xml }) => xml.match(/<\w+(?:\s+\w+="[^"<]*")*\s*\/>/g) ?? []))];

const SIGNS =
  `< > & " ' = / ! ? - -- --> <!-- <!-- --> ]]> <![CDATA[ <![CDATA[x]]> <? <?x?> <?xml?> <?xml version="1.0"?> <!DOCTYPE <!DOCTYPE&#32;Server>
&amp; &lt; &x; & &# &#65; &#x41; &#0; &#x; &#; : x:y xmlns="" xmlns:a="b" a:b="c" xml:lang="en" <a/> <a></a> <a> </a> </Server> <Server> ; ， ： “ ” \u00a0 \u0001 \ufffe 1a -a .b
port="8080" port='8081' port=8080 PORT="1" port="0" className="" className="java.lang.String" className="org.apache.catalina.valves.AccessLogValve"
name="" name="x" redirectPort="x" unknown="1"`.split(/\s+/);

/** A change at a place, given from 0 to 1. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  count: fc.constantFrom(0, 0, 0, 1, 1, 2, 4, 8),
  put: fc.oneof(
    fc.constantFrom(...SIGNS),
    fc.constantFrom(...words),
    fc.constantFrom(...attributes).map((attribute) => ` ${attribute}`),
    fc.constantFrom(...elements),
    fc.constantFrom('', '', ' ', '\n'),
  ),
});

const xml = fc.tuple(fc.constantFrom(...bases), fc.array(edit, { minLength: 1, maxLength: 3 })).map(([text, edits]) => {
  const all = wordsOf(text);
  for (const { at, count, put } of edits) all.splice(Math.floor(at * all.length), count, put);
  return all.join('');
});

/** Files near the recorded server.xml, through a start of Tomcat. */
export const tomcatXmlTarget: Target<XmlCase> = {
  recorder: tomcatXmlRecorder,
  given: xml.map((text) => ({
    id: 'fuzz',
    title: '',
    tomcat: '10.1.60',
    file: 'conf/server.xml',
    xml: text,
    log: [],
  })),
  batch: 20,
};
