import { type Headers, inLowerCase } from '../../core/http.ts';
import { remembered } from '../../core/remembered.ts';
import type { CookieSettings } from '../conf/context.ts';
import type { Traits } from '../version.ts';

/** The values of all cookies of that name that a request carries, in order; up to Tomcat 8.0 a value ends at any separator of HTTP. */
export function cookieValues(headers: Headers, name: string, { rfc6265 }: Traits): readonly string[] {
  const pairs = rfc6265 ? pairsNamed : oldPairsNamed;
  let values = none;
  for (let i = 0; i < headers.length; i++) {
    const [field, text] = headers[i] as Headers[number];
    if (field.length !== 6 || inLowerCase(field) !== 'cookie') continue;
    const found = pairs(name)(text);
    values = values.length === 0 ? found : [...values, ...found];
  }
  return values;
}

/** By cookie name: what one `Cookie` header holds of it. */
const pairsNamed = remembered((name) => remembered((text) => valuesIn(text, name, unquoted)));
const oldPairsNamed = remembered((name) => remembered((text) => valuesIn(text, name, oldValue)));

function valuesIn(text: string, name: string, valueOf: (written: string) => string): readonly string[] {
  const values: string[] = [];
  for (let from = 0; from < text.length; ) {
    const semicolon = text.indexOf(';', from);
    const to = semicolon < 0 ? text.length : semicolon;
    while (text.charCodeAt(from) === 0x20) from++;
    if (text.startsWith(name, from) && text.charCodeAt(from + name.length) === 0x3d)
      values.push(valueOf(text.slice(from + name.length + 1, to).trim()));
    from = to + 1;
  }
  return values;
}

const none: readonly string[] = [];

const unquoted = (value: string) =>
  value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;

/** Without quotes, a value ends where Tomcat's older parser sees a separator, such as a colon (CookieSupport). */
const oldValue = (value: string) =>
  value.startsWith('"') ? unquoted(value) : (/^[^\t "(),:;<=>?@[\\\]{}]*/.exec(value)?.[0] ?? '');

/** The value of `Set-Cookie` for a session. `wallClock` is Unix time in ms. */
export function sessionCookie(cookie: CookieSettings, id: string, wallClock: number, { rfc6265 }: Traits): string {
  if (cookie.maxAge === undefined) return `${cookie.name}=${id}${cookie.attributes}`;
  const expires = `; Expires=${cookieDate(wallClock + cookie.maxAge * 1000, rfc6265)}`;
  return `${cookie.name}=${id}${rfc6265 ? `; Max-Age=${cookie.maxAge}` : ''}${expires}${cookie.attributes}`;
}

/** RFC 6265's date, or Netscape's with dashes. */
function cookieDate(time: number, rfc6265: boolean) {
  const date = new Date(time).toUTCString();
  return rfc6265 ? date : date.replace(/(\d\d) (\w{3}) (\d{4})/, '$1-$2-$3');
}
