import { nextRandom } from '../../simulator/core/random.ts';
import type { Webapp } from '../../simulator/tomcat/host.ts';
import { hashMapOrder } from '../../simulator/tomcat/java/value.ts';
import { newSessionId } from '../../simulator/tomcat/session/session.ts';
import { newTomcat, type Tomcat } from '../../simulator/tomcat/tomcat.ts';
import type { Scenario } from './tomcat-play.ts';

/** A Tomcat with the files of the recording. */
export function tomcatOf(recorded: Scenario, name: string): Tomcat {
  const machine = 'server';
  const about = recorded.tomcats[name] ?? { version: '', http: 0, shutdown: 0 };
  const debian = about.version.includes('Debian');
  const version = `${about.version.split(' ')[0]}${debian ? ' (Debian)' : ''}`;
  const { server_xml: server = '', web_xml: web = '', context_xml: context = '' } = recorded;
  const files: Record<string, string> = {
    'conf/server.xml': server.startsWith('<?xml') || server.startsWith('<Server') ? server : serverXml(about, server),
    'conf/context.xml':
      context.startsWith('<?xml') || context.startsWith('<Context')
        ? context
        : contextXml(context === 'stock conf/context.xml' ? '' : context),
    'conf/web.xml': webXml('  <session-config><session-timeout>30</session-timeout></session-config>\n'),
  };
  for (const folder of about.app === undefined ? ['ROOT'] : [about.app, `${about.app}2`]) {
    files[`webapps/${folder}/WEB-INF/web.xml`] = web.startsWith('<?xml') ? web : webXml(web);
  }
  const metaInf = recorded['META-INF/context.xml'];
  if (metaInf !== undefined) files[`webapps/${about.app ?? 'ROOT'}/META-INF/context.xml`] = metaInf;
  return newTomcat(
    debian ? { name, machine, version, files, nativeLibrary: '1.2.35' } : { name, machine, version, files },
  );
}

/** The server.xml of the recordings. */
export function serverXml({ http, shutdown, jvmRoute }: Scenario['tomcats'][string], engineAttributes: string) {
  const route = jvmRoute === undefined ? '' : ` jvmRoute="${jvmRoute}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Server port="${shutdown}" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.startup.VersionLoggerListener" />
  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener" />
  <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener" />
  <Service name="Catalina">
    <Connector port="${http}" protocol="HTTP/1.1" connectionTimeout="20000" redirectPort="8443" />
    <Engine name="Catalina" defaultHost="localhost"${route}${engineAttributes}>
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="true">
      </Host>
    </Engine>
  </Service>
</Server>
`;
}

const contextXml = (fragment: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Context>
    <WatchedResource>WEB-INF/web.xml</WatchedResource>
    ${fragment.replaceAll('\n', '\n    ')}
</Context>
`;

const webXml = (fragment: string) => `<?xml version="1.0" encoding="UTF-8"?>
<web-app>
${fragment}  <servlet><servlet-name>demo</servlet-name><servlet-class>demo.DemoServlet</servlet-class></servlet>
  <servlet-mapping><servlet-name>demo</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
</web-app>
`;

/**
 * Session ids are random, and with them the order in which a hash map walks them. Where the recording tells the
 * order of a file, a seed is looked for that gives ids of such an order.
 */
export function seedFor({ events, results }: Scenario, [host]: Tomcat[]) {
  const at = events.findIndex((event) => event.t === 'action' && event.what.startsWith('order of the sessions'));
  const wanted = results[at]?.['order'] as string[] | undefined;
  if (!wanted || !host) return 1;
  const created = results
    .slice(0, at)
    .flatMap((result) =>
      ((result['set_cookie'] as string[] | undefined) ?? []).map((cookie) => /<SID\d+>/.exec(cookie)?.[0] ?? ''),
    );
  for (let seed = 1; seed < 200_000; seed++) {
    let state = seed;
    const random = () => {
      const next = nextRandom(state);
      state = next.state;
      return next.value;
    };
    const ids = created.map(() =>
      newSessionId({ host, app: { settings: { sessionIdLength: 16 } } as Webapp, out: { random } }),
    );
    const inOrder = hashMapOrder(ids).map((id) => created[ids.indexOf(id)]);
    if (wanted.every((name, index) => inOrder[index] === name)) return seed;
  }
  return 1;
}
