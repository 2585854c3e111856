import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../../simulator/core/language.ts';
import { tomcatXml } from '../../../simulator/tomcat/conf/language.ts';
import { releaseNotes } from '../../../simulator/tomcat/conf/release.ts';

const jars = {
  'lib/tomcat-redis-session-manager-2.0.0.jar': '',
  'lib/jedis-2.5.2.jar': '',
  'lib/commons-pool2-2.2.jar': '',
};

/** Files of a Tomcat; `|` in the text is the cursor. */
function given(name: string, marked: string, version = '10.1.60', more: Files = {}) {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { files: { [name]: text, 'RELEASE-NOTES': releaseNotes(version), ...more }, name, at };
}

const told = (name: string, text: string, version?: string, more?: Files) => {
  const { files } = given(name, text, version, more);
  return tomcatXml
    .problems(files, name)
    .map((problem) => `${problem.severity} ${text.slice(problem.from, problem.to)} | ${tomcatXml.words(problem)}`);
};

const offered = (name: string, marked: string, version?: string, more?: Files) => {
  const { files, at } = given(name, marked, version, more);
  return tomcatXml.complete(files, name, at).map(({ label }) => label);
};

const hovered = (name: string, marked: string) => {
  const { files, at } = given(name, marked);
  const found = tomcatXml.hover(files, name, at);
  return found && `${files[name]?.slice(found.from, found.to)} ${found.doc}`;
};

const repaired = (name: string, text: string) => {
  const { files } = given(name, text);
  return tomcatXml.problems(files, name).flatMap((problem) =>
    tomcatXml.fixes(files, problem).map((fix) => {
      const edits = [...fix.edits].sort((a, b) => b.from - a.from);
      return edits.reduce((whole, { from, to, insert }) => whole.slice(0, from) + insert + whole.slice(to), text);
    }),
  );
};

describe('what Tomcat says of a file', () => {
  test('the place where the parser stops, in its words', () => {
    expect(told('conf/context.xml', '<Context>\n  <Manager >\n</Context>')).toEqual([
      'error / | lineNumber: 3; columnNumber: 3; The element type "Manager" must be terminated by the matching end-tag "</Manager>".',
    ]);
  });

  test('attributes that are ignored, as each version words it', () => {
    const text = '<Context><Manager pathName="S" /></Context>';
    expect(told('conf/context.xml', text)).toEqual([
      'warning pathName="S" | Match [Context/Manager] failed to set property [pathName] to [S]',
    ]);
    expect(told('conf/context.xml', text, '7.0.69')).toEqual([
      `warning pathName="S" | [SetPropertiesRule]{Context/Manager} Setting property 'pathName' to 'S' did not find a matching property.`,
    ]);
  });

  test('a number that is none is ignored with the same words', () => {
    expect(told('conf/server.xml', '<Server port="80x5" />')).toEqual([
      'warning port="80x5" | Match [Server] failed to set property [port] to [80x5]',
    ]);
  });

  test('a class that is not there, and one whose jar is missing', () => {
    const valve = 'com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve';
    const text = `<Context><Valve className="${valve}" /></Context>`;
    expect(told('conf/context.xml', text, '7.0.69')[0]).toBe(
      `error className="${valve}" | lineNumber: 1; columnNumber: 96; Error at (1, 96) : ${valve}`,
    );
    expect(told('conf/context.xml', text, '7.0.69', jars)).toEqual([]);
  });

  test('what the lab does not act on is a hint', () => {
    expect(told('conf/context.xml', '<Context reloadable="true"><Loader delegate="true"/></Context>')).toEqual([
      'hint reloadable="true" | ',
      'hint Loader | ',
    ]);
    expect(told('conf/web.xml', '<web-app><session-config/><welcome-file-list/><sessions/></web-app>')).toEqual([
      'hint welcome-file-list | ',
      'hint sessions | ',
    ]);
  });
});

describe('what may stand at the cursor', () => {
  test('elements of the place', () => {
    expect(offered('conf/context.xml', '<Context>\n  <|')).toContain('Manager');
    expect(offered('conf/context.xml', '<Context><Manager><|')).toEqual(['Store', 'SessionIdGenerator']);
    expect(offered('conf/server.xml', '<Server><Service>|')).toContain('Connector');
    expect(offered('conf/web.xml', '<web-app><session-config><|')).toEqual([
      'session-timeout',
      'cookie-config',
      'tracking-mode',
    ]);
    expect(offered('conf/context.xml', '<Context></|')).toEqual(['/Context']);
  });

  test('attributes that the tag does not have yet', () => {
    const names = offered('conf/context.xml', '<Context><Manager pathname="" |/></Context>');
    expect(names).toContain('maxActiveSessions');
    expect(names).not.toContain('pathname');
    expect(names).not.toContain('maxInactiveInterval');
    expect(offered('conf/context.xml', '<Context><Manager |/></Context>', '7.0.69')).toContain('maxInactiveInterval');
  });

  test('classes and other values', () => {
    expect(offered('conf/context.xml', '<Context><Valve className="|"/>')).toContain(
      'org.apache.catalina.valves.PersistentValve',
    );
    expect(offered('conf/context.xml', '<Context><Manager className="|"/>', '7.0.69', jars)[0]).toContain(
      'RedisSession',
    );
    expect(offered('conf/context.xml', '<Context useHttpOnly="|">')).toEqual(['true', 'false']);
  });

  test('nothing in a comment', () => expect(offered('conf/context.xml', '<Context><!-- <| -->')).toEqual([]));
});

test('hovering names the page of an element, an attribute, a class', () => {
  expect(hovered('conf/server.xml', '<Server><Serv|ice name="C"/></Server>')).toBe('Service xml/element/Service');
  expect(hovered('conf/server.xml', '<Server po|rt="1"/>')).toBe('port xml/attribute/Server/port');
  expect(hovered('conf/context.xml', '<Context><Manager className="org.x.|Y"/></Context>')).toBe(
    'org.x.Y xml/class/org.x.Y',
  );
  expect(hovered('conf/context.xml', '<Context>te|xt</Context>')).toBeUndefined();
});

test('ready repairs', () => {
  expect(repaired('conf/context.xml', '<Context><manager pathname=""></manager></Context>')).toContain(
    '<Context><Manager pathname=""></Manager></Context>',
  );
  expect(repaired('conf/context.xml', '<Context><Manager pathName="" /></Context>')).toContain(
    '<Context><Manager pathname="" /></Context>',
  );
  expect(repaired('conf/context.xml', '<Context docBase="a&b"/>')).toContain('<Context docBase="a&amp;b"/>');
  expect(repaired('conf/context.xml', '<Context docBase＝"a"/>')).toContain('<Context docBase="a"/>');
});

const pieces = fc.constantFrom(
  ...'<|</|>|/>|/|?|!|<!--|-->|--|"|\'|&|;|=| |\n|a|Context|Manager|Server|Service|Valve|className="|port="|xml|<?xml version="1.0"|encoding="GBK"|?>|[CDATA[|]]>|<!DOCTYPE|[|＝|\ufeff|\u0001|\udce9|张'.split(
    '|',
  ),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const names = fc.constantFrom('conf/context.xml', 'conf/server.xml', 'conf/web.xml');

test('no question throws, whatever the text', () => {
  fc.assert(
    fc.property(texts, names, fc.nat(80), (text, name, at) => {
      const { files } = given(name, text);
      const where = Math.min(at, files[name]?.length ?? 0);
      for (const problem of tomcatXml.problems(files, name)) {
        expect(problem.from).toBeLessThanOrEqual(problem.to);
        tomcatXml.words(problem);
        tomcatXml.fixes(files, problem);
      }
      tomcatXml.complete(files, name, where);
      tomcatXml.hover(files, name, where);
    }),
    { numRuns: 500 },
  );
});

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Context [<!ENTITY host "localhost">]>
<Context docBase='a&amp;b'>
    <!-- a comment -->
    <Manager host="&host;" pathname=""><Store className="x" /></Manager>
</Context>
`;

test('a file cut anywhere answers every question', () => {
  for (let at = 0; at < sample.length; at++) {
    const files = { 'conf/context.xml': sample.slice(0, at) };
    expect(tomcatXml.problems(files, 'conf/context.xml').length, `${at}`).toBeGreaterThan(0);
    tomcatXml.complete(files, 'conf/context.xml', at);
    tomcatXml.hover(files, 'conf/context.xml', at);
  }
});

test('time grows with the length of a text, not with its square', () => {
  const time = (text: string) => {
    const started = process.cpuUsage().user;
    tomcatXml.problems({ 'conf/context.xml': text }, 'conf/context.xml');
    tomcatXml.complete({ 'conf/context.xml': text }, 'conf/context.xml', text.length);
    return process.cpuUsage().user - started;
  };
  const lines = '<Manager pathName="S&amp;1" className="x"/> <!-- - --> 张 ]]\n<![CDATA[ x ]]>';
  for (const body of [lines, '<Valve x="', 'a="1" ', '&#65;', '\n', '<a>', '<a></a>', '</a>', '<!--', ']]', '\udce9']) {
    const of = (times: number) => time(`<?xml version="1.0"?><Context>${body.repeat(times)}`);
    // Sixteen times as long: a square takes 256 times as long, however often one looks. Processors are shared: one look
    // at which nobody was in the way is enough.
    const linear = () => of(4_000) < Math.max(60 * of(250), 60_000);
    expect([1, 2, 3, 4, 5, 6].some(linear), JSON.stringify(body)).toBe(true);
  }
}, 60_000);
