import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cookieValues } from '../../../simulator/tomcat/http/cookie.ts';
import { errorPage } from '../../../simulator/tomcat/http/error-page.ts';
import { byteLength } from '../../../simulator/tomcat/http/respond.ts';
import { traitsOf } from '../../../simulator/tomcat/version.ts';
import { running } from './lab.ts';

test('Content-Length counts bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});

test('cookies are found among others, by their whole name, in order', () => {
  const headers: [string, string][] = [
    ['Host', 'x'],
    ['cookie', 'a=1; JSESSIONID=A; XJSESSIONID=no;JSESSIONID="B"'],
    ['Cookie', 'JSESSIONIDX=no; JSESSIONID=C'],
  ];
  for (const version of ['7.0.69', '10.1.60']) {
    expect(cookieValues(headers, 'JSESSIONID', traitsOf(version))).toEqual(['A', 'B', 'C']);
    expect(cookieValues([['Cookie', '']], 'JSESSIONID', traitsOf(version))).toEqual([]);
  }
});

test("a cookie's value ends at a colon for Tomcat 7 (recorded: rsm-any-key-by-cookie), not for today's", () => {
  const headers: [string, string][] = [['Cookie', 'JSESSIONID=app:counter; a="x:y"']];
  expect(cookieValues(headers, 'JSESSIONID', traitsOf('7.0.69'))).toEqual(['app']);
  expect(cookieValues(headers, 'a', traitsOf('7.0.69'))).toEqual(['x:y']);
  expect(cookieValues(headers, 'JSESSIONID', traitsOf('10.1.60'))).toEqual(['app:counter']);
});

test.each([
  ['10.1.60 (Debian)', 404, '', 692],
  ['10.1.60 (Debian)', 403, '', 628],
  ['10.1.60 (Debian)', 500, 'my message', 715],
  ['10.1.60 (Debian)', 503, 'busy', 768],
  ['7.0.69', 404, '', 949],
] as const)('the error page of %s for %i %j has %i bytes, as recorded', (version, status, message, bytes) => {
  expect(byteLength(errorPage(status, message, undefined, traitsOf(version)))).toBe(bytes);
});

test.each([
  ['10.1.60', 'HTTP/1.1 200 ', ['Set-Cookie', 'Content-Type', 'Content-Length', 'Date', 'Connection']],
  ['7.0.69', 'HTTP/1.1 200 OK', ['Server', 'Set-Cookie', 'Content-Type', 'Content-Length', 'Date', 'Connection']],
] as const)('the header of %s', (version, line, names) => {
  const lab = running({ version });
  const reply = lab.reply(lab.send(8080, 'GET', '/index'));
  if ('error' in reply) throw new Error(reply.error);
  const { status, reason, headers } = reply.response;
  expect(`HTTP/1.1 ${status} ${reason}`).toBe(line);
  expect(headers.map(([name]) => name)).toEqual(names);
});
