/** One cookie as a browser keeps it. Cookies know a path, not a port: all ports of a host share them. */
export interface Cookie {
  name: string;
  value: string;
  path: string;
}

/**
 * The jar after a `Set-Cookie` (RFC 6265 §5.2, 5.3): same name and path replace, `Max-Age` of 0 or less
 * deletes, a missing path is the directory of the request. A line without a name changes nothing.
 */
export function stored(jar: readonly Cookie[], setCookie: string, requestPath: string): Cookie[] {
  const [pair = '', ...attributes] = setCookie.split(';').map((part) => part.trim());
  const equals = pair.indexOf('=');
  if (equals < 1) return [...jar];
  const attribute = (name: string) =>
    attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const path = attribute('path')?.startsWith('/') ? (attribute('path') as string) : directoryOf(requestPath);
  const cookie: Cookie = { name: pair.slice(0, equals), value: pair.slice(equals + 1), path };
  const others = jar.filter(({ name, path }) => name !== cookie.name || path !== cookie.path);
  const maxAge = attribute('max-age');
  return maxAge !== undefined && Number(maxAge) <= 0 ? others : [...others, cookie];
}

/** The `Cookie` header for a request, longest paths first (RFC 6265 §5.4); `undefined` when no cookie matches. */
export function cookieHeader(jar: readonly Cookie[], requestPath: string): string | undefined {
  if (jar.length === 0) return undefined;
  const [only] = jar;
  if (jar.length === 1 && only) return matches(only.path, requestPath) ? pairOf(only) : undefined;
  const sent = jar.filter(({ path }) => matches(path, requestPath)).sort((a, b) => b.path.length - a.path.length);
  return sent.length === 0 ? undefined : sent.map(pairOf).join('; ');
}

/** A cookie as it is sent; it never changes, and travels with every request. */
function pairOf(cookie: Cookie): string {
  let pair = pairs.get(cookie);
  if (pair === undefined) pairs.set(cookie, (pair = `${cookie.name}=${cookie.value}`));
  return pair;
}

const pairs = new WeakMap<Cookie, string>();

/** RFC 6265 §5.1.4: `/app` matches `/app` and `/app/x`, not `/apple`. */
function matches(cookiePath: string, requestPath: string): boolean {
  if (cookiePath === '/' || requestPath === cookiePath) return true;
  return requestPath.startsWith(cookiePath) && (cookiePath.endsWith('/') || requestPath[cookiePath.length] === '/');
}

/** Default-path of RFC 6265 §5.1.4: up to the last slash, without it. */
export function directoryOf(requestPath: string): string {
  const lastSlash = requestPath.lastIndexOf('/');
  return lastSlash < 1 ? '/' : requestPath.slice(0, lastSlash);
}
