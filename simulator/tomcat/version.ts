/** What differs between Tomcat versions, as far as a lab shows it. Plain data, read once per start. */
export interface Traits {
  /** What `Server version` and the foot of error pages say, e.g. `Apache Tomcat/7.0.69`. */
  serverInfo: string;
  /** Two lines per message, as java.util.logging's SimpleFormatter prints; one line since Tomcat 8.0. */
  twoLineLog: boolean;
  /** Messages put values in brackets, `Starting service [Catalina]`. */
  brackets: boolean;
  /** `Server startup in [1234] milliseconds`, since 9; `in 1234 ms` before. */
  milliseconds: boolean;
  /** A Manager without `pathname` keeps its sessions in SESSIONS.ser: up to Tomcat 9. */
  savesByDefault: boolean;
  /** The `Server` header, up to 8.0. */
  serverHeader: string | undefined;
  /** `HTTP/1.1 200 OK` instead of `HTTP/1.1 200 `: up to 8.0. */
  reasonPhrases: boolean;
  /** Cookie path `/app/` instead of `/app`: Tomcat 7's sessionCookiePathUsesTrailingSlash="true". */
  cookiePathSlash: boolean;
  /** Cookies as RFC 6265 has them (`Max-Age` and `Expires`), since 8.5; before, Netscape's (`Expires` alone). */
  rfc6265: boolean;
  /** The pages of ErrorReportValve: HTML 5 since 8.5. */
  modernPages: boolean;
  servletPackage: 'javax' | 'jakarta';
  /** Thread pools and ports in messages: `http-bio-8080`, `http-nio-8080`. */
  endpoint: 'bio' | 'nio';
  /** AJP connectors listen on 127.0.0.1 and need a secret: since 7.0.100, 8.5.51, 9.0.31. */
  ajpWantsSecret: boolean;
  /** Tomcat 7 runs a request cut by a stop to its end: interrupted, 500; later ones close the connection. */
  interruptsAtStop: boolean;
  /** `<Manager maxInactiveInterval>` is a property (never with an effect): up to 8.0. */
  maxInactiveProperty: boolean;
  /** The property's setter warns that it is ignored: 7.0.69 and later of Tomcat 7. */
  maxInactiveWarns: boolean;
  /** `Manager.getMaxInactiveInterval()` gives session-timeout's minutes for seconds: a mistake of 7.0.68 alone. */
  minutesForSeconds: boolean;
  /** A manager may make its webapp distributable: up to 7.0.67. */
  distributableByManager: boolean;
  /** Who deploys the webapps at a start: a thread of the Host's own, where the log shows it. */
  deployThread: string;
  /** Says that it does not know the class loader of a modern JDK, and which selector it uses: Tomcat 8. */
  listsLoaders: boolean;
  /** A session's `isNew` and `isValid` are one Boolean in its stream when both are true (recorded: 7.0.67-7.0.69 yes, 7.0.109 no). */
  sharedBooleans: boolean;
}

/** `7.0.69`, `10.1.60 (Debian)` … Recorded: 7.0.67-7.0.109, 10.1.60; the others follow the release notes. */
export function traitsOf(version: string): Traits {
  const [major = 0, minor = 0, patch = 0] = version.split(/[. ]/).map(Number);
  const before = (maximum: number, minimum = 0) => major < maximum || (major === maximum && minor < minimum);
  const upTo80 = before(8, 5);
  return {
    serverInfo: `Apache Tomcat/${version}`,
    twoLineLog: before(8),
    brackets: !upTo80,
    milliseconds: !before(9),
    savesByDefault: before(10),
    serverHeader: upTo80 ? 'Apache-Coyote/1.1' : undefined,
    reasonPhrases: upTo80,
    cookiePathSlash: before(8),
    rfc6265: !upTo80,
    modernPages: !upTo80,
    servletPackage: before(10) ? 'javax' : 'jakarta',
    endpoint: before(8) ? 'bio' : 'nio',
    ajpWantsSecret:
      major >= 10 ||
      (major === 9 && patch >= 31) ||
      (major === 8 && minor === 5 && patch >= 51) ||
      (major === 7 && patch >= 100),
    interruptsAtStop: before(8),
    maxInactiveProperty: upTo80,
    maxInactiveWarns: before(8) && patch >= 69,
    minutesForSeconds: major === 7 && patch === 68,
    distributableByManager: before(8) && patch < 68,
    deployThread: major === 8 ? 'localhost-startStop-1' : 'main',
    listsLoaders: major === 8,
    sharedBooleans: before(8) && patch < 70,
  };
}
