import { type Cookie, cookieHeader, stored } from '../../../simulator/client/cookie-jar.ts';
import { webappSources } from '../../../simulator/lab/java-sources.ts';
import { contextXml, serverXml, webXml } from '../../../simulator/lab/stock.ts';
import { tomcatXml } from '../../../simulator/tomcat/conf/language.ts';
import { RELEASE_NOTES, releaseNotes } from '../../../simulator/tomcat/conf/release.ts';
import { cookieValues } from '../../../simulator/tomcat/http/cookie.ts';
import { classesBelow } from '../../../simulator/tomcat/java/class-files.ts';
import { demoClasses, demoObjects } from '../../../simulator/tomcat/java/demo.ts';
import { classFilesOf } from '../../../simulator/tomcat/java/lang/class-files.ts';
import { javaLanguage } from '../../../simulator/tomcat/java/lang/language.ts';
import { javaText, revived, written } from '../../../simulator/tomcat/java/serialization.ts';
import { decode } from '../../../simulator/tomcat/java/stream/decode.ts';
import { readSession } from '../../../simulator/tomcat/session/redis/envelope.ts';
import { traitsOf } from '../../../simulator/tomcat/version.ts';
import { readXml } from '../../../simulator/tomcat/xml/xml.ts';
import { tokenizeJavaLine } from '../../../site/editor/java-tokens.ts';
import { START } from '../../../site/editor/tokens.ts';
import { recorded } from '../recorded.ts';
import type { TextTarget } from '../target.ts';
import { asLanguage, inLines } from './taking.ts';

const xmls = [
  '<Context><Manager className="org.apache.catalina.session.StandardManager" pathname=""/></Context>',
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE a [<!ENTITY b "c">]><Context a=\'&lt;&#65;\'><![CDATA[x]]><!-- y --></Context>',
  '<Server port="8005"><Service name="C"><Connector port="8080"/><Engine name="C" defaultHost="l"/></Service></Server>',
  '<web-app><session-config><session-timeout>30</session-timeout></session-config><distributable/></web-app>',
  contextXml,
  webXml,
  serverXml('10.1.60', { http: 8080, shutdown: 8005, ajp: 8009 }),
  ...recorded<{ xml?: string }>('tomcat/xml-cases.jsonl', 200).flatMap(({ xml }) => xml ?? []),
];
const xmlWords =
  '<Context> </Context> <Manager className= <!-- --> <![CDATA[ ]]> <? ?> <!DOCTYPE &amp; &#x &lt <a/> a=" xmlns: <Server <Valve </'.split(
    ' ',
  );

const javas = [
  'package demo; public class User implements java.io.Serializable { private static final long serialVersionUID = 1L; String n = "a"; }',
  'class A<T extends B> { int[] x = {1, 2}; A() { this.x[0] += 1; } enum E { P, Q } interface I { void f() throws Exception; } }',
  'record R(int a) {} class C { private void writeObject(java.io.ObjectOutputStream o) throws java.io.IOException { o.writeInt(1); } }',
  'class D { String s(){ for (int i=0;i<3;i++) if (i==1) return "x" + i; return switch(1){ case 1 -> "a"; default -> null; }; } }',
  ...Object.values(webappSources()),
  ...recorded<{ v1?: string }>('tomcat/java-cases.jsonl', 200).flatMap(({ v1 }) => v1 ?? []),
];
const javaWords =
  "class interface enum record extends implements static final transient int[] String new this super return if( for( try{ catch( -> :: @Override <T> /* */ // \"\\u 1L 'a' import package"
    .split(' ')
    .map((word) => `${word} `);

const names = ['conf/context.xml', 'conf/server.xml', 'webapps/ROOT/WEB-INF/web.xml'];
const versions = ['7.0.69', '10.1.60'].map(releaseNotes);
const oldTraits = traitsOf('7.0.69');
const newTraits = traitsOf('10.1.60');
const streams = Object.values(demoObjects).flatMap((object) => {
  const bytes = written(object, demoClasses);
  return 'value' in bytes ? bytes.value : [];
});
const bytes = [
  ...'\xac\xed\x00\x05 \x73\x72 \x74\x00\x01a \x75\x72 \x70 \x71\x00\x7e\x00\x00 \x77\x04 \x78 \x7d \x7b \x7e \x79 \x7c \x7f\xff\xff\xff \xff\xff\xff\xff \x00\x02[B'.split(
    ' ',
  ),
];
const inClasses = 'webapps/ROOT/WEB-INF/classes';
const classFiles = Object.values(classFilesOf(webappSources())).filter((text) => text !== null);

export const tomcatTargets: readonly TextTarget[] = [
  { name: 'xml', what: 'XML as Xerces reads it', good: xmls, words: xmlWords, longest: 100, take: readXml },
  {
    name: 'tomcat-conf',
    what: 'server.xml, context.xml and web.xml as a Tomcat of either version reads them, and what the editor marks in them',
    good: xmls,
    words: xmlWords,
    longest: 120,
    take(text) {
      const name = names[text.length % 3] as string;
      tomcatXml.problems({ [name]: text, [RELEASE_NOTES]: versions[text.length % 2] as string }, name);
    },
  },
  {
    name: 'tomcat-editor',
    what: 'completion, hover, statements and repairs in the XML files',
    good: xmls,
    words: xmlWords,
    longest: 120,
    take: (text) => asLanguage(tomcatXml, { 'conf/context.xml': text }, 'conf/context.xml'),
  },
  {
    name: 'java',
    what: 'a Java source: read, compiled, and what the editor marks in it',
    good: javas,
    words: javaWords,
    longest: 140,
    take: (text) => javaLanguage.problems({ [`${inClasses}/demo/User.java`]: text }, `${inClasses}/demo/User.java`),
  },
  {
    name: 'java-colours',
    what: 'a line of Java for colouring',
    good: javas,
    words: javaWords,
    take: inLines(tokenizeJavaLine, START),
  },
  {
    name: 'object-stream',
    what: 'serialized objects (SESSIONS.ser, FileStore) as ObjectInputStream reads them',
    good: streams,
    words: bytes,
    longest: 300,
    take(text) {
      decode(text, undefined);
      const read = revived(text, demoClasses);
      if ('value' in read) javaText(read.value, demoClasses);
    },
  },
  {
    name: 'redis-session',
    what: 'a session in Redis, as the session manager reads it',
    good: streams,
    words: bytes,
    longest: 300,
    take: (text) => readSession(text, demoClasses),
  },
  {
    name: 'class-file',
    what: 'a class file as the lab writes it, changed by hand (its form; what code stands in it is believed)',
    good: classFiles,
    words: [
      '"fields":[',
      '"methods":[',
      'null',
      '{}',
      '"name":"',
      '"demo.User"',
      '"super":',
      '"descriptor":',
      '"body":',
      '[]',
      '"modifiers":',
    ],
    longest: 500,
    take: (text) => classesBelow({ [`${inClasses}/demo/User.class`]: text }, inClasses),
  },
  {
    name: 'cookies',
    what: '`Set-Cookie` in a browser, `Cookie` at a Tomcat',
    good: [
      'JSESSIONID=A.tomcat1; Path=/; HttpOnly',
      'a=b; Max-Age=0; path=/x',
      'JSESSIONID="a"; b=c',
      'x=y; expires=Thu, 01-Jan-1970',
    ],
    words: ['JSESSIONID=', '; Path=', '; Max-Age=', '; ', '="', ',', '=;'],
    take(text) {
      const jar: Cookie[] = stored([{ name: 'JSESSIONID', value: '1', path: '/' }], text, '/a/b');
      cookieHeader(jar, '/a/c');
      for (const traits of [oldTraits, newTraits]) cookieValues([['Cookie', text]], 'JSESSIONID', traits);
    },
  },
];
