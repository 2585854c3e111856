import fc from 'fast-check';
import { test } from 'vitest';
import { newTomcat } from '../../../simulator/tomcat/tomcat.ts';
import { TomcatLab } from '../../support/tomcat-lab.ts';

const catalina = 'org.apache.catalina.';
const redis = 'com.orangefunction.tomcat.redissessions.RedisSession';

/** Attributes as people get them right and wrong. */
const attributes = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...`className name port portOffset shutdown protocol address secret defaultHost jvmRoute appBase path docBase
        pathname maxActiveSessions processExpiresFrequency sessionIdLength unloadDelay sessionTimeout cookies
        sessionCookiePath host database timeout sentinelMaster sentinels sessionPersistPolicies directory dataSourceName
        backgroundProcessorDelay foo`.split(/\s+/),
      ),
      fc.constantFrom(
        ...['', 'localhost', 'ROOT', '/x', '/', '-1', '0', '8080', '8005', '70000', 'abc', '2147483647', '汤姆', 'a b'],
        ...['HTTP/1.1', 'AJP/1.3', 'true', 'DEFAULT', 'SAVE_ON_CHANGE, X', '127.0.0.1:26379', '${java.version}'],
        ...['StandardManager', 'PersistentManager', 'FileStore', 'DataSourceStore', 'JDBCStore'].map(
          (name) => `${catalina}session.${name}`,
        ),
        `${catalina}valves.PersistentValve`,
        `${catalina}ha.session.DeltaManager`,
        `${redis}Manager`,
        `${redis}HandlerValve`,
      ),
    ),
    { maxLength: 3 },
  )
  .map((pairs) => pairs.map(([name, value]) => ` ${name}="${value}"`).join(''));

const element: fc.Memo<string> = fc.memo((depth) =>
  fc
    .tuple(
      fc.constantFrom(
        ...'Server Service Connector Engine Host Context Manager Store Valve Listener SessionIdGenerator Alias manager session-timeout servlet'.split(
          ' ',
        ),
      ),
      attributes,
      depth > 1 ? fc.array(element(depth - 1), { maxLength: 3 }) : fc.constant([]),
    )
    .map(([name, given, inside]) => `<${name}${given}>${inside.join('')}</${name}>`),
);

const inside = (path: readonly string[]) =>
  element(3).map(
    (core) =>
      path.map((name) => `<${name}>`).join('') +
      core +
      [...path]
        .reverse()
        .map((name) => `</${name}>`)
        .join(''),
  );

const serverXml = fc.oneof(
  inside([]),
  inside(['Server']),
  inside(['Server', 'Service']),
  inside(['Server', 'Service', 'Engine']),
  fc
    .tuple(attributes, attributes, element(3))
    .map(
      ([engine, host, core]) =>
        `<Server port="8005"><Service name="Catalina"><Connector port="8080"/><Engine name="Catalina" defaultHost="localhost"${engine}><Host name="localhost"${host}>${core}</Host></Engine></Service></Server>`,
    ),
);

const stock =
  '<Server port="8005"><Service name="Catalina"><Connector port="8080"/><Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine></Service></Server>';

const webXml =
  '<web-app><servlet><servlet-name>d</servlet-name><servlet-class>demo.DemoServlet</servlet-class></servlet><servlet-mapping><servlet-name>d</servlet-name><url-pattern>/</url-pattern></servlet-mapping></web-app>';

test('a Tomcat with any file starts or refuses, and answers or does not, but nothing throws', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('7.0.69', '10.1.60'),
      serverXml,
      fc.oneof(inside(['Context']), inside(['Context', 'Manager'])),
      fc.boolean(),
      (version, server, context, own) => {
        const files: Record<string, string> = {
          'conf/server.xml': own ? server : stock,
          'conf/context.xml': context,
          'webapps/ROOT/WEB-INF/web.xml': webXml,
        };
        for (const jar of ['tomcat-redis-session-manager-2.0.0', 'jedis-2.5.2', 'commons-pool2-2.2'])
          files[`lib/${jar}.jar`] = '';
        const lab = new TomcatLab([newTomcat({ name: 't1', machine: 'server', version, files })], 1);
        lab.power('t1', 'start');
        lab.wait(8000);
        lab.reply(lab.send(8080, 'GET', '/login?user=x'));
        lab.power('t1', 'stop');
        lab.wait(5000);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);
