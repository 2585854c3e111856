import { describe, expect, test } from 'vitest';
import { cookieHeader, stored } from '../../../simulator/client/cookie-jar.ts';

describe('a cookie jar', () => {
  test('keeps the id that Tomcat sets, and sends it back on every path below', () => {
    const jar = stored([], 'JSESSIONID=3A; Path=/; HttpOnly', '/login');
    expect(cookieHeader(jar, '/cart/show')).toBe('JSESSIONID=3A');
  });

  test('forgets the old id when another Tomcat sets a new one', () => {
    const jar = stored(stored([], 'JSESSIONID=3A; Path=/', '/'), 'JSESSIONID=B4; Path=/', '/');
    expect(jar).toEqual([{ name: 'JSESSIONID', value: 'B4', path: '/' }]);
  });

  test('keeps one id for each webapp, and sends /app only what is for /app', () => {
    const jar = stored(stored([], 'JSESSIONID=1; Path=/app', '/app/'), 'JSESSIONID=2; Path=/app2', '/app2/');
    expect(cookieHeader(jar, '/app/x')).toBe('JSESSIONID=1');
    expect(cookieHeader(jar, '/app2')).toBe('JSESSIONID=2');
    expect(cookieHeader(jar, '/apple')).toBeUndefined();
  });

  test('sends the longest path first', () => {
    const jar = stored(stored([], 'a=1; Path=/', '/'), 'a=2; Path=/app', '/');
    expect(cookieHeader(jar, '/app/x')).toBe('a=2; a=1');
  });

  test('without a Path, a cookie belongs to the folder of the page', () => {
    expect(stored([], 'a=1', '/app/login')).toEqual([{ name: 'a', value: '1', path: '/app' }]);
    expect(stored([], 'a=1', '/login')).toEqual([{ name: 'a', value: '1', path: '/' }]);
  });

  test('a cookie with Max-Age=0 is deleted, and nonsense changes nothing', () => {
    const jar = stored([], 'a=1; Path=/', '/');
    expect(stored(jar, 'a=; Path=/; Max-Age=0', '/')).toEqual([]);
    expect(stored(jar, '=x', '/')).toEqual(jar);
  });
});
